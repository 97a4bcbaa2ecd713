package io.gnomon.store;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// The segments in the order of their epochs. The newest is written; when it is full the next
/// begins in a new file, or, when the ring has its length, in the oldest one's. One segment is
/// always let go ahead of its use, so that readers practically never see theirs overwritten.
final class Ring {
  private static final int LEAST_SEGMENTS = 4;
  private static final int SEGMENTS = 64;
  private static final int MOST_SEGMENTS = 4096;
  static final long LEAST_BYTES = 64 << 10;
  private static final long MOST_BYTES = 1 << 30;

  private final RingFiles files;
  private final long segmentBytes;
  private final int length;
  private final AtomicReferenceArray<@Nullable Segment> byEpoch;
  private final ArrayDeque<Segment> free = new ArrayDeque<>();
  private volatile int allocated;
  private volatile long oldest = 1;
  private volatile long newest;

  Ring(RingFiles files, long segmentBytes, int length) {
    this.files = files;
    this.segmentBytes = segmentBytes;
    this.length = length;
    this.byEpoch = new AtomicReferenceArray<>(length);
  }

  /// The bytes of a segment in a new ring that may take so many.
  static long segmentBytes(long retentionBytes) {
    return Math.clamp(retentionBytes / SEGMENTS & -Memory.PAGE, LEAST_BYTES, MOST_BYTES);
  }

  static int length(long retentionBytes, long segmentBytes) {
    return Math.clamp(retentionBytes / segmentBytes, LEAST_SEGMENTS, MOST_SEGMENTS);
  }

  int length() {
    return length;
  }

  long oldest() {
    return oldest;
  }

  long newest() {
    return newest;
  }

  long segmentBytes() {
    return segmentBytes;
  }

  long budget() {
    return length * segmentBytes;
  }

  /// The time before which all samples were let go of, about; 0 when nothing was.
  long oldestTime() {
    var segment = at(oldest);
    return segment == null || segment.oldestTime == Long.MAX_VALUE ? 0 : segment.oldestTime;
  }

  long allocatedBytes() {
    return allocated * segmentBytes;
  }

  /// Takes in a segment of an earlier run; those with an epoch in its order.
  void adopt(Segment segment, long epoch) {
    allocated++;
    if (epoch == 0) {
      free.add(segment);
      return;
    }
    oldest = newest == 0 ? epoch : oldest;
    newest = epoch;
    byEpoch.set(slot(epoch), segment);
  }

  private int slot(long epoch) {
    return (int) (epoch % length);
  }

  /// The segment of that epoch, or null when it was let go of.
  @Nullable Segment at(long epoch) {
    var segment = byEpoch.get(slot(epoch));
    return segment != null && segment.epoch() == epoch ? segment : null;
  }

  @Nullable Segment current() {
    return newest == 0 ? null : byEpoch.get(slot(newest));
  }

  /// Begins the next segment; false when the disk has no room for it.
  boolean advance() throws IOException {
    var next = free.poll();
    if (next == null) {
      next = allocated < length ? files.make(segmentBytes) : null;
      if (next == null) {
        return false;
      }
      allocated++;
    }
    long epoch = newest + 1;
    next.begin(epoch);
    byEpoch.set(slot(epoch), next);
    newest = epoch;
    return true;
  }

  /// True when the oldest segment must go so that the next has its place.
  boolean isFull() {
    return newest - oldest + 1 >= length;
  }

  boolean isOldestBefore(long time) {
    var segment = at(oldest);
    return oldest < newest && (segment == null || segment.newestTime < time);
  }

  /// Lets go of the oldest segment.
  void retire() {
    var segment = byEpoch.get(slot(oldest));
    oldest++;
    if (segment != null && segment.epoch() == oldest - 1) {
      segment.clear();
      free.add(segment);
    }
  }
}
