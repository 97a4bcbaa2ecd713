package io.gnomon.collect.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.collect.Collector;
import io.gnomon.collect.SampleTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A /proc of files that lie still. What node_exporter 1.5 makes of the same files was recorded
/// with `prometheus-node-exporter --path.procfs=... --no-collector.netdev.netlink`.
class NodeCollectorTest {
  private static final Path RECORDED = Path.of("src/test/resources/node");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochMilli(1_795_370_994_250L));

  @TempDir Path proc;

  @BeforeEach
  void copy() throws IOException {
    try (var files = Files.walk(RECORDED.resolve("proc"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var to = proc.resolve(RECORDED.resolve("proc").relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  private Collector collector() {
    return NodeCollectorType.create(NodeConfig.of(proc.toString(), "/"), CLOCK);
  }

  private static Map<String, Double> collect(Collector collector) throws Exception {
    var table = new SampleTable().begin();
    collector.collect(table);
    return table.row();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(proc.resolve(file), text);
  }

  @Test
  void namesLabelsAndValuesAreNodeExportersOwn() throws Exception {
    var theirs = SampleTable.page(Files.lines(RECORDED.resolve("node_exporter.txt")));
    var ours = new TreeMap<>(collect(collector()));
    assertThat(ours).containsAllEntriesOf(theirs);
    theirs.keySet().forEach(ours::remove);
    assertThat(ours.keySet())
        .allMatch(
            s -> s.matches("node_(filesystem|scrape_collector|uname|time|netstat_TcpExt_TCP).*"));
  }

  @Test
  void tellsTheSystemsNamesAndTime() throws Exception {
    var row = collect(collector());
    assertThat(row).containsEntry("node_time_seconds", 1_795_370_994.250);
    assertThat(row.keySet())
        .anyMatch(s -> s.startsWith("node_uname_info{") && s.contains("nodename=\"db-1\""));
  }

  @Test
  void mountsOfDisksAreTakenOnceAndOthersLeftOut() throws Exception {
    assertThat(collect(collector()).keySet().stream().filter(s -> s.contains("readonly")))
        .containsExactlyInAnyOrder(
            "node_filesystem_readonly{device=\"/dev/sda1\", fstype=\"ext4\", mountpoint=\"/\"}",
            "node_filesystem_readonly{device=\"tmpfs\", fstype=\"tmpfs\", mountpoint=\"/run\"}",
            "node_filesystem_readonly{device=\"/dev/sdb1\", fstype=\"xfs\", mountpoint=\"/mnt/my disk\"}",
            "node_filesystem_readonly{device=\"/dev/sdc1\", fstype=\"ext4\", mountpoint=\"/gone\"}");
  }

  @Test
  void aMountThatCannotBeAskedHasAnErrorAndNoSize() throws Exception {
    var gone = "{device=\"/dev/sdc1\", fstype=\"ext4\", mountpoint=\"/gone\"}";
    assertThat(collect(collector()))
        .containsEntry("node_filesystem_device_error" + gone, 1.0)
        .doesNotContainKey("node_filesystem_size_bytes" + gone);
  }

  @Test
  void insideAContainerTheRootsPrefixIsNotPartOfTheMountPoint(@TempDir Path root) throws Exception {
    Files.createDirectories(root.resolve("data"));
    write(
        "1/mounts",
        "/dev/sda1 " + root + " ext4 rw 0 0\n/dev/sdb1 " + root + "/data ext4 rw 0 0\n");
    var config = NodeConfig.of(proc.toString(), root.toString());
    assertThat(collect(NodeCollectorType.create(config, CLOCK)))
        .containsEntry(
            "node_filesystem_device_error{device=\"/dev/sdb1\", fstype=\"ext4\", mountpoint=\"/data\"}",
            0.0)
        .containsEntry(
            "node_filesystem_device_error{device=\"/dev/sda1\", fstype=\"ext4\", mountpoint=\"/\"}",
            0.0);
  }

  @Test
  void aProcessorsTimeNeverStepsBackALittle() throws Exception {
    var idle = "node_cpu_seconds_total{cpu=\"0\", mode=\"idle\"}";
    var collector = collector();
    assertThat(collect(collector)).containsEntry(idle, 900.33);
    write("stat", "cpu0 30011 150 10022 90000 440 1 200 25 600 30\n");
    assertThat(collect(collector)).containsEntry(idle, 900.33);
    write("stat", "cpu0 30011 150 10022 90040 440 1 200 25 600 30\n");
    assertThat(collect(collector)).containsEntry(idle, 900.40);
    write("stat", "cpu0 30011 150 10022 700 440 1 200 25 600 30\n");
    assertThat(collect(collector)).containsEntry(idle, 7.0);
  }

  @Test
  void devicesThatComeAndGoDoSoInTheNextCollection() throws Exception {
    var collector = collector();
    collect(collector);
    write("diskstats", "8 16 sdb 1 2 3 4 5 6 7 8 9 10 11\n259 0 nvme0n1 7 0 0 0 0 0 0 0 0 0 0\n");
    var row = collect(collector);
    assertThat(row)
        .containsEntry("node_disk_reads_completed_total{device=\"sdb\"}", 1.0)
        .containsEntry("node_disk_reads_completed_total{device=\"nvme0n1\"}", 7.0)
        .doesNotContainKey("node_disk_reads_completed_total{device=\"sda\"}");
  }

  @Test
  void aBrokenFileTakesNothingFromTheOthersAndIsNamed() throws Exception {
    write("meminfo", "MemTotal: 5 kB\nMemFree: lots kB\n");
    var collector = collector();
    var row = collect(collector);
    assertThat(row)
        .containsEntry("node_scrape_collector_success{collector=\"meminfo\"}", 0.0)
        .containsEntry("node_scrape_collector_success{collector=\"cpu\"}", 1.0)
        .containsKey("node_load1");
    assertThat(collector.warnings())
        .singleElement()
        .asString()
        .startsWith("meminfo: ")
        .endsWith("meminfo line 2: expected a number, found \"lots\"");
  }

  @Test
  void saysSoWhenItSeesOnlyItsOwnNamespaces() throws Exception {
    Files.delete(proc.resolve("1/net/dev"));
    var collector = collector();
    assertThat(collect(collector)).containsKey("node_network_receive_bytes_total{device=\"eth0\"}");
    assertThat(collector.warnings())
        .singleElement()
        .asString()
        .contains("net/dev show what this process itself sees");
  }

  @Test
  void aWrongRootFailsWithWhatCouldNotBeRead() {
    var config = NodeConfig.of("/nowhere", "/");
    assertThatThrownBy(() -> collect(NodeCollectorType.create(config, CLOCK)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/nowhere/stat");
  }

  @Test
  void columnsAreAskedForAgainWhenTheSinkNumbersThemAnew() throws Exception {
    var collector = collector();
    var table = new SampleTable().begin();
    collector.collect(table);
    int before = table.row().size();
    table.beginLayout();
    collector.collect(table);
    assertThat(table.row()).hasSize(before);
  }

  @Test
  void theConfigurationRefusesWhatIsWrong() {
    assertThatThrownBy(() -> NodeConfig.of("proc", "/"))
        .hasMessage("expected an absolute path for procfs, found \"proc\"");
    assertThatThrownBy(() -> new NodeConfig(null, null, null, "(", null, null, null, false))
        .hasMessageContaining("expected a regular expression for disk_device_exclude");
  }
}
