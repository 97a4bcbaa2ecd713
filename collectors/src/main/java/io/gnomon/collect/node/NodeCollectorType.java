package io.gnomon.collect.node;

import io.gnomon.collect.Collector;
import io.gnomon.collect.CollectorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// This machine. It is there without being configured.
public final class NodeCollectorType implements CollectorType<NodeConfig> {
  @Override
  public String name() {
    return "node";
  }

  @Override
  public Class<NodeConfig> config() {
    return NodeConfig.class;
  }

  @Override
  public String instance(NodeConfig config) {
    try {
      return Files.readString(config.proc("sys", "kernel", "hostname")).strip();
    } catch (IOException _) {
      return "localhost";
    }
  }

  @Override
  public List<NodeConfig> found(Map<String, String> environment) {
    return Files.isReadable(Path.of("/proc/stat")) ? List.of(NodeConfig.defaults()) : List.of();
  }

  @Override
  public Collector create(NodeConfig config) {
    return create(config, InstantSource.system());
  }

  /// The processors' source stands before the one that reads the rest of its file.
  static Collector create(NodeConfig config, InstantSource clock) {
    var files = new ProcFiles(config);
    var stat = files.plain("stat");
    var sources = new ArrayList<Source>();
    sources.add(new CpuSource(stat));
    sources.add(FieldSource.stat(stat));
    sources.add(FieldSource.memory(files.plain("meminfo")));
    sources.add(NumbersSource.load(files.plain("loadavg")));
    sources.add(NumbersSource.fileHandles(files.plain("sys", "fs", "file-nr")));
    sources.add(FieldSource.vmstat(files.plain("vmstat")));
    sources.add(DeviceSource.disks(files.plain("diskstats"), config.excludesDisk()));
    sources.add(DeviceSource.network(files.host("net/dev"), config.excludesNetworkDevice()));
    if (files.has("self", "net", "snmp")) {
      sources.add(
          new NetstatSource(files.present("net/netstat", "net/snmp"), files.present("net/snmp6")));
      sources.add(SocketSource.of(files.present("net/sockstat", "net/sockstat6"), PageSize.read()));
    }
    if (files.has("pressure")) {
      sources.add(PressureSource.of(files));
    }
    sources.add(new FilesystemSource(files.host("mounts"), new MountTable(config)));
    sources.add(UnameSource.of(config, files));
    sources.add(ClockSource.of(clock));
    return new NodeCollector(sources, files);
  }
}
