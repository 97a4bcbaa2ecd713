package io.gnomon.notify;

import io.gnomon.alert.Acknowledgements;
import io.gnomon.alert.Alert;
import io.gnomon.alert.AlertBook;
import io.gnomon.alert.Entry;
import io.gnomon.alert.Journal;
import io.gnomon.alert.Silences;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Telling at work: one thread that decides, and one for each channel that carries.
public final class Notifications implements AutoCloseable {
  private final Dispatcher dispatcher;
  private final Outbox outbox;
  private final AlertBook book;
  private final Journal journal;
  private final InstantSource clock;
  private final List<Integration> integrations;
  private final Consumer<List<Alert>> listener = this::offer;
  private final Repeated deciding;
  private final List<Repeated> carrying = new ArrayList<>();

  public Notifications(
      NotifyConfig config,
      List<Integration> integrations,
      AlertBook book,
      Silences silences,
      Acknowledgements acknowledgements,
      Journal journal,
      InstantSource clock) {
    this.outbox = new Outbox(journal);
    this.dispatcher =
        new Dispatcher(config, integrations, book, silences, acknowledgements, journal, outbox);
    this.book = book;
    this.journal = journal;
    this.clock = clock;
    this.integrations = List.copyOf(integrations);
    this.deciding = new Repeated("dispatcher", clock, this::decide);
    for (var integration : integrations) {
      var courier = new Courier(integration, outbox, RandomGenerator.getDefault());
      carrying.add(new Repeated(integration.name(), clock, courier::deliver));
    }
  }

  /// Takes up what was left undone, then goes on by itself. The book must be restored before.
  public void start() {
    var entries = journal.entries();
    outbox.restore(entries);
    dispatcher.restore(entries);
    integrations.forEach(each -> each.notifier().sentLately(sentLately(each, entries)));
    offer(book.alerts());
    book.listen(listener);
    deciding.start();
    carrying.forEach(Repeated::start);
  }

  /// How many messages the channel took in the last minute.
  private int sentLately(Integration integration, List<Entry> entries) {
    long since = clock.millis() - Duration.ofMinutes(1).toMillis();
    return (int)
        entries.stream()
            .filter(e -> e instanceof Entry.Tried tried && tried.nextAt() == 0 && e.at() > since)
            .filter(e -> e instanceof Entry.Tried tried && integration.owns(tried.channel()))
            .count();
  }

  private void offer(List<Alert> alerts) {
    dispatcher.offer(alerts, clock.millis());
    deciding.ring();
  }

  private long decide(long now) {
    book.expire(now);
    long next = dispatcher.flush(now);
    carrying.forEach(Repeated::ring);
    return next;
  }

  /// The groups there are now, with their alerts.
  public List<Dispatcher.Group> groups() {
    return dispatcher.groups();
  }

  public List<Integration> integrations() {
    return integrations;
  }

  /// How many messages no channel has taken yet.
  public int waiting() {
    return outbox.all().size();
  }

  /// Ends the threads; a message under way is finished or, after the next start, sent again.
  @Override
  public void close() {
    book.ignore(listener);
    deciding.close();
    carrying.forEach(Repeated::close);
    integrations.forEach(integration -> integration.notifier().close());
  }
}
