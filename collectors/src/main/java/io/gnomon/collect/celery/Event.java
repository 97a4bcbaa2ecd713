package io.gnomon.collect.celery;

import java.util.Optional;

/// What we want of one event. Texts that are absent are empty, numbers are 0 or NaN.
///
/// @param hostname the node that sent it, `worker@host`
/// @param timestamp seconds since the epoch by the clock of its sender
/// @param eta before when a task was not to be started, seconds since the epoch; NaN without
/// @param runtime seconds a task took
/// @param exception the class of it
/// @param processed tasks a worker has started since its own start
record Event(
    String type,
    String uuid,
    String name,
    String queue,
    String hostname,
    double timestamp,
    double eta,
    double runtime,
    String exception,
    int pid,
    long active,
    long processed) {

  boolean isOfWorker() {
    return type.startsWith("worker-");
  }

  Optional<TaskEvent> task() {
    return TaskEvent.of(type);
  }

  /// The part of a node's name behind the `@`.
  static String host(String node) {
    return node.substring(node.indexOf('@') + 1);
  }
}
