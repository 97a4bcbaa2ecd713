package io.gnomon.promql.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.promql.Expr;
import io.gnomon.promql.Result;
import io.gnomon.store.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A result taken down as series with points; rows without any are no series.
record Answers(boolean isScalar, String string, List<Series> series, Result result) {
  /// A point's time and value.
  record Series(Labels labels, TreeMap<Long, Double> points) {}

  static Answers of(Result result) {
    var all = new ArrayList<Series>();
    for (int i = 0; i < result.size(); i++) {
      int row = result.row(i);
      var points = points(result, row);
      if (!points.isEmpty()) {
        all.add(new Series(result.labels(row), points));
      }
    }
    return new Answers(
        result.type() == Expr.Type.SCALAR, result.string(), List.copyOf(all), result);
  }

  private static TreeMap<Long, Double> points(Result result, int row) {
    var points = new TreeMap<Long, Double>();
    if (result.type() == Expr.Type.MATRIX) {
      var samples = new Window();
      result.samples(row, samples);
      for (int i = 0; i < samples.count; i++) {
        points.put(samples.times[i], samples.values[i]);
      }
      return points;
    }
    var values = result.values(row);
    for (int k = 0; k < result.grid().size(); k++) {
      if (!Absent.is(values[k])) {
        points.put(result.grid().at(k), values[k]);
      }
    }
    return points;
  }

  /// The points at one place of the grid only.
  Answers at(int k) {
    var time = result.grid().at(k);
    var kept =
        series.stream()
            .filter(one -> one.points().containsKey(time))
            .map(one ->
                new Series(one.labels(), new TreeMap<>(Map.of(time, one.points().get(time)))))
            .toList();
    return new Answers(isScalar, string, kept, result);
  }

  List<Labels> labels() {
    return series.stream().map(Series::labels).toList();
  }

  void assertScalar(String query, double expected) {
    assertThat(isScalar).as(query).isTrue();
    assertThat(value(0)).as(query).matches(actual -> Almost.equal(actual, expected), "" + expected);
  }

  private double value(int i) {
    return series.get(i).points().firstEntry().getValue();
  }

  void assertVector(String query, Map<Labels, double[]> expected, boolean ordered) {
    if (ordered) {
      assertThat(labels()).as(query).containsExactlyElementsOf(expected.keySet());
    } else {
      assertThat(labels()).as(query).containsExactlyInAnyOrderElementsOf(expected.keySet());
    }
    for (int i = 0; i < series.size(); i++) {
      double wanted = expected.get(series.get(i).labels())[0];
      assertThat(value(i))
          .as("%s: %s", query, series.get(i).labels())
          .matches(actual -> Almost.equal(actual, wanted), "" + wanted);
    }
  }

  void assertMatrix(String query, Map<Labels, double[]> expected, long start, long step) {
    assertThat(labels()).as(query).isSorted();
    assertThat(labels()).as(query).containsExactlyInAnyOrderElementsOf(expected.keySet());
    for (var one : series) {
      var wanted = points(expected.get(one.labels()), start, step);
      assertThat(one.points().keySet())
          .as("%s: %s", query, one.labels())
          .isEqualTo(wanted.keySet());
      one.points()
          .forEach((time, value) ->
              assertThat(value)
                  .as("%s: %s at %d", query, one.labels(), time)
                  .matches(
                      actual -> Almost.equal(actual, wanted.get(time)), "" + wanted.get(time)));
    }
  }

  private static TreeMap<Long, Double> points(double[] values, long start, long step) {
    var points = new TreeMap<Long, Double>();
    for (int i = 0; i < values.length; i++) {
      if (!Absent.isGap(values[i])) {
        points.put(start + i * step, values[i]);
      }
    }
    return points;
  }
}
