package io.gnomon.collect;

import io.gnomon.model.Absent;
import io.gnomon.model.Matcher;
import io.gnomon.store.Store;
import io.gnomon.store.StoreOptions;
import io.gnomon.store.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Looks into a store the way a test's sentence asks.
public final class StoredSeries {
  private StoredSeries() {}

  public static Store open(Path directory) throws IOException {
    return Store.open(directory, new StoreOptions(16 << 20, 3_600_000, false));
  }

  /// The newest value of each series of a metric, "stale" for one that has ended.
  public static Map<String, String> newest(Store store, Matcher... matchers) {
    var newest = new TreeMap<String, String>();
    var window = new Window();
    for (int id : store.select(List.of(matchers))) {
      if (store.newest(id, 0, Long.MAX_VALUE, window) > 0) {
        newest.put(store.labels(id).toString(), text(window.values[0]));
      }
    }
    return newest;
  }

  /// All values of the one series of a metric.
  public static List<String> values(Store store, String metric) {
    var values = new ArrayList<String>();
    var window = new Window();
    for (int id : store.select(List.of(Matcher.equal("__name__", metric)))) {
      int count = store.read(id, 0, Long.MAX_VALUE, window);
      for (int i = 0; i < count; i++) {
        values.add(text(window.values[i]));
      }
    }
    return values;
  }

  private static String text(double value) {
    return Absent.is(value) ? "stale" : Double.toString(value);
  }
}
