package io.gnomon.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a store keeps and what it lets go of.
class RetentionTest {
  private static final int BUDGET = 1 << 20;

  @TempDir Path directory;

  private static final Labels ONCE = Labels.of("__name__", "once");

  private static void once(Store store, long time) {
    var appender = store.appender("once");
    appender.begin(time);
    appender.put(appender.column(ONCE), 1);
    appender.commit();
    appender.end(time + 1);
  }

  private static int known(Store store, Labels labels) {
    return store.select(List.of(Matcher.equal("__name__", labels.metric()))).length;
  }

  @Test
  void theRingStaysInItsBudgetAndTheSeamIsWhole() throws IOException {
    var scrapes = new Scrapes("many", 50);
    try (var store = Store.open(directory, new StoreOptions(BUDGET, Long.MAX_VALUE / 4, false))) {
      once(store, 1);
      long epoch = store.epoch();
      var appender = store.appender("many");
      for (int row = 0; row < 40_000; row++) {
        scrapes.append(appender, row);
        if (row % 4000 == 3999) {
          assertThat(bytes("ring")).isLessThanOrEqualTo(BUDGET);
          assertThat(scrapes.faults(store, _ -> false)).isEmpty();
          assertThat(scrapes.newestRow(store)).isEqualTo(row);
        }
      }
      assertThat(store.stats().sealedBytes()).isGreaterThan(4 * BUDGET);
      assertThat(known(store, ONCE)).isZero();
      assertThat(store.changedSince(epoch, List.of(Matcher.equal("__name__", "once")))).isTrue();
      // each lived for 400 rows: those whose rows are gone are gone too
      assertThat(known(store, Labels.of("__name__", "short_lived"))).isLessThan(30);
    }
  }

  private long bytes(String folder) throws IOException {
    try (var files = Files.list(directory.resolve(folder))) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  @Test
  void whatIsOlderThanTheRetentionTimeIsNotRead() throws IOException {
    var scrapes = new Scrapes("t", 3);
    try (var store = Store.open(directory, new StoreOptions(BUDGET, 500_000, false))) {
      var appender = store.appender("t");
      for (int row = 0; row < 5000; row++) {
        scrapes.append(appender, row);
      }
      var window = new Window();
      int id = store.select(List.of(Matcher.equal("c", "0"))).length;
      assertThat(id).isEqualTo(1);
      store.read(store.select(List.of(Matcher.equal("c", "0")))[0], 0, Long.MAX_VALUE, window);
      assertThat(window.count).isBetween(500, 500 + 320);
    }
  }

  @Test
  void aSmallerBudgetGivesRoomBack() throws IOException {
    var scrapes = new Scrapes("t", 50);
    try (var store =
        Store.open(directory, new StoreOptions(4 * BUDGET, Long.MAX_VALUE / 4, false))) {
      var appender = store.appender("t");
      for (int row = 0; row < 30_000; row++) {
        scrapes.append(appender, row);
      }
    }
    assertThat(bytes("ring")).isGreaterThan(2 * BUDGET);
    try (var store = Store.open(directory, new StoreOptions(BUDGET, Long.MAX_VALUE / 4, false))) {
      assertThat(bytes("ring")).isLessThanOrEqualTo(BUDGET);
      assertThat(scrapes.newestRow(store)).isEqualTo(29_999);
      assertThat(scrapes.faults(store, _ -> false)).isEmpty();
      var appender = store.appender("t");
      for (int row = 30_000; row < 33_000; row++) {
        scrapes.append(appender, row);
      }
      assertThat(scrapes.faults(store, _ -> false)).isEmpty();
    }
  }
}
