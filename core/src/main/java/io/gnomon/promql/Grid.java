package io.gnomon.promql;

/// The times a plan is run on: `size` points from `start`, `step` apart, in milliseconds. An
/// instant query is a grid of one. A plan owns its grid and moves it, so that a rule's next slot
/// costs nothing.
public final class Grid {
  private long start;
  private long step;
  private int size;

  public Grid(long start, long step, int size) {
    move(start, step, size);
  }

  public static Grid instant(long time) {
    return new Grid(time, 0, 1);
  }

  /// The points from start to end, the end among them when it falls on a step.
  public static Grid range(long start, long end, long step) {
    return new Grid(start, step, Math.toIntExact((end - start) / step + 1));
  }

  public void move(long start, long step, int size) {
    if (size < 1 || size > 1 && step <= 0) {
      throw new IllegalArgumentException("a grid needs a point, and a step above 0");
    }
    this.start = start;
    this.step = step;
    this.size = size;
  }

  public long start() {
    return start;
  }

  public long step() {
    return step;
  }

  public int size() {
    return size;
  }

  public long at(int k) {
    return start + k * step;
  }

  public long end() {
    return at(size - 1);
  }
}
