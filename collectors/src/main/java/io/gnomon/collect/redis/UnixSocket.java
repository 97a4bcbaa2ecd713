package io.gnomon.collect.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// A socket of the file system as a `java.net.Socket`, which is all Jedis takes. Java has only
/// channels for these, and their reading knows no time limit: a selector waits instead.
final class UnixSocket extends Socket {
  private final SocketChannel channel;
  private final Selector readable;
  private volatile int silenceMillis;

  private UnixSocket(SocketChannel channel, Selector readable, int silenceMillis) {
    this.channel = channel;
    this.readable = readable;
    this.silenceMillis = silenceMillis;
  }

  static UnixSocket connect(String path, int silenceMillis) throws IOException {
    var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(path));
      channel.configureBlocking(false);
      var readable = Selector.open();
      channel.register(readable, SelectionKey.OP_READ);
      return new UnixSocket(channel, readable, silenceMillis);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private int read(byte[] into, int from, int length) throws IOException {
    var buffer = ByteBuffer.wrap(into, from, length);
    int read = channel.read(buffer);
    while (read == 0 && length > 0) {
      readable.selectedKeys().clear();
      if (readable.select(silenceMillis) == 0 && channel.isOpen()) {
        throw new SocketTimeoutException("Read timed out");
      }
      read = channel.read(buffer);
    }
    return read;
  }

  @Override
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        var one = new byte[1];
        return UnixSocket.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        return UnixSocket.this.read(into, from, length);
      }
    };
  }

  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      /// What we send is short: it fits into the socket's buffer or the server is not reading.
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        var rest = ByteBuffer.wrap(bytes, from, length);
        while (rest.hasRemaining()) {
          if (channel.write(rest) == 0) {
            throw new SocketTimeoutException("Write timed out");
          }
        }
      }
    };
  }

  @Override
  public void setSoTimeout(int millis) {
    silenceMillis = millis;
  }

  @Override
  public int getSoTimeout() {
    return silenceMillis;
  }

  @Override
  public boolean isConnected() {
    return channel.isConnected();
  }

  @Override
  public boolean isBound() {
    return true;
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public boolean isInputShutdown() {
    return isClosed();
  }

  @Override
  public boolean isOutputShutdown() {
    return isClosed();
  }

  @Override
  public void close() throws IOException {
    channel.close();
    readable.close();
  }
}
