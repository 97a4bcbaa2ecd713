package io.gnomon.collect.redis;

import io.gnomon.collect.DownException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// What went wrong with a Redis server, said so that a person knows what to do.
public final class RedisWords {
  private RedisWords() {}

  public static DownException down(RedisConfig config, Exception failure) {
    return new DownException(words(config, failure), failure);
  }

  private static String words(RedisConfig config, Exception failure) {
    var where = config.instance();
    var told = message(failure);
    return switch (root(failure)) {
      case UnknownHostException _ -> "there is no host " + config.hostOr("127.0.0.1");
      case ConnectException _ -> where + " refuses the connection: is Redis running there?";
      case SocketTimeoutException _ -> where + " took the connection but does not answer";
      case Throwable e when isOfTls(failure) -> where + ": TLS failed: " + message(e);
      case Throwable _ -> where + ": " + refusal(config, told);
    };
  }

  private static String refusal(RedisConfig config, String told) {
    var user = config.user().isEmpty() ? "default" : config.user();
    return switch (told.split(" ")[0]) {
      case "WRONGPASS" -> "the password is not that of user " + user + " (WRONGPASS)";
      case "NOAUTH" -> "Redis wants a password (NOAUTH): write it into the url";
      case "NOPERM" -> "user " + user + " lacks a right: " + told;
      case "LOADING" -> "Redis is still loading its data";
      default -> told.isEmpty() ? "the connection broke" : told;
    };
  }

  private static boolean isOfTls(@Nullable Throwable failure) {
    return failure != null && (failure instanceof SSLException || isOfTls(failure.getCause()));
  }

  private static Throwable root(Throwable failure) {
    var root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    for (var hidden : root.getSuppressed()) { // Jedis hides here why no address answered
      return root(hidden);
    }
    return root;
  }

  private static String message(Throwable failure) {
    return failure.getMessage() == null ? "" : failure.getMessage();
  }
}
