package io.gnomon.store;

import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Appending (with its share of sealing), reading one series over 30 days, and the newest samples
/// of 10,000 series. Fill: 10 targets of 1,000 series, of which one keeps 30 days at 15 s.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StoreBenchmark {
  private static final int TARGETS = 10;
  private static final int COLUMNS = 1000;
  private static final int MONTH = 172_800;
  private static final long STEP = 15_000;
  private static final StoreOptions OPTIONS = new StoreOptions(2L << 30, Long.MAX_VALUE / 4, false);

  private final Window window = new Window();
  private final int[][] columns = new int[TARGETS][COLUMNS];
  private final Appender[] appenders = new Appender[TARGETS];
  private Path directory = Path.of("");
  private Store store;
  private Appender month;
  private int[] all = {};
  private int[] counter = {};
  private long time = 1_700_000_000_000L;
  private int row;

  @Setup
  public void fill() throws IOException {
    directory = Files.createTempDirectory("store-benchmark");
    store = Store.open(directory, OPTIONS);
    fillMonth();
    for (int target = 0; target < TARGETS; target++) {
      appenders[target] = store.appender("t" + target);
      for (int i = 0; i < COLUMNS; i++) {
        var labels = Labels.of("__name__", "m" + i % 50, "i", "" + i, "instance", "h" + target);
        columns[target][i] = appenders[target].column(labels);
      }
    }
    for (int i = 0; i < 300; i++) {
      append();
    }
    all = store.select(List.of(new Matcher("instance", Matcher.Op.REGEX, "h.*")));
    counter = store.select(List.of(Matcher.equal("__name__", "month_total")));
  }

  private void fillMonth() {
    month = store.appender("month");
    int total = month.column(Labels.of("__name__", "month_total"));
    int gauge = month.column(Labels.of("__name__", "month_gauge"));
    for (int i = 0; i < MONTH; i++) {
      month.begin(time + i * STEP);
      month.put(total, 7.0 * i + i % 5);
      month.put(gauge, i * 31 % 997 / 10.0);
      month.commit();
    }
    time += MONTH * STEP;
  }

  @Benchmark
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  @OperationsPerInvocation(TARGETS * COLUMNS)
  public void append() {
    time += STEP;
    row++;
    for (int target = 0; target < TARGETS; target++) {
      append(appenders[target], columns[target]);
    }
  }

  /// Of ten series six do not change, three count, one is a gauge with decimals.
  private void append(Appender appender, int[] columns) {
    appender.begin(time);
    for (int i = 0; i < columns.length; i++) {
      int kind = i % 10;
      double value = kind < 6 ? i : kind < 9 ? row * (double) kind : row * 31 % 997 / 10.0;
      appender.put(columns[i], value);
    }
    appender.commit();
  }

  @Benchmark
  public int readOneSeriesOver30Days() {
    return store.read(counter[0], 0, Long.MAX_VALUE, window);
  }

  @Benchmark
  public double newestOf10000Series() {
    double sum = 0;
    for (int id : all) {
      store.newest(id, time - 300_000, time, window);
      sum += window.values[0];
    }
    return sum;
  }

  @TearDown
  public void delete() throws IOException {
    store.close();
    try (var files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
