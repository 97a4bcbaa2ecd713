package io.gnomon.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The series that were scraped together, one a column, and where their rows are: sealed ones in
/// frames of the ring, the newest in a hot slot. Columns are only ever added; when a target's
/// columns are numbered anew, or need a wider slot, it gets a new table.
final class Table {
  /// A time before all others.
  static final long NEVER = Long.MIN_VALUE;

  final int number;
  final String target;
  final FrameIndex frames = new FrameIndex();

  private volatile @Nullable HotSlot slot;
  private Series[] columns = new Series[4];
  private int width;

  /// For each column the place of the newest frame with samples of it, 0 when there is none.
  private long[] lastPlaces = new long[4];

  /// The epoch of the segment with the newest schema of all columns, and how many columns the
  /// schemas in the ring name.
  long schemaEpoch;

  int schemaWidth;

  /// What those schemas take in the ring, about.
  long schemaBytes;

  volatile long newestTime = NEVER;

  /// The schema of so many columns, kept because every segment needs it again.
  private byte[] schema = {};

  private int schemaColumns = -1;

  /// How many of its rows the ring has, as recovery found.
  long sealedRows;

  /// True while an appender has it.
  boolean attached;

  /// How many columns were absent in the newest frame.
  int idle;

  /// True when the ring has let go of the last samples of a column.
  boolean outlived;

  Table(int number, String target) {
    this.number = number;
    this.target = target;
  }

  @Nullable HotSlot slot() {
    return slot;
  }

  void slot(@Nullable HotSlot slot) {
    this.slot = slot;
  }

  int width() {
    return width;
  }

  Series column(int column) {
    return columns[column];
  }

  /// Notes that a frame has samples of the column.
  void seen(int column, long place) {
    lastPlaces[column] = place;
  }

  /// Takes over what another table with the same columns has seen.
  void seenLike(Table other) {
    System.arraycopy(other.lastPlaces, 0, lastPlaces, 0, width);
  }

  /// After recovery: a column without samples in the frames is let go of with the newest frame.
  void seenAtLatest(long place) {
    for (int i = 0; i < width; i++) {
      lastPlaces[i] = lastPlaces[i] == 0 ? place : lastPlaces[i];
    }
  }

  long lastPlace(int column) {
    return lastPlaces[column];
  }

  byte[] deflatedSchema() {
    if (schemaColumns != width) {
      schema = Schema.of(this, 0).deflated();
      schemaColumns = width;
    }
    return schema;
  }

  int add(Series series) {
    if (width == columns.length) {
      columns = Arrays.copyOf(columns, 2 * width);
      lastPlaces = Arrays.copyOf(lastPlaces, 2 * width);
    }
    columns[width] = series;
    return width++;
  }

  /// Takes the series out of a column that nobody writes any more.
  void forget(int column) {
    columns[column] = Series.NONE;
    schemaColumns = -1;
  }
}
