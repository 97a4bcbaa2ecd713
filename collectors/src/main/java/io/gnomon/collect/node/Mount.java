package io.gnomon.collect.node;

import io.gnomon.collect.line.Row;
import io.gnomon.collect.line.Series;
import io.gnomon.model.Labels;
import io.gnomon.model.Metric;
import io.gnomon.model.SampleSink;
import java.io.File;
import java.util.stream.Stream;

/// A mounted file system and how full it is. One thread at a time asks, another puts what was
/// found.
final class Mount {
  private static final Metric SIZE =
      Series.gauge("node_filesystem_size_bytes", "Filesystem size in bytes.");
  private static final Metric FREE =
      Series.gauge("node_filesystem_free_bytes", "Filesystem free space in bytes.");
  private static final Metric AVAILABLE =
      Series.gauge(
          "node_filesystem_avail_bytes", "Filesystem space available to non-root users in bytes.");
  private static final Metric READ_ONLY =
      Series.gauge("node_filesystem_readonly", "Filesystem read-only status.");
  private static final Metric ERROR =
      Series.gauge(
          "node_filesystem_device_error",
          "Whether an error occurred while getting statistics for the given device.");

  private enum Answer {
    NOT_ASKED,
    ASKED,
    GIVEN,
    REFUSED
  }

  private final File path;
  private final boolean readOnly;
  private final Row row;
  private volatile Answer answer = Answer.NOT_ASKED;
  private long size;
  private long free;
  private long available;

  /// @param labels device, fstype and mountpoint
  Mount(File path, Labels labels, boolean readOnly) {
    this.path = path;
    this.readOnly = readOnly;
    this.row =
        Row.of(
            Stream.of(ERROR, READ_ONLY, SIZE, FREE, AVAILABLE)
                .map(metric -> new Series(metric, labels, 1))
                .toArray(Series[]::new));
  }

  /// Forgets the last answer, unless the question still waits for it.
  void forget() {
    if (answer != Answer.ASKED) {
      answer = Answer.NOT_ASKED;
    }
  }

  /// Asks the kernel, which may take for ever; does not ask again while an earlier question waits.
  void ask() {
    if (answer != Answer.ASKED) {
      answer = Answer.ASKED;
      answer = answered() ? Answer.GIVEN : Answer.REFUSED;
    }
  }

  private boolean answered() {
    size = path.getTotalSpace();
    free = path.getFreeSpace();
    available = path.getUsableSpace();
    return size > 0 || path.exists(); // Java tells a failure as 0
  }

  void put(SampleSink sink) {
    row.into(sink);
    switch (answer) {
      case NOT_ASKED -> {}
      case ASKED, REFUSED -> putState(1);
      case GIVEN -> {
        putState(0);
        row.put(2, size);
        row.put(3, free);
        row.put(4, available);
      }
    }
  }

  private void putState(int error) {
    row.put(0, error);
    row.put(1, readOnly ? 1 : 0);
  }
}
