package io.gnomon.collect.node;

import io.gnomon.collect.line.ByteText;
import io.gnomon.collect.line.Rows;
import io.gnomon.collect.line.Series;
import io.gnomon.model.Metric;
import io.gnomon.model.SampleSink;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/// A file of one line for each device: its name after `before` words, then a column for each
/// metric.
///
/// @param heading how many lines stand above the first device
record DeviceSource(String name, ProcFile file, int heading, int before, Rows rows)
    implements Source {
  private record Column(Metric metric, double factor) {}

  private static final double SECTOR_BYTES = 512;
  private static final double MILLISECOND = 0.001;

  private static final List<Column> DISK =
      List.of(
          disk("reads_completed_total", 1),
          disk("reads_merged_total", 1),
          disk("read_bytes_total", SECTOR_BYTES),
          disk("read_time_seconds_total", MILLISECOND),
          disk("writes_completed_total", 1),
          disk("writes_merged_total", 1),
          disk("written_bytes_total", SECTOR_BYTES),
          disk("write_time_seconds_total", MILLISECOND),
          new Column(Series.gauge("node_disk_io_now", "I/Os in progress."), 1),
          disk("io_time_seconds_total", MILLISECOND),
          disk("io_time_weighted_seconds_total", MILLISECOND),
          disk("discards_completed_total", 1),
          disk("discards_merged_total", 1),
          disk("discarded_sectors_total", 1),
          disk("discard_time_seconds_total", MILLISECOND),
          disk("flush_requests_total", 1),
          disk("flush_requests_time_seconds_total", MILLISECOND));

  private static final List<Column> NETWORK =
      List.of(
          network("receive_bytes_total"),
          network("receive_packets_total"),
          network("receive_errs_total"),
          network("receive_drop_total"),
          network("receive_fifo_total"),
          network("receive_frame_total"),
          network("receive_compressed_total"),
          network("receive_multicast_total"),
          network("transmit_bytes_total"),
          network("transmit_packets_total"),
          network("transmit_errs_total"),
          network("transmit_drop_total"),
          network("transmit_fifo_total"),
          network("transmit_colls_total"),
          network("transmit_carrier_total"),
          network("transmit_compressed_total"));

  static DeviceSource disks(ProcFile diskstats, Predicate<String> excluded) {
    return new DeviceSource("diskstats", diskstats, 0, 2, rows(DISK, excluded));
  }

  static DeviceSource network(ProcFile netDev, Predicate<String> excluded) {
    return new DeviceSource("netdev", netDev, 2, 0, rows(NETWORK, excluded));
  }

  private static Column disk(String name, double factor) {
    return new Column(
        Series.counter("node_disk_" + name, "Column of /proc/diskstats: " + name + "."), factor);
  }

  private static Column network(String name) {
    return new Column(
        Series.counter("node_network_" + name, "Column of /proc/net/dev: " + name + "."), 1);
  }

  private static Rows rows(List<Column> columns, Predicate<String> excluded) {
    return new Rows((device, text) ->
        excluded.test(device)
            ? List.of()
            : columns.stream()
                .map(c -> Series.of(c.metric, "device", device).times(c.factor))
                .toList());
  }

  @Override
  public void read(SampleSink sink) throws IOException {
    var text = file.read();
    rows.begin(sink);
    for (int line = 0; text.nextLine(); line++) {
      if (line >= heading) {
        readDevice(text);
      }
    }
  }

  private void readDevice(ByteText text) throws IOException {
    text.skip(before);
    if (!text.nextWord()) {
      throw text.expected("the name of a device");
    }
    var row = rows.row(text);
    for (int i = 0; i < row.size() && text.hasWord(); i++) {
      row.put(i, text.number());
    }
  }
}
