package io.gnomon.collect.http;

import io.gnomon.collect.exposition.Bytes;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A connection that is kept between scrapes; all it reads comes before a deadline, however slowly
/// it trickles. It is java.net.http in small: nothing is allocated for a page.
public final class Connection implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 14];
  private int position;
  private int limit;
  private long deadline;

  private Connection(Socket socket, long deadline) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
    this.deadline = deadline;
  }

  /// @param deadline of `System.nanoTime`
  public static Connection open(Address address, @Nullable TlsConfig tls, long deadline)
      throws IOException, GeneralSecurityException {
    var socket = connect(address, deadline);
    try {
      var secured = address.secure() ? Tls.secure(socket, address, tls) : socket;
      return new Connection(secured, deadline);
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  /// Tries each address of the host in turn.
  private static Socket connect(Address address, long deadline) throws IOException {
    IOException failure = null;
    for (var host : Hosts.resolve(address.host())) {
      try {
        return connect(host, address.port(), deadline);
      } catch (SocketTimeoutException e) {
        throw e;
      } catch (IOException e) {
        failure = e;
      }
    }
    throw failure == null ? new IOException("no address") : failure;
  }

  private static Socket connect(InetAddress host, int port, long deadline) throws IOException {
    var socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(host, port), left(deadline));
      socket.setSoTimeout(left(deadline));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static int left(long deadline) throws SocketTimeoutException {
    long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (millis <= 0) {
      throw new SocketTimeoutException("no answer in time");
    }
    return (int) millis;
  }

  /// 4 or 6.
  public int ipVersion() {
    return socket.getInetAddress() instanceof Inet6Address ? 6 : 4;
  }

  /// When the first of the other side's certificates runs out; null without TLS.
  public @Nullable Instant earliestExpiry() throws SSLPeerUnverifiedException {
    return socket instanceof SSLSocket secured
        ? Arrays.stream(secured.getSession().getPeerCertificates())
            .map(certificate -> ((X509Certificate) certificate).getNotAfter().toInstant())
            .min(Comparator.naturalOrder())
            .orElse(null)
        : null;
  }

  public void send(byte[] request, long until) throws IOException {
    deadline = until;
    out.write(request);
    out.flush();
  }

  /// The next byte, or -1 where the stream ends.
  int read() throws IOException {
    return position < limit || fill() ? buffer[position++] & 0xff : -1;
  }

  /// Appends a line without its end.
  void line(Bytes into) throws IOException {
    for (int b = read(); b != '\n'; b = read()) {
      if (b < 0) {
        throw new EOFException("the connection was closed early");
      }
      if (b != '\r') {
        into.add((byte) b);
      }
    }
  }

  /// Appends some bytes, no more than asked for; gives their number, or -1 where the stream ends.
  int some(Bytes into, long most) throws IOException {
    if (position == limit && !fill()) {
      return -1;
    }
    int count = (int) Math.min(limit - position, most);
    into.add(buffer, position, count);
    position += count;
    return count;
  }

  private boolean fill() throws IOException {
    socket.setSoTimeout(left(deadline));
    limit = Math.max(in.read(buffer, 0, buffer.length), 0);
    position = 0;
    return limit > 0;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is given up either way.
    }
  }
}
