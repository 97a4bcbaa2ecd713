package io.gnomon.collect.celery;

import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import io.gnomon.collect.DownException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

/// What is wrong with a RabbitMQ server, said so that a person knows what to do.
final class RabbitWords {
  private RabbitWords() {}

  static DownException down(CeleryConfig config, Exception failure) {
    return new DownException(config.instance() + ": " + words(config, failure), failure);
  }

  private static String words(CeleryConfig config, Exception failure) {
    return switch (failure) {
      case AuthenticationFailureException _ -> "the password is not that of user " + config.user();
      case PossibleAuthenticationFailureException _ ->
          "user " + config.user() + " may not use this virtual host";
      case UnknownHostException e -> "there is no host " + e.getMessage();
      case ConnectException _ -> "the connection is refused: is RabbitMQ running there?";
      case SocketTimeoutException _, TimeoutException _ ->
          "it took the connection but does not answer";
      default -> failure.getMessage() == null ? "the connection broke" : failure.getMessage();
    };
  }
}
