package io.gnomon.web.page;

import io.gnomon.alert.Entry;
import io.gnomon.web.page.NotificationPage.Line;
import io.gnomon.web.templates.StaticTemplates;
import io.gnomon.web.templates.Templates;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `/notifications`: read from the journal.
public final class NotificationPages {
  private static final Templates TEMPLATES = new StaticTemplates();
  private static final int MOST = 200;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Frames frames;
  private final Supplier<List<Entry>> journal;

  public NotificationPages(Frames frames, Supplier<List<Entry>> journal) {
    this.frames = frames;
    this.journal = journal;
  }

  public void notifications(Context ctx) {
    var frame = frames.still(ctx, "Notifications", "通知");
    ctx.html(
        TEMPLATES
            .pageNotifications(new NotificationPage(frame, lines(journal.get(), frame.reader())))
            .render());
  }

  /// The newest messages first, each with the last attempt at it.
  private static List<Line> lines(List<Entry> entries, Reader reader) {
    var tried = new HashMap<String, Entry.Tried>();
    for (var entry : entries) {
      if (entry instanceof Entry.Tried each) {
        tried.put(each.channel() + each.message(), each);
      }
    }
    return entries.reversed().stream()
        .filter(Entry.Notified.class::isInstance)
        .map(Entry.Notified.class::cast)
        .filter(told -> !told.message().isEmpty())
        .limit(MOST)
        .map(told -> line(told, last(told, tried), reader))
        .toList();
  }

  private static Entry.@Nullable Tried last(Entry.Notified told, Map<String, Entry.Tried> tried) {
    return tried.get(told.channel() + told.at());
  }

  private static Line line(Entry.Notified told, Entry.@Nullable Tried last, Reader reader) {
    return new Line(
        TIME.format(Instant.ofEpochMilli(told.at())),
        told.receiver(),
        told.groupLabels().toString(),
        told.reason(),
        told.firing().size(),
        told.resolved().size(),
        last == null || last.nextAt() != 0 ? "warn" : "good",
        last == null ? 0 : last.attempt(),
        last == null ? reader.say("waiting", "等待发送") : last.answer());
  }
}
