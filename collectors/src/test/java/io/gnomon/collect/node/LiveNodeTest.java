package io.gnomon.collect.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import io.gnomon.collect.Programs;
import io.gnomon.collect.SampleTable;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// This very machine, beside node_exporter itself where that is installed.
class LiveNodeTest {
  private static final String COUNTERS =
      "node_(cpu_seconds|disk_.*_total|network_(receive|transmit)_.*_total|context_switches|intr"
          + "|forks|vmstat|pressure|netstat_.*(Segs|Octets|Datagrams|Opens)).*";

  @BeforeAll
  static void onlyOnLinux() {
    assumeThat(Files.isReadable(Path.of("/proc/stat"))).as("a /proc to read").isTrue();
  }

  @Test
  void everyCounterLiesBetweenTwoScrapesOfNodeExporterAroundIt() throws Exception {
    try (var exporter =
            Programs.exporter(
                "prometheus-node-exporter",
                port ->
                    new String[] {
                      "--web.listen-address=127.0.0.1:" + port, "--collector.netdev.device-exclude="
                    });
        var collector = new NodeCollectorType().create(NodeConfig.defaults())) {
      var table = new SampleTable().begin();
      collector.collect(table);
      var before = exporter.scrape();
      collector.collect(table.begin());
      var after = exporter.scrape();
      var ours = table.row();
      var shared = ours.keySet().stream().filter(before::containsKey).filter(after::containsKey);
      assertThat(shared.filter(series -> series.matches(COUNTERS)))
          .hasSizeGreaterThan(60)
          .allSatisfy(series ->
              assertThat(ours.get(series))
                  .as(series)
                  .isBetween(before.get(series), after.get(series)));
    }
  }

  @Test
  void everyMetricOfTheRequirementsIsThere() throws Exception {
    try (var collector = new NodeCollectorType().create(NodeConfig.defaults())) {
      var table = new SampleTable().begin();
      collector.collect(table);
      assertThat(table.metrics())
          .containsKeys(
              "node_cpu_seconds_total",
              "node_memory_MemAvailable_bytes",
              "node_memory_MemTotal_bytes",
              "node_disk_io_time_seconds_total",
              "node_network_receive_bytes_total",
              "node_network_transmit_bytes_total",
              "node_filesystem_size_bytes",
              "node_filesystem_avail_bytes",
              "node_load1");
      assertThat(collector.warnings()).isEmpty();
    }
  }

  @Test
  void aRepeatedCollectionAllocatesNothing() throws Exception {
    try (var collector = new NodeCollectorType().create(NodeConfig.defaults())) {
      var table = new SampleTable().begin();
      var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long least = Long.MAX_VALUE;
      for (int round = 0; round < 300; round++) {
        long start = threads.getCurrentThreadAllocatedBytes();
        collector.collect(table);
        collector.warnings();
        least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - start);
      }
      assertThat(least).isZero();
    }
  }
}
