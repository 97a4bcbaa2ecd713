package io.gnomon.store;

import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import java.util.List;

/// What a query may ask of a store: which series there are, and their samples. Safe for many
/// threads; what a reader sees of a scrape is all or nothing. Times are milliseconds since the
/// epoch.
public interface SeriesSource {
  /// Grows whenever a series is born or dropped.
  long epoch();

  /// True when a series that all matchers accept was born or dropped after that epoch.
  boolean changedSince(long epoch, List<Matcher> matchers);

  /// Ids of the series that all matchers accept, in the order of their labels.
  int[] select(List<Matcher> matchers);

  Labels labels(int id);

  /// Fills the window with the samples of `(after, upTo]`, stale markers among them, and gives
  /// their number. Allocates nothing once the window is large enough. A dropped series has no
  /// samples.
  int read(int id, long after, long upTo, Window into);

  /// Finds the newest sample of `(after, upTo]`, a stale marker too, and puts it alone into the
  /// window: 1, or 0 when there is none. Cheap for recent times.
  int newest(int id, long after, long upTo, Window into);
}
