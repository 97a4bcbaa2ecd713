package io.gnomon.store;

import java.util.ArrayList;

/// A side table: the series of a target whose own times go together.
final class Side {
  private static final int FEW = 8;

  final TableWriter writer;

  /// The series that write here now; others may have left for another side table.
  int members;

  /// Those with a sample of the time in hand.
  final ArrayList<TimedSeries> present = new ArrayList<>();

  Side(TableWriter writer) {
    this.writer = writer;
  }

  /// True when a row of that time may follow the others, and would not be mostly gaps.
  boolean takes(long time) {
    return time > writer.table().newestTime && (members <= FEW || 2 * present.size() >= members);
  }

  /// Writes the samples in hand as a row; false when the disk is full.
  boolean write(long time) {
    writer.clear();
    for (int i = 0; i < present.size(); i++) {
      writer.set(present.get(i).column, present.get(i).value);
    }
    boolean written = writer.append(time, present.size());
    for (int i = 0; written && i < present.size(); i++) {
      present.get(i).stored(time);
    }
    present.clear();
    return written;
  }
}
