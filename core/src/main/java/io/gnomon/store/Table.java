package io.gnomon.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The series that were scraped together, one a column, and where their rows are: sealed ones in
/// frames of the ring, the newest in a hot slot. Columns are only ever added; when a target's
/// columns are numbered anew, or need a wider slot, it gets a new table.
final class Table {
  final int number;
  final String target;
  final FrameIndex frames = new FrameIndex();

  private volatile @Nullable HotSlot slot;
  private Series[] columns = new Series[4];
  private int width;

  /// For each column the epoch of the newest segment with samples of it.
  private int[] lastEpochs = new int[4];

  /// The epoch of the segment with the newest schema of all columns, and how many columns the
  /// schemas in the ring name.
  long schemaEpoch;

  int schemaWidth;
  long newestTime = Long.MIN_VALUE;

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

  int[] lastEpochs() {
    return lastEpochs;
  }

  int add(Series series) {
    if (width == columns.length) {
      columns = Arrays.copyOf(columns, 2 * width);
      lastEpochs = Arrays.copyOf(lastEpochs, 2 * width);
    }
    columns[width] = series;
    return width++;
  }

  /// The columns whose samples are all in segments up to that epoch, or gone.
  boolean isGone(int column, long epoch) {
    return lastEpochs[column] <= epoch;
  }
}
