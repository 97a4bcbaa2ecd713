package io.gnomon.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Samples that bring times of their own.
class TimedRowsTest {
  private static final StoreOptions OPTIONS = new StoreOptions(64 << 20, Long.MAX_VALUE / 4, false);

  @TempDir Path directory;
  private Store store;
  private Appender appender;

  @BeforeEach
  void open() throws IOException {
    store = Store.open(directory, OPTIONS);
    appender = store.appender("t");
  }

  @AfterEach
  void close() {
    appender.close();
    store.close();
  }

  private void reopen() throws IOException {
    close();
    open();
  }

  /// Commits a scrape at that time with samples like `a 990 1`.
  private void scrape(long time, String... samples) {
    appender.begin(time);
    for (var sample : samples) {
      var part = sample.split(" ");
      int column = appender.column(Labels.of("__name__", part[0]));
      appender.put(column, Long.parseLong(part[1]), Double.parseDouble(part[2]));
    }
    assertThat(appender.commit()).isEqualTo(Appender.Outcome.STORED);
  }

  private List<String> samples(String metric) {
    var window = new Window();
    var found = new ArrayList<String>();
    for (int id : store.select(List.of(Matcher.equal("__name__", metric)))) {
      store.read(id, Long.MIN_VALUE, Long.MAX_VALUE, window);
      for (int i = 0; i < window.count; i++) {
        found.add(window.times[i] + " " + window.values[i]);
      }
    }
    return found;
  }

  @Test
  void keepTheirTimes() {
    scrape(1000, "a 990 1", "b 980 2");
    scrape(2000, "a 1990 3", "b 1980 4");
    assertThat(samples("a")).containsExactly("990 1.0", "1990 3.0");
    assertThat(samples("b")).containsExactly("980 2.0", "1980 4.0");
  }

  @Test
  void ofOneSeriesAreSortedWithinACommit() {
    scrape(1000, "a 30 3", "a 10 1", "a 20 2");
    assertThat(samples("a")).containsExactly("10 1.0", "20 2.0", "30 3.0");
  }

  @Test
  void notAfterTheNewestAreRefusedAndCounted() {
    scrape(1000, "a 50 1", "b 90 9");
    scrape(2000, "a 40 2", "b 91 9");
    assertThat(samples("a")).containsExactly("50 1.0");
    assertThat(samples("b")).containsExactly("90 9.0", "91 9.0");
    assertThat(store.stats().outOfOrder()).isEqualTo(1);
  }

  @Test
  void ofTheSameTimeAreFineWhenTheyAreTheSame() {
    scrape(1000, "a 50 1");
    scrape(2000, "a 50 1");
    assertThat(store.stats().duplicates()).isZero();
    scrape(3000, "a 50 7");
    assertThat(store.stats().duplicates()).isEqualTo(1);
    assertThat(samples("a")).containsExactly("50 1.0");
  }

  @Test
  void goOnAfterARestart() throws IOException {
    scrape(1000, "a 10 1", "b 11 2");
    reopen();
    scrape(2000, "a 10 1", "a 9 5", "a 20 3", "b 21 4");
    assertThat(samples("a")).containsExactly("10 1.0", "20 3.0");
    assertThat(samples("b")).containsExactly("11 2.0", "21 4.0");
    assertThat(store.stats().outOfOrder()).isEqualTo(1);
    assertThat(store.stats().duplicates()).isZero();
  }

  @Test
  void doNotWasteRoomWhenEverySeriesHasItsOwn() {
    for (int scrape = 0; scrape < 30; scrape++) {
      var samples = new String[300];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = "m" + i + " " + (100_000 * scrape + 7 * i) + " " + scrape;
      }
      scrape(100_000 * scrape, samples);
    }
    assertThat(samples("m123")).hasSize(30);
    assertThat(store.stats().hotBytes()).isLessThan(4 << 20);
  }

  @Test
  void mayComeInAnyOrderOfSeries() {
    for (int series = 0; series < 50; series++) {
      for (int i = 0; i < 400; i += 100) {
        var samples = new String[100];
        for (int j = 0; j < 100; j++) {
          samples[j] = "m" + series + " " + (i + j) * 15_000 + " " + j;
        }
        scrape(1000 * series + i, samples);
      }
    }
    assertThat(samples("m0")).hasSize(400);
    assertThat(samples("m49")).hasSize(400);
  }

  @Test
  void ofThePastAreMergedWithTheLiveOnes() {
    var live = store.appender("live");
    for (int i = 100; i < 110; i++) {
      live.begin(i);
      live.put(live.column(Labels.of("__name__", "a")), i);
      live.commit();
    }
    live.close();
    scrape(1, "a 98 98", "a 99 99", "a 100 0", "b 5 5");
    assertThat(samples("a")).hasSize(12).startsWith("98 98.0", "99 99.0", "100 100.0", "101 101.0");
  }
}
