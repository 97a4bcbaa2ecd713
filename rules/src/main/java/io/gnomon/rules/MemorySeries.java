package io.gnomon.rules;

import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import io.gnomon.store.SeriesSource;
import io.gnomon.store.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Series on the heap, for the short life of a rule test.
final class MemorySeries implements SeriesSource {
  private final List<Labels> labels = new ArrayList<>();
  private final List<Window> samples = new ArrayList<>();
  private final Map<Labels, Integer> ids = new HashMap<>();

  int id(Labels series) {
    return ids.computeIfAbsent(
        series,
        _ -> {
          labels.add(series);
          samples.add(new Window());
          return labels.size() - 1;
        });
  }

  void add(int id, long time, double value) {
    samples.get(id).add(time, value);
  }

  @Override
  public long epoch() {
    return labels.size();
  }

  @Override
  public boolean changedSince(long epoch, List<Matcher> matchers) {
    return IntStream.range((int) epoch, labels.size()).anyMatch(id -> accepts(id, matchers));
  }

  private boolean accepts(int id, List<Matcher> matchers) {
    return matchers.stream().allMatch(matcher -> matcher.accepts(labels.get(id)));
  }

  @Override
  public int[] select(List<Matcher> matchers) {
    return IntStream.range(0, labels.size())
        .filter(id -> accepts(id, matchers))
        .boxed()
        .sorted(Comparator.comparing(labels::get))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Override
  public Labels labels(int id) {
    return labels.get(id);
  }

  @Override
  public int read(int id, long after, long upTo, Window into) {
    into.clear();
    var series = samples.get(id);
    for (int i = 0; i < series.count; i++) {
      if (series.times[i] > after && series.times[i] <= upTo) {
        into.add(series.times[i], series.values[i]);
      }
    }
    return into.count;
  }

  @Override
  public int newest(int id, long after, long upTo, Window into) {
    into.clear();
    var series = samples.get(id);
    for (int i = series.count - 1; i >= 0 && series.times[i] > after; i--) {
      if (series.times[i] <= upTo) {
        into.add(series.times[i], series.values[i]);
        return 1;
      }
    }
    return 0;
  }
}
