package io.gnomon.collect.celery;

import io.gnomon.collect.Collector;
import io.gnomon.collect.DownException;
import io.gnomon.collect.line.Row;
import io.gnomon.collect.line.Series;
import io.gnomon.model.Metric;
import io.gnomon.model.SampleSink;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Puts what the events have told, and asks the broker for the lengths of the queues.
final class CeleryCollector implements Collector {
  private static final Metric LENGTH =
      Series.gauge("celery_queue_length", "Messages that wait in a queue, of all priorities.");
  private static final Metric CONSUMERS =
      Series.gauge("celery_active_consumer_count", "Consumers of a queue.");
  private static final long ENABLE_EVERY_MILLIS = Duration.ofMinutes(1).toMillis();

  private final CeleryConfig config;
  private final EventBook book;
  private final Broker broker;
  private final InstantSource clock;
  private final Row unacknowledged =
      Row.of(
          Series.of(
              Series.gauge(
                  "celery_unacked_messages", "Messages workers hold without acknowledging.")));
  private final Map<String, Row> queues = new HashMap<>();
  private List<String> warnings = List.of();
  private boolean listening;
  private long before;
  private long enabled;

  CeleryCollector(CeleryConfig config, EventBook book, Broker broker, InstantSource clock) {
    this.config = config;
    this.book = book;
    this.broker = broker;
    this.clock = clock;
  }

  @Override
  public void collect(SampleSink sink) throws DownException {
    if (!listening) {
      listening = true;
      broker.listen();
    }
    long now = clock.millis();
    book.put(sink, before);
    before = now;
    warnings = book.warnings();
    putQueues(sink);
    enableEvents(now);
  }

  private void putQueues(SampleSink sink) throws DownException {
    var names = new TreeSet<>(config.knownQueues());
    names.addAll(book.queues());
    var found = broker.queues(names);
    queues.keySet().retainAll(found.byName().keySet());
    found.byName().forEach((name, queue) -> put(name, queue, sink));
    if (found.unacknowledged() >= 0) {
      unacknowledged.into(sink).put(0, found.unacknowledged());
    }
    warnings = new ArrayList<>(warnings);
    warnings.addAll(found.warnings());
  }

  private void put(String name, Broker.Queue queue, SampleSink sink) {
    var row = queues.computeIfAbsent(name, CeleryCollector::row).into(sink);
    row.put(0, queue.length());
    if (queue.consumers() >= 0) {
      row.put(1, queue.consumers());
    }
  }

  private static Row row(String queue) {
    return Row.of(
        Series.of(LENGTH, "queue_name", queue), Series.of(CONSUMERS, "queue_name", queue));
  }

  /// A worker forgets it when it starts anew, so it is told when one comes online and each minute.
  private void enableEvents(long now) throws DownException {
    if (!config.enableEvents()) {
      return;
    }
    boolean online = book.cameOnline();
    if (online || now - enabled >= ENABLE_EVERY_MILLIS) {
      broker.enableEvents();
      enabled = now;
    }
  }

  @Override
  public List<String> warnings() {
    return warnings;
  }

  @Override
  public void close() {
    broker.close();
  }
}
