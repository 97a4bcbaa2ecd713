package io.gnomon.notify;

import io.gnomon.alert.Acknowledgements;
import io.gnomon.alert.Alert;
import io.gnomon.alert.AlertBook;
import io.gnomon.alert.InhibitRule;
import io.gnomon.alert.Journal;
import io.gnomon.alert.MatcherText;
import io.gnomon.alert.Silence;
import io.gnomon.alert.Silences;
import io.gnomon.model.Durations;
import io.gnomon.model.Labels;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// The pipeline under a clock of its own: a script of events goes in, the messages come out as `30s
/// ops +a -b`: when, who, what fires and what is resolved.
final class Telling {
  private static final long ORIGIN = Notes.NOW;

  final List<String> told = new ArrayList<>();
  private final Path directory;
  private final NotifyConfig config;
  private final boolean sendResolved;
  private final Deque<Delivery> answers = new ArrayDeque<>();
  private long now = ORIGIN;
  private Journal journal;
  private AlertBook book;
  private Silences silences;
  private Acknowledgements acknowledgements;
  private Dispatcher dispatcher;
  private List<Courier> couriers;
  private String silence = "";

  Telling(Path directory, NotifyConfig config, boolean sendResolved) throws IOException {
    this.directory = directory;
    this.config = config;
    this.sendResolved = sendResolved;
    open();
  }

  private void open() throws IOException {
    journal = Journal.open(directory);
    var entries = journal.entries();
    book = new AlertBook(journal, Duration.ofDays(9), Labels.EMPTY);
    book.restore(entries, 0);
    silences = new Silences(journal);
    silences.restore(entries);
    acknowledgements = new Acknowledgements(journal);
    acknowledgements.restore(entries, book.alerts());
    book.listen(acknowledgements::follow);
    var outbox = new Outbox(journal);
    outbox.restore(entries);
    var channels = config.receivers().stream().map(this::channel).toList();
    dispatcher =
        new Dispatcher(config, channels, book, silences, acknowledgements, journal, outbox);
    dispatcher.restore(entries);
    RandomGenerator none = () -> 0;
    couriers = channels.stream().map(each -> new Courier(each, outbox, none)).toList();
    dispatcher.offer(book.alerts(), now);
    book.listen(alerts -> dispatcher.offer(alerts, now));
  }

  private Integration channel(ReceiverConfig receiver) {
    return new Integration(receiver.name(), 0, "test", sendResolved, this::send);
  }

  private Delivery send(Notification notification) {
    var answer = answers.isEmpty() ? new Delivery.Sent("ok") : answers.removeFirst();
    if (answer instanceof Delivery.Sent) {
      var line = new StringBuilder(time()).append(" ").append(notification.receiver());
      var names = new TreeMap<String, String>();
      notification
          .alerts()
          .forEach(
              a -> names.put(a.labels().get("i"), a.resolved(notification.at()) ? " -" : " +"));
      names.forEach((name, sign) -> line.append(sign).append(name));
      told.add(line.toString());
    }
    return answer;
  }

  private String time() {
    return Durations.print(Duration.ofMillis(now - ORIGIN));
  }

  /// Runs `TIME EVENT` lines, second by second, up to the time of the last one.
  Telling run(String script) throws Exception {
    for (var line : script.strip().split("\\s*;\\s*")) {
      var words = line.strip().split("\\s+", 3);
      long until = ORIGIN + Durations.parse(words[0]).toMillis();
      for (; now < until; now += 1000) {
        tick();
      }
      event(words[1], words.length > 2 ? words[2] : "");
    }
    tick();
    return this;
  }

  private void tick() throws InterruptedException {
    book.expire(now);
    dispatcher.flush(now);
    for (var courier : couriers) {
      courier.deliver(now);
    }
  }

  private void event(String event, String what) throws IOException {
    switch (event) {
      case "fire" -> book.receive(alerts(what, 0), now);
      case "resolve" -> book.receive(alerts(what, now), now);
      case "silence" -> silence = silences.set(silence(what), now);
      case "ack" ->
          book.alerts().forEach(a -> acknowledgements.acknowledge(a.labels(), "me", "mine", now));
      case "unsilence" -> silences.expire(silence, now);
      case "fails" -> answers.addAll(failures(Integer.parseInt(what)));
      case "crash" -> open();
      case "end" -> {}
      default -> throw new IllegalArgumentException(event);
    }
  }

  /// `a b,job=x`: alerts by their label i, with labels besides.
  private List<Alert> alerts(String what, long endsAt) {
    var alerts = new ArrayList<Alert>();
    for (var one : what.split(" ")) {
      var parts = one.split(",");
      var labels = new TreeMap<>(Map.of("alertname", "Hot", "i", parts[0]));
      for (int i = 1; i < parts.length; i++) {
        labels.put(parts[i].split("=")[0], parts[i].split("=")[1]);
      }
      long startsAt = endsAt == 0 ? now : ORIGIN;
      alerts.add(
          new Alert(Labels.of(labels), Labels.EMPTY, startsAt, endsAt, "", Alert.Reading.NONE));
    }
    return alerts;
  }

  private Silence silence(String what) {
    var parts = what.split(" for ");
    long length = Durations.parse(parts[1]).toMillis();
    return new Silence("", MatcherText.parse(parts[0]), now, now + length, now, "me", "work");
  }

  private static List<Delivery> failures(int count) {
    return java.util.stream.Stream.<Delivery>generate(() -> new Delivery.Retry("down"))
        .limit(count)
        .toList();
  }

  static NotifyConfig config(RouteConfig route, List<InhibitRule> inhibit, String... receivers) {
    return new NotifyConfig(
        GlobalConfig.NONE,
        route,
        java.util.Arrays.stream(receivers).map(ReceiverConfig::named).toList(),
        inhibit,
        List.of(new TimeIntervalConfig("night", List.of(everyMorning()))));
  }

  /// The hour that begins five minutes after the origin, which is 22:13:20 UTC.
  private static TimeInterval everyMorning() {
    var clock = List.of(new TimeInterval.Clock("22:18", "23:18"));
    return new TimeInterval(clock, null, null, null, null, null);
  }

  static RouteConfig route(
      String receiver, String matcher, boolean continues, RouteConfig... children) {
    return new RouteConfig(
        receiver,
        null,
        null,
        null,
        null,
        List.of(matcher),
        null,
        null,
        continues,
        List.of(children),
        null,
        null);
  }

  static RouteConfig root(String wait, String interval, String repeat, RouteConfig... children) {
    return new RouteConfig(
        "ops",
        List.of("alertname"),
        Durations.parse(wait),
        Durations.parse(interval),
        Durations.parse(repeat),
        null,
        null,
        null,
        false,
        List.of(children),
        null,
        null);
  }
}
