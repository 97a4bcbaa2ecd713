package io.gnomon.collect.redis;

import io.gnomon.collect.Programs;
import java.io.IOException;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;

/// A real Redis 7.0 that ends with the test.
public final class TestRedis implements AutoCloseable {
  private final int port;
  private final String[] settings;
  private RedisServer server;

  private TestRedis(int port, String... settings) {
    this.port = port;
    this.settings = settings;
  }

  public static TestRedis run(String... settings) throws IOException {
    var redis = new TestRedis(Programs.freePort(), settings);
    redis.start();
    return redis;
  }

  public void start() throws IOException {
    var builder = RedisServer.builder().port(port).bind("127.0.0.1").setting("save \"\"");
    for (var setting : settings) {
      builder.setting(setting);
    }
    server = builder.build();
    server.start();
  }

  public int port() {
    return port;
  }

  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  public Jedis client() {
    return new Jedis("127.0.0.1", port);
  }

  public void stop() throws IOException {
    server.stop();
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
