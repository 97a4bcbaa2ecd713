package io.gnomon.store;

import io.gnomon.model.Absent;
import java.lang.invoke.VarHandle;

/// Finds the newest sample of a column by going back in time: over hot rows, then over frames. Rows
/// where the series is absent end it at the oldest of them.
final class NewestReader {
  private final Ring ring;
  private final FrameReader frame = new FrameReader();
  private final double[] values = new double[ColumnFormat.MAX_ROWS];
  private boolean found;
  private boolean ended;
  private long time;
  private double value;

  NewestReader(Ring ring) {
    this.ring = ring;
  }

  /// Begins a new search.
  void restart() {
    found = false;
    ended = false;
  }

  boolean found() {
    return found;
  }

  long time() {
    return time;
  }

  double value() {
    return ended ? Absent.STALE : value;
  }

  /// Searches one more column, older than those before; what it has is time() and value() if
  /// found().
  void search(Home home, long after, long upTo) {
    boolean wasEnded = ended;
    long endTime = time;
    while (!trySearch(home.table(), home.column(), after, upTo)) {
      found = false;
      ended = wasEnded;
      time = endTime;
    }
  }

  private boolean trySearch(Table table, int column, long after, long upTo) {
    var slot = table.slot();
    long sealed = slot == null ? Long.MAX_VALUE : slot.sealed();
    if (slot != null) {
      searchHot(slot, column, after, upTo, sealed);
      if (!slot.stillHas(sealed) || table.slot() != slot) {
        return false;
      }
    }
    if (!found) {
      searchFrames(table.frames, column, after, upTo, sealed);
    }
    return true;
  }

  private void searchHot(HotSlot slot, int column, long after, long upTo, long sealed) {
    if (column >= slot.shape.capacity()) {
      return;
    }
    for (long row = slot.published() - 1; row >= sealed && !found; row--) {
      long at = slot.at(row);
      long rowTime = slot.timeAt(at);
      if (rowTime <= after) {
        return;
      }
      if (rowTime <= upTo) {
        see(rowTime, slot.valueAt(at, column));
      }
    }
  }

  private void see(long at, double candidate) {
    long bits = Double.doubleToRawLongBits(candidate);
    if (bits == Absent.GAP_BITS) {
      return;
    }
    if (bits == Absent.STALE_BITS) {
      ended = true;
      time = at;
      return;
    }
    found = true;
    value = candidate;
    time = ended ? time : at;
  }

  private void searchFrames(FrameIndex frames, int column, long after, long upTo, long sealed) {
    long oldest = frames.firstAfter(after);
    for (long i = Math.min(frames.to() - 1, frames.firstAfter(upTo)); i >= oldest && !found; i--) {
      long place = frames.place(i);
      boolean wanted = frames.firstTime(i) <= upTo && frames.firstRow(i) < sealed;
      if (!frames.stillHas(i)) {
        return;
      }
      if (wanted) {
        searchFrame(place, column, after, upTo);
      }
    }
  }

  private void searchFrame(long place, int column, long after, long upTo) {
    boolean wasEnded = ended;
    long endTime = time;
    var segment = ring.at(Place.epoch(place));
    if (segment == null) {
      return;
    }
    try {
      decode(segment, Place.offset(place), column, after, upTo);
    } catch (IndexOutOfBoundsException overwritten) {
      found = false;
    }
    VarHandle.acquireFence();
    if (segment.epoch() != Place.epoch(place)) {
      found = false;
      ended = wasEnded;
      time = endTime;
    }
  }

  private void decode(Segment segment, long offset, int column, long after, long upTo) {
    frame.open(segment.memory, offset);
    int from = frame.rowsUpTo(after);
    int to = frame.rowsUpTo(upTo);
    if (!frame.column(column, values, 0)) {
      if (from < to) {
        see(frame.time(from), Absent.STALE);
      }
      return;
    }
    for (int row = to - 1; row >= from && !found; row--) {
      see(frame.time(row), values[row]);
    }
  }
}
