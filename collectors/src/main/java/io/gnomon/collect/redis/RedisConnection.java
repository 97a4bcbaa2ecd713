package io.gnomon.collect.redis;

import io.gnomon.collect.server.TrustedCertificates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/// The one connection to a server: made when it is asked for, kept while it works, thrown away with
/// the first failure.
public final class RedisConnection implements AutoCloseable {
  private static final int CONNECT_MILLIS = 1000;
  private static final int READ_MILLIS = 2000;

  private final RedisConfig config;
  private final int database;
  private @Nullable Jedis open;

  public RedisConnection(RedisConfig config, int database) {
    this.config = config;
    this.database = database;
  }

  /// What one asks a server, by the connection that may be broken afterwards.
  @FunctionalInterface
  public interface Question<T> {
    T ask(Jedis jedis) throws IOException;
  }

  /// Asks; whatever goes wrong comes out as a `JedisException` or `IOException`, and the next
  /// question finds a new connection. One that was kept may have ended meanwhile, with a server
  /// that was started anew: then the question is put once more.
  public <T> T ask(Question<T> question) throws IOException {
    boolean kept = open != null;
    try {
      return once(question);
    } catch (JedisConnectionException e) {
      if (kept && !(e.getCause() instanceof SocketTimeoutException)) {
        return once(question);
      }
      throw e;
    }
  }

  private <T> T once(Question<T> question) throws IOException {
    try {
      return question.ask(open());
    } catch (JedisException | IOException e) {
      close();
      throw e;
    }
  }

  private Jedis open() throws IOException {
    var jedis = open;
    if (jedis == null) {
      jedis = connect(config, database, READ_MILLIS);
      open = jedis;
    }
    return jedis;
  }

  /// A connection of its own, for one that waits for messages: it takes a silence of that long for
  /// the end.
  public static Jedis connect(RedisConfig config, int database, int silenceMillis)
      throws IOException {
    var client = client(config, database, silenceMillis);
    return config.isUnix()
        ? new Jedis(new UnixSocketFactory(config.url().path(), READ_MILLIS), client)
        : new Jedis(new HostAndPort(config.hostOr("127.0.0.1"), config.url().port(6379)), client);
  }

  /// RESP2 and no CLIENT SETINFO, so that an ACL needs nothing for our sake.
  private static JedisClientConfig client(RedisConfig config, int database, int silenceMillis)
      throws IOException {
    var client =
        DefaultJedisClientConfig.builder()
            .resp2()
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
            .connectionTimeoutMillis(CONNECT_MILLIS)
            .socketTimeoutMillis(READ_MILLIS)
            .blockingSocketTimeoutMillis(silenceMillis)
            .database(database);
    if (config.isTls()) {
      client.sslOptions(tls(config));
    }
    var secret = config.secret();
    if (secret != null) {
      client.password(secret.reveal());
    }
    if (secret != null && !config.user().isEmpty()) {
      client.user(config.user());
    }
    return client.build();
  }

  private static SslOptions tls(RedisConfig config) throws IOException {
    var options = SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL);
    if (config.caFile() != null) {
      byte[] store = TrustedCertificates.pkcs12(config.caFile());
      options
          .trustStoreType("PKCS12")
          .truststore(() -> new ByteArrayInputStream(store), TrustedCertificates.STORE_PASSWORD);
    }
    return options.build();
  }

  @Override
  public void close() {
    var jedis = open;
    open = null;
    if (jedis != null) {
      try {
        jedis.close();
      } catch (JedisException _) {
        // it was broken already
      }
    }
  }
}
