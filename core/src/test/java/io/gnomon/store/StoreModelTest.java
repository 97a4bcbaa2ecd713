package io.gnomon.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Does with a store and with plain maps the same random things, and compares what both then have.
class StoreModelTest {
  private static final StoreOptions OPTIONS = new StoreOptions(64 << 20, Long.MAX_VALUE / 4, false);

  @TempDir Path directory;

  /// What was stored: for each series its samples by time, and which target has it now.
  private final Map<Labels, TreeMap<Long, Double>> model = new HashMap<>();

  private final Map<String, List<Labels>> lastRow = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void readsWhatAPlainMapHas(long seed) throws IOException {
    var random = new Random(seed);
    long time = 1_000_000;
    for (int run = 0; run < 4; run++) {
      try (var store = Store.open(directory, OPTIONS)) {
        time = scrape(store, random, time, 900);
        compare(store, random, time);
      }
    }
  }

  private long scrape(Store store, Random random, long start, int rows) {
    var targets = List.of("node", "api", "rules");
    var appenders = new ArrayList<Appender>();
    targets.forEach(target -> appenders.add(store.appender(target)));
    long time = start;
    for (int i = 0; i < rows; i++) {
      time += random.nextInt(10) == 0 ? 1 + random.nextInt(40_000) : 15_000;
      int which = random.nextInt(targets.size());
      row(appenders.get(which), targets.get(which), random, time);
    }
    appenders.forEach(Appender::close);
    return time;
  }

  private void row(Appender appender, String target, Random random, long time) {
    appender.begin(time);
    var values = new HashMap<Labels, Double>();
    int series = target.equals("rules") ? 3 : 40;
    for (int i = 0; i < series; i++) {
      int churn = random.nextInt(200) == 0 ? random.nextInt(20) : 0;
      var labels = Labels.of("__name__", "m" + i % 7, "job", target, "i", i + "." + churn);
      if (random.nextInt(30) > 0) {
        values.put(labels, value(random, i, time));
      }
    }
    values.forEach((labels, value) -> appender.put(appender.column(labels), value));
    assertThat(appender.commit()).isEqualTo(Appender.Outcome.STORED);
    remember(target, values, time);
  }

  private static double value(Random random, int i, long time) {
    return switch (i % 4) {
      case 0 -> time / 1000;
      case 1 -> random.nextInt(100) / 10.0;
      case 2 -> 17;
      default -> random.nextGaussian();
    };
  }

  private void remember(String target, Map<Labels, Double> values, long time) {
    for (var ended : lastRow.getOrDefault(target, List.of())) {
      if (!values.containsKey(ended)) {
        model.get(ended).put(time, Absent.STALE);
      }
    }
    values.forEach(
        (labels, value) -> model.computeIfAbsent(labels, l -> new TreeMap<>()).put(time, value));
    lastRow.put(target, List.copyOf(values.keySet()));
  }

  private void compare(Store store, Random random, long now) {
    var window = new Window();
    assertThat(store.select(List.of())).hasSize(model.size());
    for (int id : store.select(List.of(Matcher.equal("__name__", "m" + random.nextInt(7))))) {
      var samples = model.get(store.labels(id));
      assertSame(store, id, samples, Long.MIN_VALUE, Long.MAX_VALUE, window);
      for (int i = 0; i < 5; i++) {
        long from = 1_000_000 + random.nextLong(now);
        assertSame(store, id, samples, from, from + random.nextLong(3_000_000), window);
      }
    }
  }

  /// A stale marker counts only after a value of the window.
  private static void assertSame(
      Store store, int id, TreeMap<Long, Double> samples, long after, long upTo, Window window) {
    var expected = new ArrayList<String>();
    boolean alive = false;
    for (var sample : samples.tailMap(after, false).headMap(upTo, true).entrySet()) {
      if (alive || !Absent.is(sample.getValue())) {
        expected.add(text(sample.getKey(), sample.getValue()));
      }
      alive = !Absent.is(sample.getValue());
    }
    assertThat(texts(window, store.read(id, after, upTo, window))).isEqualTo(expected);
    store.newest(id, after, upTo, window);
    assertThat(
            texts(window, window.count).stream().filter(text -> !text.endsWith("stale")).toList())
        .isEqualTo(
            expected.isEmpty() || expected.getLast().endsWith("stale")
                ? List.of()
                : List.of(expected.getLast()));
  }

  private static List<String> texts(Window window, int count) {
    var texts = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      texts.add(text(window.times[i], window.values[i]));
    }
    return texts;
  }

  private static String text(long time, double value) {
    return time + " " + (Absent.is(value) ? "stale" : Double.toString(value));
  }
}
