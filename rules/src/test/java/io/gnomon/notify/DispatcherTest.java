package io.gnomon.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.alert.InhibitRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Alertmanager's pipeline, sentence by sentence: what happens, and what is told when.
class DispatcherTest {
  @TempDir Path directory;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
              the first message waits for group_wait       | 0s fire a; 60s end                              | 30s ops +a
              alerts that come meanwhile go with it        | 0s fire a; 10s fire b; 60s end                  | 30s ops +a +b
              a new alert waits for the group interval     | 0s fire a; 60s fire b; 6m end                   | 30s ops +a, 5m30s ops +a +b
              a resolved alert is told once                | 0s fire a; 60s resolve a; 20m end               | 30s ops +a, 5m30s ops -a
              one of two resolved is told with the other   | 0s fire a b; 60s resolve a; 20m end             | 30s ops +a +b, 5m30s ops -a +b
              nothing new says nothing                     | 0s fire a; 59m end                              | 30s ops +a
              the repeat interval repeats                  | 0s fire a; 1h1m end                             | 30s ops +a, 1h30s ops +a
              what ended before it was told is not told    | 0s fire a; 10s resolve a; 10m end               | ''
              an alert that returns begins a group anew    | 0s fire a; 60s resolve a; 6m fire a; 7m end     | 30s ops +a, 5m30s ops -a, 6m30s ops +a
              a silence is no end                          | 0s fire a; 60s silence i=a for 1h; 30m end      | 30s ops +a
              a silenced alert is new when it may speak    | 0s silence i=a for 20m; 1s fire a; 30m end      | 20m31s ops +a
              a silence that is expired speaks again       | 0s silence i=a for 20m; 1s fire a; 8m unsilence; 30m end | 10m31s ops +a
              a channel that is down is tried again        | 0s fire a; 1s fails 3; 2m end                   | 37s ops +a
              fired and resolved while down is still told  | 0s fire a; 1s fails 12; 2m resolve a; 20m end   | 5m33s ops -a
              a message is told once over a crash          | 0s fire a; 60s crash; 10m end                   | 30s ops +a
              an untold alert is told after a crash        | 0s fire a; 10s crash; 60s end                   | 40s ops +a
              a message under way is told after a crash    | 0s fire a; 1s fails 1; 30s end; 31s crash; 2m end | 31s ops +a
              resolved is told after a crash               | 0s fire a; 60s resolve a; 61s crash; 10m end    | 30s ops +a, 1m1s ops -a
              nobody is reminded of what somebody cares for | 0s fire a; 60s ack; 61s crash; 3h end         | 30s ops +a
          a silence lives through a crash              | 0s silence i=a for 1h; 1s crash; 2s fire a; 30m end | ''
          """)
  void tells(String name, String script, String expected) throws Exception {
    var config = Telling.config(Telling.root("30s", "5m", "1h"), List.of(), "ops");
    assertThat(String.join(", ", new Telling(directory, config, true).run(script).told))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ends are not told            | 0s fire a; 60s resolve a; 20m end     | 30s ops +a
          mixed groups tell what fires | 0s fire a b; 60s resolve a; 61s fire c; 20m end | 30s ops +a +b, 5m30s ops +b +c
          """)
  void withoutSendResolved(String name, String script, String expected) throws Exception {
    var config = Telling.config(Telling.root("30s", "5m", "1h"), List.of(), "ops");
    assertThat(String.join(", ", new Telling(directory, config, false).run(script).told))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no child: the root                 | fire a                        | ops +a
          the first child that matches       | fire a,team=db                | db +a
          deeper still                       | fire a,team=db,severity=high  | pager +a
          continue goes on to the next       | fire a,team=web               | web +a, all +a
          """)
  void routesDepthFirstAndLeftToRight(String name, String event, String expected) throws Exception {
    var root =
        Telling.root(
            "1s",
            "5m",
            "1h",
            Telling.route("db", "team=db", false, Telling.route("pager", "severity=high", false)),
            Telling.route("web", "team=web", true),
            Telling.route("all", "team=~\"web|db\"", false));
    var config = Telling.config(root, List.of(), "ops", "db", "pager", "web", "all");
    var told = new Telling(directory, config, true).run("0s " + event + "; 2s end").told;
    assertThat(String.join(", ", told.stream().map(line -> line.substring(3)).toList()))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the source keeps the target quiet    | fire s,role=src,host=1 t,role=dst,host=1 | +s
          another host is not kept             | fire s,role=src,host=1 t,role=dst,host=2 | +s +t
          missing equals empty                 | fire s,role=src t,role=dst               | +s
          both sides do not inhibit each other | fire s,role=both,host=1 t,role=both,host=1 | +s +t
          """)
  void inhibits(String name, String event, String expected) throws Exception {
    var rule =
        new InhibitRule(
            List.of("role=~\"src|both\""),
            null,
            null,
            List.of("role=~\"dst|both\""),
            null,
            Map.of(),
            List.of("host"));
    var config = Telling.config(Telling.root("1s", "5m", "1h"), List.of(rule), "ops");
    var told = new Telling(directory, config, true).run("0s " + event + "; 2s end").told;
    assertThat(told).containsExactly("1s ops " + expected);
  }

  @Test
  void aMuteTimeKeepsARouteQuietAndThenItSpeaks() throws Exception {
    var muted =
        new RouteConfig(
            "ops",
            null,
            null,
            null,
            null,
            List.of("i=a"),
            null,
            null,
            false,
            null,
            List.of("night"),
            null);
    var config = Telling.config(Telling.root("30s", "5m", "4h", muted), List.of(), "ops");
    assertThat(new Telling(directory, config, true).run("6m fire a; 2h end").told)
        .containsExactly("1h6m30s ops +a");
  }
}
