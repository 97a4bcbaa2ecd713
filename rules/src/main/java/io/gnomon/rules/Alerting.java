package io.gnomon.rules;

import io.gnomon.alert.Acknowledgements;
import io.gnomon.alert.AlertBook;
import io.gnomon.alert.Entry;
import io.gnomon.alert.Journal;
import io.gnomon.alert.Silences;
import io.gnomon.model.Labels;
import io.gnomon.notify.Delivery;
import io.gnomon.notify.Notifications;
import io.gnomon.notify.NotifyConfig;
import io.gnomon.notify.api.AlertmanagerApi;
import io.gnomon.notify.channel.Channels;
import io.gnomon.notify.channel.TestMessage;
import io.gnomon.notify.message.Story;
import io.gnomon.promql.Engine;
import io.gnomon.promql.Limits;
import io.gnomon.store.Appender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// All of alerting, joined: rules find alerts, the book knows them, notifications tell of them, and
/// the journal remembers everything.
public final class Alerting implements AutoCloseable {
  private final Surroundings surroundings;
  private final Journal journal;
  private final Silences silences;
  private final AlertBook book;
  private final Acknowledgements acknowledgements;
  private RuleRunner runner;
  private Notifications notifications;
  private AlertmanagerApi alertmanager;

  /// What alerting needs of the house. `externalUrl` is the address that people reach it by;
  /// `settling` is how long after a restart data may be missing.
  public record Surroundings(
      Engine engine,
      Limits limits,
      Function<String, Appender> appenders,
      Labels externalLabels,
      String externalUrl,
      Duration settling,
      InstantSource clock) {}

  /// What the configuration says.
  public record Plan(List<RuleGroup> groups, NotifyConfig notifying) {}

  private Alerting(Surroundings surroundings, Plan plan, Journal journal) {
    this.surroundings = surroundings;
    this.journal = journal;
    this.silences = new Silences(journal);
    this.book =
        new AlertBook(
            journal, plan.notifying().global().resolveAfter(), surroundings.externalLabels());
    var entries = journal.entries();
    silences.restore(entries);
    book.restore(entries, journal.lastAlive());
    this.acknowledgements = new Acknowledgements(journal);
    acknowledgements.restore(entries, book.alerts());
    book.listen(acknowledgements::follow);
    this.runner = new RuleRunner(plan.groups(), context(entries));
    this.notifications = notifications(plan.notifying());
    this.alertmanager = alertmanager(plan.notifying());
  }

  /// Opens the journal of the data directory and takes up what it remembers.
  public static Alerting open(Path directory, Surroundings surroundings, Plan plan)
      throws IOException {
    return new Alerting(surroundings, plan, Journal.open(directory));
  }

  private RuleContext context(List<Entry> entries) {
    long now = surroundings.clock().millis();
    var restart =
        entries.isEmpty()
            ? RuleContext.Restart.NONE
            : new RuleContext.Restart(
                Math.max(0, now - book.lastAlive()), now + surroundings.settling().toMillis());
    return new RuleContext(
        surroundings.engine(),
        surroundings.limits(),
        surroundings.appenders(),
        book,
        surroundings.externalLabels(),
        surroundings.externalUrl(),
        surroundings.clock(),
        restart);
  }

  private Notifications notifications(NotifyConfig config) {
    return new Notifications(
        config,
        Channels.of(
            config,
            surroundings.externalUrl(),
            Story.asking(surroundings.engine()),
            surroundings.clock()),
        book,
        silences,
        acknowledgements,
        journal,
        surroundings.clock());
  }

  private AlertmanagerApi alertmanager(NotifyConfig config) {
    return new AlertmanagerApi(config, notifications, book, silences, surroundings.clock());
  }

  public synchronized void start() {
    notifications.start();
    runner.start();
  }

  /// Puts another configuration in force; alerts, silences and unsent messages stay.
  public synchronized void reload(Plan plan) {
    runner = runner.with(plan.groups());
    notifications.close();
    notifications = notifications(plan.notifying());
    alertmanager = alertmanager(plan.notifying());
    notifications.start();
    runner.start();
  }

  public synchronized RuleRunner runner() {
    return runner;
  }

  public synchronized Notifications notifications() {
    return notifications;
  }

  /// The questions of Alertmanager's API, about the configuration in force.
  public synchronized AlertmanagerApi alertmanager() {
    return alertmanager;
  }

  public AlertBook book() {
    return book;
  }

  public Silences silences() {
    return silences;
  }

  public Acknowledgements acknowledgements() {
    return acknowledgements;
  }

  /// Sends a test message by every channel of a receiver and gives their answers.
  public Map<String, Delivery> sendTest(String receiver) throws InterruptedException {
    return TestMessage.send(
        notifications().integrations(),
        receiver,
        surroundings.externalUrl(),
        surroundings.clock().millis());
  }

  public Journal journal() {
    return journal;
  }

  @Override
  public synchronized void close() {
    runner.close();
    notifications.close();
    journal.close();
  }
}
