package io.gnomon.collect;

import org.jspecify.annotations.Nullable;

/// What went wrong, in one line for a person.
final class Failure {
  private Failure() {}

  static String words(Throwable failure) {
    var words = new StringBuilder();
    for (Throwable t = failure; t != null && words.length() < 400; t = t.getCause()) {
      var message = message(t);
      if (words.indexOf(message) < 0) {
        words.append(words.isEmpty() ? "" : ": ").append(message);
      }
    }
    return words.toString();
  }

  private static String message(Throwable t) {
    var message = firstLine(t.getMessage());
    return switch (t) {
      case java.net.UnknownHostException _ -> "no such host: " + message;
      case java.net.NoRouteToHostException _ -> "no route to host";
      case RefusedException _ -> message;
      default -> message.isEmpty() ? t.getClass().getSimpleName() : message;
    };
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("").strip();
  }
}
