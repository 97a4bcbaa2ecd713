package io.gnomon.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gnomon.alert.InhibitRule;
import io.gnomon.model.Labels;
import io.gnomon.notify.Delivery;
import io.gnomon.notify.GlobalConfig;
import io.gnomon.notify.Inbox;
import io.gnomon.notify.NotifyConfig;
import io.gnomon.notify.ReceiverConfig;
import io.gnomon.notify.RouteConfig;
import io.gnomon.notify.WebhookConfig;
import io.gnomon.promql.Engine;
import io.gnomon.promql.Limits;
import io.gnomon.promql.Options;
import io.gnomon.store.Store;
import io.gnomon.store.StoreOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole of alerting with its own threads: a sample on one side, a webhook on the other.
class AlertingTest {
  private static final Duration SOON = Duration.ofMillis(100);

  @TempDir Path directory;

  @Test
  void aWebhookHearsOfFiringAndOfResolved() throws Exception {
    var options = new StoreOptions(64 << 20, 86_400_000L, false);
    try (var inbox = new Inbox();
        var store = Store.open(directory.resolve("store"), options);
        var alerting = Alerting.open(directory, surroundings(store), plan(inbox.url()))) {
      alerting.start();
      put(store, 9);
      var firing = new ObjectMapper().readTree(inbox.next());
      assertThat(firing.at("/status").asText()).isEqualTo("firing");
      assertThat(firing.at("/version").asText()).isEqualTo("4");
      assertThat(firing.at("/groupKey").asText()).isEqualTo("{}:{alertname=\"Hot\"}");
      assertThat(firing.at("/alerts/0/labels/env").asText()).isEqualTo("test");
      assertThat(firing.at("/alerts/0/annotations/s").asText()).isEqualTo("9");
      put(store, 1);
      var resolved = new ObjectMapper().readTree(inbox.next());
      assertThat(resolved.at("/status").asText()).isEqualTo("resolved");
      assertThat(resolved.at("/alerts/0/endsAt").asText()).startsWith("20");
    }
  }

  @Test
  void aReloadKeepsWhatFiresAndResolvesWhatIsGone() throws Exception {
    var options = new StoreOptions(64 << 20, 86_400_000L, false);
    try (var inbox = new Inbox();
        var store = Store.open(directory.resolve("store"), options);
        var alerting = Alerting.open(directory, surroundings(store), plan(inbox.url()))) {
      alerting.start();
      put(store, 9);
      assertThat(inbox.next()).contains("\"status\":\"firing\"");
      alerting.reload(plan(inbox.url()));
      var notifying = plan(inbox.url()).notifying();
      alerting.reload(new Alerting.Plan(List.of(), notifying));
      assertThat(inbox.next()).contains("\"status\":\"resolved\"");
    }
  }

  @Test
  void aTestMessageGoesPastAllRoutes() throws Exception {
    var options = new StoreOptions(64 << 20, 86_400_000L, false);
    try (var inbox = new Inbox();
        var store = Store.open(directory.resolve("store"), options);
        var alerting = Alerting.open(directory, surroundings(store), plan(inbox.url()))) {
      alerting.start();
      assertThat(alerting.sendTest("ops").values())
          .singleElement()
          .isInstanceOf(Delivery.Sent.class);
    }
  }

  private static Alerting.Surroundings surroundings(Store store) {
    return new Alerting.Surroundings(
        new Engine(store, Options.DEFAULT),
        Limits.DEFAULT,
        store::appender,
        Labels.of("env", "test"),
        "http://gnomon",
        Duration.ZERO,
        InstantSource.system());
  }

  private static Alerting.Plan plan(String url) throws RuleFileException {
    var rules =
        RuleFile.read(
            "t",
            "groups: [{name: g, rules: [{alert: Hot, expr: a > 5,"
                + " annotations: {s: '{{ $value }}'}}]}]",
            SOON);
    var root =
        new RouteConfig(
            "ops",
            List.of("alertname"),
            SOON,
            SOON,
            null,
            null,
            null,
            null,
            false,
            null,
            null,
            null);
    var ops =
        new ReceiverConfig("ops", null, null, List.of(WebhookConfig.to(url)), null, null, null);
    return new Alerting.Plan(
        rules,
        new NotifyConfig(GlobalConfig.NONE, root, List.of(ops), List.<InhibitRule>of(), List.of()));
  }

  private static void put(Store store, double value) {
    try (var appender = store.appender("a")) {
      appender.begin(System.currentTimeMillis());
      appender.put(appender.column(Labels.of(Labels.NAME, "a")), value);
      appender.commit();
    }
  }
}
