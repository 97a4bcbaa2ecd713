package io.gnomon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import io.gnomon.model.Metric;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  private static final StoreOptions OPTIONS = new StoreOptions(4 << 20, Long.MAX_VALUE / 4, false);
  private static final Labels UP = Labels.of("__name__", "up", "job", "node");
  private static final Labels LOAD = Labels.of("__name__", "load", "job", "node");

  @TempDir Path directory;
  private Store store;

  @BeforeEach
  void open() throws IOException {
    store = Store.open(directory, OPTIONS);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void reopen() throws IOException {
    store.close();
    open();
  }

  private static Appender.Outcome row(
      Appender appender, long time, double value, Labels... series) {
    appender.begin(time);
    for (var labels : series) {
      appender.put(appender.column(labels), value);
    }
    return appender.commit();
  }

  private List<String> samples(Labels labels) {
    var window = new Window();
    var texts = new ArrayList<String>();
    for (int id : store.select(List.of(Matcher.equal("__name__", labels.metric())))) {
      store.read(id, Long.MIN_VALUE, Long.MAX_VALUE, window);
      for (int i = 0; i < window.count; i++) {
        boolean stale = Absent.is(window.values[i]);
        texts.add(window.times[i] + " " + (stale ? "stale" : "" + window.values[i]));
      }
    }
    return texts;
  }

  @Test
  void aSeriesThatIsNotPutAnyMoreEnds() {
    var node = store.appender("node");
    row(node, 1000, 1, UP, LOAD);
    row(node, 2000, 2, UP);
    row(node, 3000, 3, UP);
    row(node, 4000, 4, UP, LOAD);
    assertThat(samples(LOAD)).containsExactly("1000 1.0", "2000 stale", "4000 4.0");
  }

  @Test
  void theEndOfATargetEndsItsSeries() {
    var node = store.appender("node");
    row(node, 1000, 1, UP);
    node.end(2000);
    row(store.appender("node"), 3000, 3, UP);
    assertThat(samples(UP)).containsExactly("1000 1.0", "2000 stale", "3000 3.0");
  }

  @Test
  void aDiscardedScrapeLeavesOnlyWhatIsPutAfterwards() {
    var node = store.appender("node");
    node.begin(1000);
    node.put(node.column(LOAD), 7);
    assertThat(node.size()).isEqualTo(1);
    node.discard();
    node.put(node.column(UP), 0);
    assertThat(node.commit()).isEqualTo(Appender.Outcome.STORED);
    assertThat(samples(LOAD)).isEmpty();
    assertThat(samples(UP)).containsExactly("1000 0.0");
  }

  @Test
  void aRowIsNotSeenBeforeItsCommit() {
    var node = store.appender("node");
    node.begin(1000);
    node.put(node.column(UP), 1);
    assertThat(samples(UP)).isEmpty();
    node.commit();
    assertThat(samples(UP)).hasSize(1);
  }

  @Test
  void aClockThatStepsBackIsRefusedAndCounted() {
    var node = store.appender("node");
    row(node, 2000, 1, UP);
    assertThat(row(node, 2000, 2, UP)).isEqualTo(Appender.Outcome.OUT_OF_ORDER);
    assertThat(row(node, 1000, 2, UP)).isEqualTo(Appender.Outcome.OUT_OF_ORDER);
    assertThat(row(node, 2001, 3, UP)).isEqualTo(Appender.Outcome.STORED);
    assertThat(samples(UP)).containsExactly("2000 1.0", "2001 3.0");
    assertThat(store.stats().outOfOrder()).isEqualTo(2);
  }

  @Test
  void aSeriesOfSeveralTargetsIsOne() throws IOException {
    row(store.appender("a"), 1000, 1, UP);
    row(store.appender("b"), 1500, 2, UP);
    assertThat(store.select(List.of())).hasSize(1);
    reopen();
    assertThat(store.select(List.of())).hasSize(1);
    assertThat(samples(UP)).containsExactly("1000 1.0", "1500 2.0");
  }

  @Test
  void columnsAreNumberedAnewWhenHalfOfThemAreIdle() {
    var node = store.appender("node");
    var many = new Labels[100];
    for (int i = 0; i < many.length; i++) {
      many[i] = Labels.of("__name__", "pod", "i", "" + i);
    }
    int layout = node.layout();
    for (int row = 0; row < 1000; row++) {
      row(node, 1000 + row, row, row < 100 ? many : new Labels[] {UP});
    }
    assertThat(node.layout()).isGreaterThan(layout);
    assertThat(node.column(UP)).isLessThan(100);
    assertThat(samples(UP)).hasSize(900);
    assertThat(samples(many[50])).hasSize(100 * 101);
  }

  @Test
  void matchersFindSeriesByTheirLabels() {
    var node = store.appender("node");
    row(node, 1000, 1, UP, LOAD, Labels.of("__name__", "up", "job", "api", "zone", "b"));
    assertThat(found("up", Matcher.Op.EQUAL, "job", "api")).containsExactly("api");
    assertThat(found("up", Matcher.Op.NOT_EQUAL, "job", "api")).containsExactly("node");
    assertThat(found("up", Matcher.Op.REGEX, "job", "a.*|node")).containsExactly("api", "node");
    assertThat(found("up", Matcher.Op.NOT_REGEX, "job", "n.*")).containsExactly("api");
    assertThat(found("up", Matcher.Op.EQUAL, "zone", "")).containsExactly("node");
    assertThat(found("up", Matcher.Op.NOT_EQUAL, "zone", "")).containsExactly("api");
    assertThat(found("up", Matcher.Op.REGEX, "zone", ".*")).containsExactly("api", "node");
    assertThat(found("nothing", Matcher.Op.REGEX, "job", ".*")).isEmpty();
  }

  private List<String> found(String metric, Matcher.Op op, String name, String value) {
    var matchers = List.of(Matcher.equal("__name__", metric), new Matcher(name, op, value));
    var jobs = new ArrayList<String>();
    for (int id : store.select(matchers)) {
      jobs.add(store.labels(id).get("job"));
    }
    return jobs;
  }

  @Test
  void theEpochSaysWhetherMatchingSeriesCameOrWent() {
    var node = store.appender("node");
    row(node, 1000, 1, UP);
    long epoch = store.epoch();
    var loads = List.of(Matcher.equal("__name__", "load"));
    var ups = List.of(Matcher.equal("__name__", "up"));
    assertThat(store.changedSince(epoch, loads)).isFalse();
    row(node, 2000, 1, UP, LOAD);
    assertThat(store.changedSince(epoch, loads)).isTrue();
    assertThat(store.changedSince(epoch, ups)).isFalse();
  }

  @Test
  void listsWhatHasSamplesInARange() {
    row(store.appender("a"), 1000, 1, UP);
    row(store.appender("b"), 2000, 1, LOAD);
    assertThat(store.series(List.of(), 1000, 1500)).containsExactly(UP);
    assertThat(store.series(List.of(), 0, 5000)).containsExactly(LOAD, UP);
    assertThat(store.labelNames(List.of(), 0, 5000)).containsExactly("__name__", "job");
    assertThat(store.labelValues("__name__", List.of(), 1500, 5000)).containsExactly("load");
  }

  @Test
  void metadataSurvivesARestart() throws IOException {
    var help = new Metric("up", Metric.Type.GAUGE, "Whether it answers.\nOr not.", "");
    store.appender("a").describe(help);
    reopen();
    assertThat(store.metadata()).containsExactly(help);
  }

  @Test
  void aSealCutShortIsNotRepeated() throws IOException {
    var node = store.appender("node");
    for (int row = 0; row < 400; row++) {
      row(node, 1000 + row, row, UP, LOAD);
    }
    store.close();
    try (var arena = Arena.ofShared();
        var hot = HotFile.open(directory.resolve("hot"), arena, new Problems())) {
      // as if the process had been killed after its frames were published, before it said so
      assertThat(hot.slots().getFirst().sealed()).isPositive();
      hot.slots().getFirst().sealed(0);
    }
    open();
    assertThat(samples(UP)).hasSize(400).startsWith("1000 0.0").endsWith("1399 399.0");
    node = store.appender("node");
    for (int row = 400; row < 1000; row++) {
      row(node, 1000 + row, row, UP, LOAD);
    }
    assertThat(samples(UP)).hasSize(1000);
  }

  @Test
  void aSecondStoreOnTheDirectoryIsRefused() {
    assertThatThrownBy(() -> Store.open(directory, OPTIONS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("in use by another process")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsRefused() throws IOException {
    var file = Files.writeString(directory.resolve("file"), "");
    assertThatThrownBy(() -> Store.open(file.resolve("data"), OPTIONS))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot write to data directory")
        .hasMessageNotContaining("\n");
  }
}
