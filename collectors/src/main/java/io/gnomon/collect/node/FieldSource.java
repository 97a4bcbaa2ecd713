package io.gnomon.collect.node;

import io.gnomon.collect.line.ByteText;
import io.gnomon.collect.line.Rows;
import io.gnomon.collect.line.Series;
import io.gnomon.model.Metric;
import io.gnomon.model.Metric.Type;
import io.gnomon.model.SampleSink;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// A file of lines that each have a field's name and its number.
record FieldSource(String name, Reading file, Rows rows) implements Source {
  @FunctionalInterface
  interface Reading {
    ByteText text() throws IOException;
  }

  private static final Map<String, Metric> STAT =
      Map.of(
          "btime", Series.gauge("node_boot_time_seconds", "Unix time of the last boot."),
          "ctxt", Series.counter("node_context_switches_total", "Context switches."),
          "intr", Series.counter("node_intr_total", "Interrupts serviced."),
          "processes", Series.counter("node_forks_total", "Forks."),
          "procs_running", Series.gauge("node_procs_running", "Processes that can run."),
          "procs_blocked", Series.gauge("node_procs_blocked", "Processes that wait for I/O."));

  /// The rest of /proc/stat, as the processors' source has just read it.
  static FieldSource stat(ProcFile stat) {
    return new FieldSource("stat", stat::again, new Rows(FieldSource::statSeries));
  }

  static FieldSource memory(ProcFile meminfo) {
    return new FieldSource("meminfo", meminfo::read, new Rows(FieldSource::memorySeries));
  }

  static FieldSource vmstat(ProcFile vmstat) {
    return new FieldSource("vmstat", vmstat::read, new Rows(FieldSource::vmstatSeries));
  }

  private static List<Series> statSeries(String key, ByteText text) {
    var metric = STAT.get(key);
    return metric == null ? List.of() : List.of(Series.of(metric));
  }

  private static List<Series> memorySeries(String key, ByteText text) {
    boolean kilobytes = text.line().endsWith(" kB");
    var field = key.replace("(", "_").replace(")", "");
    var metric =
        Series.gauge("node_memory_" + field + (kilobytes ? "_bytes" : ""), "Memory: " + key + ".");
    return List.of(Series.of(metric).times(kilobytes ? 1024 : 1));
  }

  private static List<Series> vmstatSeries(String key, ByteText text) {
    boolean kept =
        key.startsWith("oom_kill")
            || key.startsWith("pgpg")
            || key.startsWith("pswp")
            || key.startsWith("pg") && key.contains("fault");
    var metric = new Metric("node_vmstat_" + key, Type.UNKNOWN, "Field of /proc/vmstat.", "");
    return kept ? List.of(Series.of(metric)) : List.of();
  }

  @Override
  public void read(SampleSink sink) throws IOException {
    var text = file.text();
    rows.begin(sink);
    while (text.nextLine() && text.nextWord()) {
      var row = rows.row(text);
      if (row.size() > 0) {
        row.put(0, text.number());
      }
    }
  }
}
