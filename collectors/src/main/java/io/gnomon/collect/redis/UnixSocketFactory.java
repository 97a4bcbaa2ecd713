package io.gnomon.collect.redis;

import java.io.IOException;
import java.net.Socket;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisConnectionException;

/// Makes Jedis's connections to a socket in the file system.
record UnixSocketFactory(String path, int silenceMillis) implements JedisSocketFactory {
  @Override
  public Socket createSocket() {
    try {
      return UnixSocket.connect(path, silenceMillis);
    } catch (IOException e) {
      throw new JedisConnectionException(path + ": " + e.getMessage(), e);
    }
  }
}
