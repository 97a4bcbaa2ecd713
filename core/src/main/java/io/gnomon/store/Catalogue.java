package io.gnomon.store;

import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All series: found by their labels, known by their id. An id is never given twice.
final class Catalogue {
  private final LabelIndex index = new LabelIndex();
  private final ChangeLog changes = new ChangeLog();
  private volatile @Nullable Series[] byId = new @Nullable Series[64];
  private @Nullable SeriesMap map;
  private volatile int count;
  private int nextId = 1;

  ChangeLog changes() {
    return changes;
  }

  @Nullable Series series(int id) {
    var all = byId;
    return id >= 0 && id < all.length ? all[id] : null;
  }

  /// Uses a map to find series by their labels from now on. One that is not trusted, or has not
  /// just our series, is filled anew.
  synchronized void use(SeriesMap map, boolean trusted) throws IOException {
    this.map = map;
    if (!trusted || map.size() != count || !map.hasRoomFor(count)) {
      refill(map);
    }
  }

  private void refill(SeriesMap map) throws IOException {
    map.remake(count);
    for (var series : byId) {
      if (series != null) {
        map.put(series.labels, series.id);
      }
    }
  }

  private void note(Series series) {
    var known = map;
    if (known == null) {
      return;
    }
    try {
      if (known.hasRoomFor(count)) {
        known.put(series.labels, series.id);
      } else {
        refill(known);
      }
    } catch (IOException | IllegalStateException e) {
      map = null;
    }
  }

  /// Asks the map; what it does not know, or knows wrongly, the index settles.
  private @Nullable Series find(Labels labels) {
    var known = map == null ? null : series(map.find(labels));
    return known != null && known.labels.equals(labels) ? known : search(labels);
  }

  private @Nullable Series search(Labels labels) {
    for (int id : index.rarest(labels)) {
      var series = series(id);
      if (series != null && series.labels.equals(labels)) {
        return series;
      }
    }
    return null;
  }

  /// The column of a series in that table, or of a new series, at the end of the table.
  synchronized int column(Table table, Labels labels) {
    var series = find(labels);
    if (series == null) {
      series = create(nextId, labels);
    }
    return join(table, series);
  }

  /// The column of that series in the table, added when it has none.
  synchronized int join(Table table, Series series) {
    int column = series.columnIn(table);
    return column >= 0 ? column : moveIn(series, table);
  }

  private int moveIn(Series series, Table table) {
    int column = table.add(series);
    if (series != Series.NONE) {
      series.moveIn(new Home(table, column));
    }
    return column;
  }

  /// Puts the series of a schema into the next column of its table, with its old id where that is
  /// free.
  synchronized void restore(Table table, Schema.Column column) {
    if (column.labels().isEmpty()) {
      table.add(Series.NONE);
      return;
    }
    var series = find(column.labels());
    if (series == null) {
      series = create(series(column.id()) == null ? column.id() : nextId, column.labels());
    }
    moveIn(series, table);
  }

  /// Puts all series of a table into another.
  synchronized void copyColumns(Table from, Table to) {
    for (int i = 0; i < from.width(); i++) {
      moveIn(from.column(i), to);
    }
  }

  private Series create(int id, Labels labels) {
    var series = new Series(id, index.add(id, labels));
    if (id >= byId.length) {
      byId = Arrays.copyOf(byId, Math.max(id + 1, 2 * byId.length));
    }
    byId[id] = series;
    nextId = Math.max(nextId, id + 1);
    count++;
    note(series);
    changes.add(series.labels);
    return series;
  }

  /// Takes a series out of a table; with its last place the series is dropped.
  synchronized void moveOut(Series series, Table table) {
    if (series != Series.NONE && series.moveOut(table)) {
      index.remove(series.id, series.labels);
      byId[series.id] = null;
      count--;
      if (map != null) {
        map.remove(series.labels);
      }
      changes.add(series.labels);
    }
  }

  int count() {
    return count;
  }

  /// The series that all matchers accept, in the order of their labels.
  List<Series> select(List<Matcher> matchers) {
    var ids = selectIds(matchers);
    return Arrays.stream(ids)
        .mapToObj(id -> series(id))
        .filter(series -> series != null)
        .sorted(Comparator.comparing((Series series) -> series.labels))
        .toList();
  }

  private synchronized int[] selectIds(List<Matcher> matchers) {
    return index.select(matchers, this::allIds);
  }

  private int[] allIds() {
    return Arrays.stream(byId).filter(series -> series != null).mapToInt(s -> s.id).toArray();
  }
}
