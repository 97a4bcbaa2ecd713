package io.gnomon.store;

import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Which series have which label: for every label and value the ids. Guarded by its owner.
final class LabelIndex {
  private record Label(String name, Map<String, Postings> values) {}

  private static final int[] NONE = {};

  private final Map<String, Label> labels = new HashMap<>();

  /// Adds a series and gives its labels made of the strings that the index shares.
  Labels add(int id, Labels series) {
    var shared = new String[2 * series.size()];
    for (int i = 0; i < series.size(); i++) {
      var label = labels.computeIfAbsent(series.name(i), name -> new Label(name, new HashMap<>()));
      var postings = label.values.computeIfAbsent(series.value(i), Postings::new);
      postings.add(id);
      shared[2 * i] = label.name;
      shared[2 * i + 1] = postings.value;
    }
    return Labels.of(shared);
  }

  /// The ids with the one of these labels that fewest series have.
  int[] rarest(Labels series) {
    Postings rarest = null;
    for (int i = 0; i < series.size(); i++) {
      var label = labels.get(series.name(i));
      var postings = label == null ? null : label.values.get(series.value(i));
      if (postings == null) {
        return NONE;
      }
      rarest = rarest == null || postings.count() < rarest.count() ? postings : rarest;
    }
    return rarest == null ? NONE : rarest.ids();
  }

  void remove(int id, Labels series) {
    for (int i = 0; i < series.size(); i++) {
      var label = labels.get(series.name(i));
      var postings = label == null ? null : label.values.get(series.value(i));
      if (label == null || postings == null) {
        continue;
      }
      postings.remove(id);
      if (postings.isEmpty()) {
        label.values.remove(series.value(i));
      }
      if (label.values.isEmpty()) {
        labels.remove(series.name(i));
      }
    }
  }

  /// The ids that all matchers accept, ascending. `all` is asked only when no matcher demands a
  /// label.
  int[] select(List<Matcher> matchers, Supplier<int[]> all) {
    var demands =
        matchers.stream()
            .filter(matcher -> !matcher.test(""))
            .map(matcher -> having(matcher.name(), matcher))
            .sorted((a, b) -> Integer.compare(a.length, b.length))
            .toList();
    int[] ids = demands.isEmpty() ? all.get() : demands.getFirst();
    for (int i = 1; i < demands.size(); i++) {
      ids = Postings.intersect(ids, demands.get(i));
    }
    for (var matcher : matchers) {
      if (matcher.test("")) {
        ids = Postings.subtract(ids, having(matcher.name(), value -> !matcher.test(value)));
      }
    }
    return ids;
  }

  /// The ids with a value of that label that the test accepts.
  private int[] having(String name, Predicate<String> test) {
    var label = labels.get(name);
    if (label == null) {
      return NONE;
    }
    if (test instanceof Matcher matcher && matcher.op() == Matcher.Op.EQUAL) {
      var postings = label.values.get(matcher.value());
      return postings == null ? NONE : postings.ids();
    }
    return union(label.values.values().stream().filter(p -> test.test(p.value)));
  }

  private static int[] union(Stream<Postings> some) {
    var chosen = some.toList();
    var ids = new int[chosen.stream().mapToInt(Postings::count).sum()];
    int n = 0;
    for (var postings : chosen) {
      System.arraycopy(postings.ids(), 0, ids, n, postings.count());
      n += postings.count();
    }
    Arrays.sort(ids);
    return ids;
  }
}
