package io.gnomon.store;

import io.gnomon.model.Absent;
import java.lang.invoke.VarHandle;

/// Reads the samples of one column of one table, from its frames and then from its hot rows,
/// without a lock: it copies first and asks afterwards whether what it copied was still there. Gaps
/// are left out; of the rows where the series is absent only the first after a value is given, the
/// stale marker.
final class ColumnReader {
  private final Ring ring;
  private final FrameReader frame = new FrameReader();
  private boolean alive;

  ColumnReader(Ring ring) {
    this.ring = ring;
  }

  /// Forgets the samples given before: what comes next is another target's.
  void restart() {
    alive = false;
  }

  /// Adds the samples of `(after, upTo]` to the window.
  void read(Home home, long after, long upTo, Window into) {
    int start = into.count;
    boolean wasAlive = alive;
    while (!tryRead(home.table(), home.column(), after, upTo, into)) {
      into.count = start;
      alive = wasAlive;
    }
  }

  private boolean tryRead(Table table, int column, long after, long upTo, Window into) {
    var slot = table.slot();
    long sealed = slot == null ? Long.MAX_VALUE : slot.sealed();
    readFrames(table, column, after, upTo, sealed, into);
    return slot == null || readHot(table, slot, column, after, upTo, sealed, into);
  }

  private void readFrames(
      Table table, int column, long after, long upTo, long sealed, Window into) {
    var frames = table.frames;
    for (long i = frames.firstAfter(after), end = frames.to(); i < end; i++) {
      long place = frames.place(i);
      boolean wanted = frames.firstTime(i) <= upTo && frames.firstRow(i) < sealed;
      if (!frames.stillHas(i)) {
        continue;
      }
      if (!wanted) {
        return;
      }
      readFrame(place, column, after, upTo, into);
    }
  }

  private void readFrame(long place, int column, long after, long upTo, Window into) {
    int start = into.count;
    boolean wasAlive = alive;
    var segment = ring.at(Place.epoch(place));
    if (segment == null) {
      return;
    }
    try {
      decode(segment, Place.offset(place), column, after, upTo, into);
    } catch (IndexOutOfBoundsException overwritten) {
      into.count = start;
    }
    VarHandle.acquireFence();
    if (segment.epoch() != Place.epoch(place)) {
      into.count = start;
      alive = wasAlive;
    }
  }

  private void decode(
      Segment segment, long offset, int column, long after, long upTo, Window into) {
    int rows = frame.open(segment.memory, offset);
    int from = frame.rowsUpTo(after);
    int to = frame.rowsUpTo(upTo);
    into.reserve(into.count + rows);
    if (frame.column(column, into.values, into.count)) {
      keep(from, to, into);
    } else if (from < to) {
      keep(frame.time(from), Absent.STALE, into);
    }
  }

  /// Of the frame's values, which stand behind the window's samples, keeps those of the rows.
  private void keep(int from, int to, Window into) {
    int base = into.count;
    if (from < to && !Window.hasHoles(into.values, base + from, base + to)) {
      keepAll(from, to, into);
      return;
    }
    for (int row = from; row < to; row++) {
      keep(frame.time(row), into.values[base + row], into);
    }
  }

  private void keepAll(int from, int to, Window into) {
    int count = to - from;
    System.arraycopy(into.values, into.count + from, into.values, into.count, count);
    frame.times(from, to, into.times, into.count);
    into.count += count;
    alive = true;
  }

  private void keep(long time, double value, Window into) {
    long bits = Double.doubleToRawLongBits(value);
    if (bits == Absent.GAP_BITS || bits == Absent.STALE_BITS && !alive) {
      return;
    }
    alive = bits != Absent.STALE_BITS;
    into.times[into.count] = time;
    into.values[into.count++] = value;
  }

  private boolean readHot(
      Table table, HotSlot slot, int column, long after, long upTo, long sealed, Window into) {
    long published = slot.published();
    into.reserve(into.count + (int) Math.max(0, published - sealed) + 1);
    if (column < slot.shape.capacity()) {
      for (long row = firstAfter(slot, sealed, published, after); row < published; row++) {
        long at = slot.at(row);
        long time = slot.timeAt(at);
        if (time > upTo) {
          break;
        }
        keep(time, slot.valueAt(at, column), into);
      }
    }
    return slot.stillHas(sealed) && table.slot() == slot;
  }

  private static long firstAfter(HotSlot slot, long from, long to, long time) {
    long low = from;
    long high = to;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (slot.time(middle) <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
