package io.gnomon.collect.celery;

/// What workers can be told from outside.
final class Control {
  static final String EXCHANGE = "celery.pidbox";

  /// Harmless to repeat. It does not make clients send `task-sent`.
  static final String ENABLE_EVENTS =
      """
      {"method":"enable_events","arguments":{},"destination":null,"pattern":null,"matcher":null}\
      """;

  private Control() {}
}
