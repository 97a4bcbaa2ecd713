package io.gnomon.collect.celery;

import com.google.re2j.Pattern;

/// The class of an exception, from what an event says of it: `BoomError('boom 0')`. A task that was
/// killed comes as `ExceptionWithTraceback()`; its class stands in the traceback's last line,
/// `billiard.exceptions.TimeLimitExceeded: TimeLimitExceeded(1,)`.
final class ExceptionName {
  private static final Pattern NAME = Pattern.compile("\\w{1,64}");
  private static final String WRAPPER = "ExceptionWithTraceback";
  private static final String UNKNOWN = "UnknownException";

  private ExceptionName() {}

  static String of(String exception, String lastTracebackLine) {
    if (exception.startsWith("reject requeue=")) {
      return "Reject"; // how Celery 5.6 prints it
    }
    var name = before(exception, '(');
    return simple(name.equals(WRAPPER) ? before(lastTracebackLine, ':') : name);
  }

  private static String before(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }

  private static String simple(String name) {
    var simple = name.substring(name.lastIndexOf('.') + 1).strip();
    return NAME.matches(simple) ? simple : UNKNOWN;
  }
}
