package io.gnomon.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Makes a ring of the segment files there are: sets aside those with nothing to read, deletes the
/// oldest when the budget has become smaller.
final class RingOpening {
  private record Found(Segment segment, long epoch) {}

  private final RingFiles files;
  private final long retentionBytes;
  private final Problems problems;

  RingOpening(RingFiles files, long retentionBytes, Problems problems) {
    this.files = files;
    this.retentionBytes = retentionBytes;
    this.problems = problems;
  }

  Ring open() throws IOException {
    var segments = files.find(Ring.segmentBytes(retentionBytes));
    long bytes = segments.isEmpty() ? Ring.segmentBytes(retentionBytes) : segments.getFirst().bytes;
    var ring = new Ring(files, bytes, Ring.length(retentionBytes, bytes));
    var found = judge(segments);
    for (int i = 0; i < found.size(); i++) {
      if (i < found.size() - ring.length()) {
        files.delete(found.get(i).segment);
      } else {
        ring.adopt(found.get(i).segment, found.get(i).epoch);
      }
    }
    return ring;
  }

  /// The segments in order: empty ones, then by epoch.
  private List<Found> judge(List<Segment> segments) throws IOException {
    var found = new ArrayList<Found>();
    for (var segment : segments) {
      long epoch = epoch(segment);
      if (epoch >= 0) {
        found.add(new Found(segment, epoch));
      } else {
        files.setAside(segment);
      }
    }
    found.sort(Comparator.comparingLong(Found::epoch));
    return found;
  }

  /// The epoch of a segment, 0 for an empty one, -1 when nothing can be read in it.
  private long epoch(Segment segment) {
    long epoch = segment.epoch();
    if (segment.isBlank() || segment.isOurs() && epoch >= 0) {
      return epoch;
    }
    long named = SegmentWalk.firstEpoch(segment);
    if (named == 0) {
      return -1;
    }
    problems.add(segment.file + " has a damaged head; its frames are read all the same");
    segment.mend(named);
    return named;
  }
}
