package io.gnomon.collect.node;

import io.gnomon.collect.line.ByteText;
import io.gnomon.collect.line.Row;
import io.gnomon.collect.line.Rows;
import io.gnomon.collect.line.Series;
import io.gnomon.model.Metric;
import io.gnomon.model.SampleSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What each processor did with its time: the `cpuN` lines at the top of /proc/stat. The kernel
/// lets idle and iowait step back now and then; a step of seconds means it counts anew.
record CpuSource(ProcFile stat, Rows rows) implements Source {
  /// The columns of a line in their order. The time of guests stands again in user and nice.
  private static final List<String> MODES =
      List.of("user", "nice", "system", "idle", "iowait", "irq", "softirq", "steal");

  private static final List<String> GUEST_MODES = List.of("user", "nice");
  private static final Metric SECONDS =
      Series.counter("node_cpu_seconds_total", "Seconds the CPUs spent in each mode.");
  private static final Metric GUEST_SECONDS =
      Series.counter(
          "node_cpu_guest_seconds_total", "Seconds the CPUs spent in guests (VMs) for each mode.");

  /// The kernel tells times in hundredths of a second on every architecture.
  private static final double USER_HZ = 100;

  private static final double RESET_SECONDS = 3;

  CpuSource(ProcFile stat) {
    this(stat, new Rows(CpuSource::series));
  }

  private static List<Series> series(String key, ByteText text) {
    var cpu = key.substring("cpu".length());
    var series = new ArrayList<Series>();
    MODES.forEach(mode -> series.add(Series.of(SECONDS, "cpu", cpu, "mode", mode)));
    GUEST_MODES.forEach(mode -> series.add(Series.of(GUEST_SECONDS, "cpu", cpu, "mode", mode)));
    return series;
  }

  @Override
  public String name() {
    return "cpu";
  }

  @Override
  public void read(SampleSink sink) throws IOException {
    var text = stat.read();
    rows.begin(sink);
    while (text.nextLine() && text.nextWord() && text.wordStartsWith("cpu")) {
      if (!text.wordIs("cpu")) { // the sum of the others
        putTimes(text, rows.row(text));
      }
    }
  }

  private static void putTimes(ByteText text, Row row) throws IOException {
    for (int i = 0; i < row.size() && text.hasWord(); i++) {
      row.putRising(i, text.number() / USER_HZ, RESET_SECONDS);
    }
  }
}
