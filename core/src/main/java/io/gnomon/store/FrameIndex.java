package io.gnomon.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Where the frames of one table are, oldest first. A circle: one thread adds at the end and lets
/// go at the start, any number read without a lock and ask afterwards whether what they read was
/// still there.
final class FrameIndex {
  private static final VarHandle FROM;
  private static final VarHandle TO;

  static {
    try {
      var lookup = MethodHandles.lookup();
      FROM = lookup.findVarHandle(FrameIndex.class, "from", long.class);
      TO = lookup.findVarHandle(FrameIndex.class, "to", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /// The columns of the circle; replaced whole when it grows.
  private record Circle(long[] places, long[] firstRows, long[] firstTimes, long[] lastTimes) {
    Circle(int capacity) {
      this(new long[capacity], new long[capacity], new long[capacity], new long[capacity]);
    }

    int slot(long i) {
      return (int) i & places.length - 1;
    }
  }

  private volatile Circle circle = new Circle(4);
  private long from;
  private long to;

  long from() {
    return (long) FROM.getAcquire(this);
  }

  long to() {
    return (long) TO.getAcquire(this);
  }

  boolean isEmpty() {
    return from() == to();
  }

  /// The segment's epoch and the offset in it, in eight bytes, of the i-th frame.
  long place(long i) {
    var c = circle;
    return c.places[c.slot(i)];
  }

  long firstRow(long i) {
    var c = circle;
    return c.firstRows[c.slot(i)];
  }

  long firstTime(long i) {
    var c = circle;
    return c.firstTimes[c.slot(i)];
  }

  long lastTime(long i) {
    var c = circle;
    return c.lastTimes[c.slot(i)];
  }

  /// The place of the newest frame, 0 when there is none.
  long newestPlace() {
    return isEmpty() ? 0 : place(to() - 1);
  }

  void add(long place, long firstRow, long firstTime, long lastTime) {
    if (to - from == circle.places.length) {
      grow();
    }
    var c = circle;
    int slot = c.slot(to);
    c.places[slot] = place;
    c.firstRows[slot] = firstRow;
    c.firstTimes[slot] = firstTime;
    c.lastTimes[slot] = lastTime;
    TO.setRelease(this, to + 1);
  }

  private void grow() {
    var old = circle;
    var larger = new Circle(2 * old.places.length);
    for (long i = from; i < to; i++) {
      int slot = larger.slot(i);
      larger.places[slot] = old.places[old.slot(i)];
      larger.firstRows[slot] = old.firstRows[old.slot(i)];
      larger.firstTimes[slot] = old.firstTimes[old.slot(i)];
      larger.lastTimes[slot] = old.lastTimes[old.slot(i)];
    }
    circle = larger;
  }

  /// Takes a damaged frame out of use; its times, which may be damaged too, become its neighbour's.
  boolean lose(long place) {
    var c = circle;
    for (long i = from; i < to; i++) {
      if (c.places[c.slot(i)] == place) {
        long time = i > from ? lastTime(i - 1) : i + 1 < to ? firstTime(i + 1) : firstTime(i);
        c.places[c.slot(i)] = 0;
        c.firstTimes[c.slot(i)] = time;
        c.lastTimes[c.slot(i)] = time;
        return true;
      }
    }
    return false;
  }

  /// Lets go of the frames in segments up to that epoch.
  void dropThrough(long epoch) {
    long keep = from;
    while (keep < to && place(keep) >>> 32 <= epoch) {
      keep++;
    }
    FROM.setRelease(this, keep);
    VarHandle.storeStoreFence();
  }

  /// True when the i-th frame was not let go of before now.
  boolean stillHas(long i) {
    VarHandle.acquireFence();
    return i >= from();
  }

  /// The first frame whose last time is after that.
  long firstAfter(long time) {
    long low = from();
    long high = to();
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (lastTime(middle) <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
