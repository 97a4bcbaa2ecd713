package io.gnomon.promql.corpus;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import io.gnomon.store.SeriesSource;
import io.gnomon.store.Store;
import io.gnomon.store.Window;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Series in memory, for tests that need any times and any values. It does not change: more samples
/// make another source.
public final class MemorySource implements SeriesSource {
  public static final MemorySource EMPTY = new MemorySource(new TreeMap<>());

  private final TreeMap<Labels, TreeMap<Long, Double>> samples;
  private final List<Labels> labels;
  private final long[][] times;
  private final double[][] values;

  private MemorySource(TreeMap<Labels, TreeMap<Long, Double>> samples) {
    this.samples = samples;
    this.labels = List.copyOf(samples.keySet());
    this.times = new long[labels.size()][];
    this.values = new double[labels.size()][];
    for (int id = 0; id < times.length; id++) {
      var series = samples.get(labels.get(id));
      times[id] = series.keySet().stream().mapToLong(Long::longValue).toArray();
      values[id] = series.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  /// The same with more series: values from the time 0, one each step; gaps leave no sample.
  public MemorySource with(long step, Map<Labels, double[]> more) {
    var all = new TreeMap<Labels, TreeMap<Long, Double>>();
    samples.forEach((series, column) -> all.put(series, new TreeMap<>(column)));
    more.forEach((series, column) -> {
      var into = all.computeIfAbsent(series, _ -> new TreeMap<>());
      for (int i = 0; i < column.length; i++) {
        if (!Absent.isGap(column[i])) {
          into.putIfAbsent(i * step, column[i]);
        }
      }
    });
    return new MemorySource(all);
  }

  /// Puts everything into a store, each series as a target of its own, so that one that has no
  /// sample at a time is not ended by the others.
  public void storeIn(Store store) {
    for (int id = 0; id < times.length; id++) {
      try (var appender = store.appender("series" + id)) {
        int column = appender.column(labels.get(id));
        for (int i = 0; i < times[id].length; i++) {
          appender.begin(times[id][i]);
          appender.put(column, values[id][i]);
          appender.commit();
        }
      }
    }
  }

  @Override
  public long epoch() {
    return 1;
  }

  @Override
  public boolean changedSince(long epoch, List<Matcher> matchers) {
    return false;
  }

  @Override
  public int[] select(List<Matcher> matchers) {
    return IntStream.range(0, labels.size())
        .filter(id -> matchers.stream().allMatch(matcher -> matcher.accepts(labels.get(id))))
        .toArray();
  }

  @Override
  public Labels labels(int id) {
    return labels.get(id);
  }

  @Override
  public int read(int id, long after, long upTo, Window into) {
    into.clear();
    for (int i = first(id, after); i < times[id].length && times[id][i] <= upTo; i++) {
      into.add(times[id][i], values[id][i]);
    }
    return into.count;
  }

  @Override
  public int newest(int id, long after, long upTo, Window into) {
    into.clear();
    int i = first(id, upTo) - 1;
    if (i >= 0 && times[id][i] > after) {
      into.add(times[id][i], values[id][i]);
    }
    return into.count;
  }

  /// The first sample after a time.
  private int first(int id, long after) {
    int low = 0;
    int high = times[id].length;
    while (low < high) {
      int middle = low + high >>> 1;
      if (times[id][middle] > after) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
