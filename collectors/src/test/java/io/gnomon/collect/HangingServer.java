package io.gnomon.collect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Takes connections and says nothing, as a firewall or a frozen server does. The kernel takes
/// them: nobody accepts.
public record HangingServer(ServerSocket socket) implements AutoCloseable {
  public static HangingServer start() throws IOException {
    return new HangingServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  public int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
