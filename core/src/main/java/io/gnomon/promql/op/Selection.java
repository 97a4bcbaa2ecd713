package io.gnomon.promql.op;

import io.gnomon.model.Matcher;
import io.gnomon.store.SeriesSource;
import io.gnomon.store.Window;
import java.util.Arrays;
import java.util.List;

/// The series that a selector's matchers accept, found when the plan is bound.
public final class Selection {
  private final SeriesSource source;
  private final List<Matcher> matchers;
  private final int[] ids;
  private final List<Row> rows;

  public Selection(SeriesSource source, List<Matcher> matchers) {
    this.source = source;
    this.matchers = matchers;
    this.ids = source.select(matchers);
    this.rows = Arrays.stream(ids).mapToObj(id -> new Row(source.labels(id))).toList();
  }

  public List<Row> rows() {
    return rows;
  }

  public int size() {
    return ids.length;
  }

  void read(int row, long after, long upTo, Window into) {
    source.read(ids[row], after, upTo, into);
  }

  void newest(int row, long after, long upTo, Window into) {
    source.newest(ids[row], after, upTo, into);
  }

  /// As `read`, without stale markers, which end a series but are no samples of it.
  void readSamples(int row, long after, long upTo, Window into) {
    source.read(ids[row], after, upTo, into);
    into.dropStale();
  }

  @Override
  public String toString() {
    return matchers.toString();
  }
}
