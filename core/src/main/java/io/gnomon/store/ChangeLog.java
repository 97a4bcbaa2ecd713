package io.gnomon.store;

import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import java.util.List;

/// The series that were born or dropped lately. Each change is one epoch.
final class ChangeLog {
  private static final int KEPT = 4096;

  private final Labels[] changes = new Labels[KEPT];
  private volatile long epoch;

  long epoch() {
    return epoch;
  }

  synchronized void add(Labels series) {
    changes[(int) ((epoch + 1) % KEPT)] = series;
    epoch++;
  }

  /// True when a series that all matchers accept changed after that epoch, or that is too long ago
  /// to know.
  boolean since(long then, List<Matcher> matchers) {
    return epoch != then && searched(then, matchers);
  }

  private synchronized boolean searched(long then, List<Matcher> matchers) {
    if (epoch - then >= KEPT) {
      return true;
    }
    for (long e = then + 1; e <= epoch; e++) {
      if (accept(matchers, changes[(int) (e % KEPT)])) {
        return true;
      }
    }
    return false;
  }

  private static boolean accept(List<Matcher> matchers, Labels series) {
    for (int i = 0; i < matchers.size(); i++) {
      if (!matchers.get(i).accepts(series)) {
        return false;
      }
    }
    return true;
  }
}
