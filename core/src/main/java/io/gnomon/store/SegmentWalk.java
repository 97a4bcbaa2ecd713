package io.gnomon.store;

import java.lang.foreign.MemorySegment;
import java.util.function.LongConsumer;

/// Goes over the frames of a segment. What is damaged is named and passed over: the next place that
/// holds a frame with the right epoch and checksum is looked for.
final class SegmentWalk {
  private final Segment segment;
  private final MemorySegment memory;
  private final long epoch;
  private final Problems problems;

  SegmentWalk(Segment segment, long epoch, Problems problems) {
    this.segment = segment;
    this.memory = segment.memory;
    this.epoch = epoch;
    this.problems = problems;
  }

  /// The epoch that the first sound frame names, for a segment whose head is damaged; 0 without
  /// one.
  static long firstEpoch(Segment segment) {
    for (long at = Segment.HEAD; at + FrameFormat.BODY <= segment.bytes; at += 8) {
      long epoch = segment.memory.get(Memory.INT, at + FrameFormat.EPOCH) & 0xffffffffL;
      var walk = new SegmentWalk(segment, epoch, new Problems());
      if (epoch != 0 && walk.isPlausible(at) && walk.isIntact(at)) {
        return epoch;
      }
    }
    return 0;
  }

  /// Shows every frame and gives the place behind the last one. With `verify` all checksums are
  /// computed, else only heads are looked at. Shows also where damaged frames begin.
  long forEach(boolean verify, LongConsumer frames, LongConsumer damaged) {
    long at = Segment.HEAD;
    long before = at;
    while (at + FrameFormat.BODY <= segment.bytes) {
      if (!isPlausible(at) || verify && !isIntact(at)) {
        long next = nextSound(verify || isPlausible(before) && isIntact(before) ? at : before);
        report(at, next);
        damaged.accept(at);
        if (next < 0) {
          break;
        }
        at = next;
      }
      frames.accept(at);
      before = at;
      at += length(at);
    }
    return at;
  }

  private void report(long at, long next) {
    boolean end = memory.get(Memory.INT, at) == 0;
    if (next >= 0 || !end) {
      var what = next < 0 ? "the rest" : (next - at) + " bytes";
      problems.add(segment.file + " is damaged at byte " + at + ": " + what + " skipped");
    }
  }

  /// The next sound frame that begins after that.
  private long nextSound(long after) {
    for (long at = after + 8; at + FrameFormat.BODY <= segment.bytes; at += 8) {
      if (isPlausible(at) && isIntact(at)) {
        return at;
      }
    }
    return -1;
  }

  private long length(long at) {
    return memory.get(Memory.INT, at);
  }

  private boolean isIntact(long at) {
    return segment.isIntact(at, length(at));
  }

  private boolean isPlausible(long at) {
    long length = length(at);
    int rows = memory.get(Memory.INT, at + FrameFormat.ROWS);
    return memory.get(Memory.INT, at + FrameFormat.EPOCH) == (int) epoch
        && length >= FrameFormat.BODY
        && length % 8 == 0
        && at + length <= segment.bytes
        && rows >= 0
        && rows <= ColumnFormat.MAX_ROWS
        && memory.get(Memory.INT, at + FrameFormat.COLUMNS) >= 0
        && memory.get(Memory.INT, at + FrameFormat.TABLE) > 0;
  }
}
