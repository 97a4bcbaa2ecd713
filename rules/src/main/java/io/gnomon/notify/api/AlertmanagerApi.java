package io.gnomon.notify.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gnomon.alert.Alert;
import io.gnomon.alert.AlertBook;
import io.gnomon.alert.Inhibition;
import io.gnomon.alert.MatcherText;
import io.gnomon.alert.Silence;
import io.gnomon.alert.Silences;
import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import io.gnomon.notify.Dispatcher;
import io.gnomon.notify.Notifications;
import io.gnomon.notify.NotifyConfig;
import io.gnomon.notify.ReceiverConfig;
import io.gnomon.notify.Route;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The questions of Alertmanager's API and their answers. What is asked wrongly is refused with
/// `IllegalArgumentException`, what is not there with `NoSuchElementException`.
public final class AlertmanagerApi {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final int MOST_ALERTS = 10_000;

  private final NotifyConfig config;
  private final Notifications notifications;
  private final AlertBook book;
  private final Silences silences;
  private final InstantSource clock;
  private final long started;

  public AlertmanagerApi(
      NotifyConfig config,
      Notifications notifications,
      AlertBook book,
      Silences silences,
      InstantSource clock) {
    this.config = config;
    this.notifications = notifications;
    this.book = book;
    this.silences = silences;
    this.clock = clock;
    this.started = clock.millis();
  }

  /// Which alerts are asked for: `filter` are matchers, the receiver is a regular expression.
  public record AlertQuery(
      boolean active,
      boolean silenced,
      boolean inhibited,
      List<String> filter,
      @Nullable String receiver) {
    public static final AlertQuery ALL = new AlertQuery(true, true, true, List.of(), null);

    private boolean wants(AlertJson alert) {
      var status = alert.status();
      return (active || !status.state().equals("active"))
          && (silenced || status.silencedBy().isEmpty())
          && (inhibited || status.inhibitedBy().isEmpty())
          && MatcherText.all(MatcherText.parseAll(filter), Labels.of(alert.labels()))
          && (receiver == null || alert.receivers().stream().anyMatch(this::isFor));
    }

    private boolean isFor(AlertJson.Named named) {
      var pattern = receiver == null ? ".*" : receiver;
      return MatcherText.matcher("receiver", Matcher.Op.REGEX, pattern).test(named.name());
    }
  }

  /// Alerts that are told together.
  public record GroupJson(
      Map<String, String> labels, AlertJson.Named receiver, List<AlertJson> alerts) {}

  public record SilenceId(String silenceID) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Webhook(@Nullable List<AlertJson.Posted> alerts) {}

  public List<AlertJson> alerts(AlertQuery query) {
    long now = clock.millis();
    return shown(book.alerts().stream().filter(alert -> !alert.resolved(now)).toList(), query, now);
  }

  public List<GroupJson> groups(AlertQuery query) {
    long now = clock.millis();
    return notifications.groups().stream()
        .map(group -> group(group, query, now))
        .filter(group -> !group.alerts().isEmpty())
        .toList();
  }

  private GroupJson group(Dispatcher.Group group, AlertQuery query, long now) {
    var alerts = group.alerts().stream().filter(alert -> !alert.resolved(now)).toList();
    return new GroupJson(
        group.labels().toMap(), new AlertJson.Named(group.receiver()), shown(alerts, query, now));
  }

  private List<AlertJson> shown(List<Alert> alerts, AlertQuery query, long now) {
    var inhibition = new Inhibition(config.inhibitRules(), book.alerts(), now);
    return alerts.stream()
        .map(alert -> json(alert, inhibition, now))
        .filter(query::wants)
        .sorted(Comparator.comparing(AlertJson::fingerprint))
        .toList();
  }

  private AlertJson json(Alert alert, Inhibition inhibition, long now) {
    long ends =
        alert.endsAt() == 0 ? now + config.global().resolveAfter().toMillis() : alert.endsAt();
    return new AlertJson(
        alert.annotations().toMap(),
        Times.print(ends),
        alert.fingerprint(),
        receivers(alert.labels()),
        Times.print(alert.startsAt()),
        AlertJson.Status.of(
            inhibition.inhibiting(alert.labels()), silences.muting(alert.labels(), now)),
        Times.print(now),
        alert.generatorUrl(),
        alert.labels().toMap());
  }

  private List<AlertJson.Named> receivers(Labels labels) {
    return config.root().match(labels).stream()
        .map(Route::receiver)
        .distinct()
        .map(AlertJson.Named::new)
        .toList();
  }

  public List<SilenceJson> silences(List<String> filter) {
    long now = clock.millis();
    var wanted = MatcherText.parseAll(filter);
    return silences.all(now).stream()
        .filter(silence -> concerns(silence, wanted))
        .sorted(Comparator.comparing((Silence s) -> s.state(now)).thenComparing(Silence::endsAt))
        .map(silence -> SilenceJson.of(silence, now))
        .toList();
  }

  /// A filter picks the silences of which a matcher has such a value.
  private static boolean concerns(Silence silence, List<Matcher> wanted) {
    return wanted.stream()
        .allMatch(each ->
            silence.matchers().stream()
                .anyMatch(m -> m.name().equals(each.name()) && each.test(m.value())));
  }

  public SilenceJson silence(String id) {
    return SilenceJson.of(silences.find(id), clock.millis());
  }

  /// Makes or changes a silence.
  public SilenceId putSilence(byte[] body) {
    long now = clock.millis();
    SilenceJson posted = read(JSON.readerFor(SilenceJson.class), body);
    return new SilenceId(silences.set(posted.silence(now), now));
  }

  public void expireSilence(String id) {
    silences.expire(id, clock.millis());
  }

  /// Takes alerts as Prometheus sends them; gives their number.
  public int postAlerts(byte[] body) {
    List<AlertJson.Posted> posted =
        read(JSON.readerFor(new TypeReference<List<AlertJson.Posted>>() {}), body);
    return receive(posted);
  }

  /// Takes alerts as Alertmanager's webhook carries them; gives their number.
  public int postWebhook(byte[] body) {
    Webhook webhook = read(JSON.readerFor(Webhook.class), body);
    if (webhook.alerts() == null) {
      throw new IllegalArgumentException("expected alerts");
    }
    return receive(webhook.alerts());
  }

  private int receive(List<AlertJson.Posted> posted) {
    if (posted.size() > MOST_ALERTS) {
      throw new IllegalArgumentException("expected at most " + MOST_ALERTS + " alerts");
    }
    long now = clock.millis();
    book.receive(posted.stream().map(alert -> alert.alert(now)).toList(), now);
    return posted.size();
  }

  public List<AlertJson.Named> receivers() {
    return config.receivers().stream().map(ReceiverConfig::name).map(AlertJson.Named::new).toList();
  }

  /// What `amtool` asks first. The configuration itself is not told: it has secrets in it.
  public Map<String, Object> status(String version) {
    return Map.of(
        "cluster", Map.of("name", "", "status", "disabled", "peers", List.of()),
        "config", Map.of("original", ""),
        "uptime", Times.print(started),
        "versionInfo",
            Map.of(
                "version", version,
                "branch", "",
                "buildDate", "",
                "buildUser", "",
                "goVersion", "",
                "revision", ""));
  }

  private static <T> T read(ObjectReader reader, byte[] body) {
    try {
      T value = reader.readValue(new String(body, java.nio.charset.StandardCharsets.UTF_8));
      if (value == null) {
        throw new IllegalArgumentException("expected JSON");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("expected JSON: " + e.getOriginalMessage(), e);
    }
  }
}
