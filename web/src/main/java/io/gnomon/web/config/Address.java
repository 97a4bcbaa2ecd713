package io.gnomon.web.config;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Where the server listens: `host:port`; an empty host is every address of this machine.
public record Address(String host, int port) {
  public static Address parse(String text) {
    int colon = text.lastIndexOf(':');
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      if (colon >= 0 && port >= 0 && port <= 65535) {
        return new Address(text.substring(0, colon).replaceAll("^\\[(.*)\\]$", "$1"), port);
      }
    } catch (NumberFormatException e) {
      // Said below, with what was expected.
    }
    throw new IllegalArgumentException("expected host:port, got \"" + text + "\"");
  }

  public boolean isLoopback() {
    try {
      return !host.isEmpty() && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
