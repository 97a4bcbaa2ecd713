package io.gnomon.store;

import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import io.gnomon.model.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;

/// The database of one data directory: append, find, read.
public final class Store implements SeriesSource, AutoCloseable {
  private Store() {}

  /// Opens a data directory, making it when it is missing. Throws an `IOException` whose message is
  /// one clear line when the directory cannot be used or another process has it.
  public static Store open(Path directory, StoreOptions options) throws IOException {
    throw new UnsupportedOperationException();
  }

  /// The rows of a target, known by its name; one appender a target at a time.
  public Appender appender(String target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long epoch() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean changedSince(long epoch, List<Matcher> matchers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int[] select(List<Matcher> matchers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Labels labels(int id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int read(int id, long after, long upTo, Window into) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int newest(int id, long after, long upTo, Window into) {
    throw new UnsupportedOperationException();
  }

  /// The series that one of the selectors accepts (all, when there is none) with samples in `[from,
  /// to]`.
  public List<Labels> series(List<List<Matcher>> selectors, long from, long to) {
    throw new UnsupportedOperationException();
  }

  /// The label names of those series.
  public SortedSet<String> labelNames(List<List<Matcher>> selectors, long from, long to) {
    throw new UnsupportedOperationException();
  }

  /// The values of one label among those series.
  public SortedSet<String> labelValues(
      String name, List<List<Matcher>> selectors, long from, long to) {
    throw new UnsupportedOperationException();
  }

  /// What the metric families said of themselves, by name.
  public List<Metric> metadata() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
