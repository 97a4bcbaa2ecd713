package io.gnomon.collect.celery;

import io.gnomon.collect.DownException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What carries Celery's messages: Redis or RabbitMQ.
interface Broker extends AutoCloseable {
  /// @param consumers how many read it; below 0 when the broker does not know
  record Queue(long length, int consumers) {}

  /// @param unacknowledged messages handed to workers and not yet acknowledged; below 0 when the
  ///   broker does not tell
  /// @param warnings what could not be asked, in sentences
  record Queues(Map<String, Queue> byName, long unacknowledged, List<String> warnings) {}

  /// Begins to hear events, in a thread of its own, and does so until closed, whatever happens.
  void listen();

  /// How long these queues are, and those the broker itself knows of.
  Queues queues(Set<String> names) throws DownException;

  /// Tells all workers to send events of their tasks.
  void enableEvents() throws DownException;

  @Override
  void close();
}
