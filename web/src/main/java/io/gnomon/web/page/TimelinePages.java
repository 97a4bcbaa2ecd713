package io.gnomon.web.page;

import io.gnomon.alert.AlertState;
import io.gnomon.alert.Entry;
import io.gnomon.alert.Fingerprint;
import io.gnomon.model.Labels;
import io.gnomon.promql.Numbers;
import io.gnomon.web.page.TimelinePage.Event;
import io.gnomon.web.templates.StaticTemplates;
import io.gnomon.web.templates.Templates;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `/alerts/{fingerprint}`: one alert's part of the journal.
public final class TimelinePages {
  private static final Templates TEMPLATES = new StaticTemplates();
  private static final int MOST = 500;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Frames frames;
  private final Supplier<List<Entry>> journal;

  public TimelinePages(Frames frames, Supplier<List<Entry>> journal) {
    this.frames = frames;
    this.journal = journal;
  }

  public void timeline(Context ctx) {
    var fingerprint = ctx.pathParam("fingerprint");
    var entries = journal.get();
    var labels = labels(entries, fingerprint);
    if (labels == null) {
      throw new NotFoundResponse();
    }
    var frame = frames.still(ctx, labels.get("alertname"), labels.get("alertname"));
    var events = events(entries, labels, frame.reader());
    ctx.html(TEMPLATES.pageTimeline(new TimelinePage(frame, labels, events)).render());
  }

  private static @Nullable Labels labels(List<Entry> entries, String fingerprint) {
    for (var entry : entries.reversed()) {
      var labels =
          switch (entry) {
            case Entry.Changed changed -> changed.labels();
            case Entry.Received received -> received.alert().labels();
            default -> Labels.EMPTY;
          };
      if (!labels.isEmpty() && Fingerprint.text(labels).equals(fingerprint)) {
        return labels;
      }
    }
    return null;
  }

  private static List<Event> events(List<Entry> entries, Labels labels, Reader reader) {
    long id = Fingerprint.of(labels);
    Set<String> channels = new HashSet<>();
    var events = new ArrayList<Event>();
    for (var entry : entries) {
      var event = event(entry, labels, id, channels, reader);
      if (event != null) {
        events.add(event);
      }
    }
    var newest = events.reversed();
    return newest.subList(0, Math.min(MOST, newest.size()));
  }

  /// What an entry says of this alert; null when it says nothing. `channels` are those that were
  /// told of it so far.
  private static @Nullable Event event(
      Entry entry, Labels labels, long id, Set<String> channels, Reader reader) {
    return switch (entry) {
      case Entry.Changed changed when changed.labels().equals(labels) ->
          event(entry, word(changed.state()), reader.state(word(changed.state())), value(changed));
      case Entry.Received received when received.alert().labels().equals(labels) ->
          event(entry, "firing", reader.say("received", "收到外部告警"), "");
      case Entry.Notified told when told.firing().contains(id) || told.resolved().contains(id) -> {
        channels.add(told.channel());
        yield event(
            entry, "warn", reader.say("queued for ", "排队发送给 ") + told.receiver(), told.reason());
      }
      case Entry.Tried tried when channels.contains(tried.channel()) ->
          event(
              entry,
              tried.nextAt() == 0 ? "good" : "bad",
              reader.say("attempt ", "第 ") + tried.attempt() + reader.say("", " 次尝试"),
              tried.answer());
      case Entry.Decided decided when decided.alerts().contains(id) ->
          event(entry, "", reader.say("decided", "决定"), decided.reason());
      case Entry.SilenceSet set when set.silence().mutes(labels, entry.at()) ->
          event(
              entry,
              "",
              reader.say("silenced by ", "静默者：") + set.silence().createdBy(),
              set.silence().comment());
      case Entry.Acknowledged taken when taken.labels().equals(labels) ->
          event(entry, "", reader.say("acknowledged by ", "认领：") + taken.by(), taken.comment());
      default -> null;
    };
  }

  private static Event event(Entry entry, String state, String kind, String detail) {
    return new Event(TIME.format(Instant.ofEpochMilli(entry.at())), state, kind, detail);
  }

  private static String word(AlertState state) {
    return state instanceof AlertState.Resolved ? "resolved" : state.word();
  }

  private static String value(Entry.Changed changed) {
    double value = changed.reading().value();
    return Double.isNaN(value) ? "" : changed.reading().expr() + " → " + Numbers.sample(value);
  }
}
