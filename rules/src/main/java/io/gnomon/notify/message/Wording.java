package io.gnomon.notify.message;

import io.gnomon.alert.Alert;
import io.gnomon.notify.Language;
import io.gnomon.notify.Notification;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words of a message in one language and time zone. What comes from labels and annotations is
/// cut to a bearable length; to escape it is the channel's part.
public record Wording(Language language, ZoneId zone) {
  private static final int LONGEST = 1000;
  private static final MathContext DIGITS = new MathContext(4);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /// The text of one alert, part by part; parts that there are not are empty.
  public record AlertText(
      boolean firing,
      boolean critical,
      String title,
      String description,
      List<String> facts,
      String action,
      String labels,
      String link) {}

  public AlertText text(Alert alert, Optional<Story> story, long now) {
    boolean firing = !alert.resolved(now);
    var summary = annotation(alert, "summary");
    return new AlertText(
        firing,
        alert.labels().get("severity").equals("critical"),
        cut(summary.isEmpty() ? alert.name() : summary),
        cut(annotation(alert, "description")),
        firing ? firing(alert, story, now) : resolved(alert, story),
        cut(runbook(alert)),
        cut(labels(alert)),
        alert.generatorUrl());
  }

  /// Stays the same while a group fires and resolves, so that mail programs keep it in one thread.
  public String subject(Notification notification) {
    var labels = notification.groupLabels();
    var group =
        labels.isEmpty() ? notification.receiver() : String.join(" ", labels.toMap().values());
    return cut("[Gnomon] " + group);
  }

  /// `告警 2 条，恢复 1 条`.
  public String headline(Notification notification) {
    int firing = notification.firing().size();
    int resolved = notification.resolved().size();
    var parts = new ArrayList<String>();
    if (firing > 0) {
      parts.add(language.choose("告警 " + firing + " 条", firing + " firing"));
    }
    if (resolved > 0) {
      parts.add(language.choose("恢复 " + resolved + " 条", resolved + " resolved"));
    }
    return String.join(language.choose("，", ", "), parts);
  }

  private List<String> firing(Alert alert, Optional<Story> story, long now) {
    var facts = new ArrayList<String>();
    var limit = limit(story);
    var lasts = duration(now - alert.startsAt());
    if (Double.isFinite(alert.reading().value())) {
      facts.add(
          language
              .choose("当前值 %s%s，已持续 %s", "Now %s%s, for %s already")
              .formatted(number(alert.reading().value()), limit, lasts));
    }
    facts.add(language.choose("开始于 ", "Since ") + time(alert.startsAt()));
    story
        .flatMap(
            s -> s.usual().isPresent() ? Optional.of(s.usual().getAsDouble()) : Optional.empty())
        .ifPresent(usual ->
            facts.add(
                language.choose("近 7 天此时通常为 ", "Usual at this hour (7 days): ") + number(usual)));
    return facts;
  }

  private List<String> resolved(Alert alert, Optional<Story> story) {
    var facts = new ArrayList<String>();
    story
        .map(Story::latest)
        .filter(latest -> latest.isPresent())
        .ifPresent(latest ->
            facts.add(
                language.choose("当前值 ", "Now ") + number(latest.getAsDouble()) + limit(story)));
    if (Double.isFinite(alert.reading().peak())) {
      facts.add(language.choose("峰值 ", "Peak ") + number(alert.reading().peak()));
    }
    facts.add(
        language
            .choose("持续 %s（%s 至 %s）", "Lasted %s (%s to %s)")
            .formatted(
                duration(alert.endsAt() - alert.startsAt()),
                time(alert.startsAt()),
                time(alert.endsAt())));
    return facts;
  }

  private String limit(Optional<Story> story) {
    return story
        .flatMap(Story::threshold)
        .map(t ->
            language
                .choose("（阈值 %s %s）", " (threshold %s %s)")
                .formatted(t.op(), number(t.value())))
        .orElse("");
  }

  /// What to do: 处理. Rules may have it in English under a name of its own.
  private String runbook(Alert alert) {
    var action = annotation(alert, "action");
    var url = alert.annotations().get("runbook_url");
    return action.isEmpty() || url.isEmpty() ? action + url : action + " " + url;
  }

  private String annotation(Alert alert, String name) {
    var english = language == Language.EN ? alert.annotations().get(name + "_en") : "";
    return english.isEmpty() ? alert.annotations().get(name) : english;
  }

  private static String labels(Alert alert) {
    var parts = new ArrayList<String>();
    alert
        .labels()
        .without("alertname")
        .toMap()
        .forEach((name, value) -> parts.add(name + "=" + value));
    return String.join(" ", parts);
  }

  public String time(long millis) {
    return TIME.format(Instant.ofEpochMilli(millis).atZone(zone));
  }

  /// The two largest parts of a length of time.
  String duration(long millis) {
    var length = Duration.ofMillis(Math.max(0, millis));
    long[] counts = {
      length.toDays(), length.toHoursPart(), length.toMinutesPart(), length.toSecondsPart()
    };
    String[] units =
        language == Language.ZH
            ? new String[] {"天", "小时", "分钟", "秒"}
            : new String[] {"d", "h", "m", "s"};
    var parts = new ArrayList<String>();
    for (int i = 0; i < units.length; i++) {
      if (counts[i] > 0 && parts.size() < 2 || i == units.length - 1 && parts.isEmpty()) {
        parts.add(counts[i] + units[i]);
      }
    }
    return String.join(language.choose("", " "), parts);
  }

  static String number(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }

  private static String cut(String text) {
    var clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
    if (clean.length() <= LONGEST) {
      return clean;
    }
    int end = Character.isHighSurrogate(clean.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return clean.substring(0, end) + "…";
  }
}
