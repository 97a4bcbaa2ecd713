package io.gnomon.collect.node;

import io.gnomon.collect.line.ByteText;
import io.gnomon.collect.line.Rows;
import io.gnomon.collect.line.Series;
import io.gnomon.model.SampleSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The kernel's and this machine's names. Only the machine's own name changes while it runs, so the
/// others are read when that is seen for the first time.
record UnameSource(String name, ProcFile hostname, Rows rows) implements Source {

  static UnameSource of(NodeConfig config, ProcFiles files) {
    var kernel = config.proc("sys", "kernel");
    return new UnameSource(
        "uname",
        files.plain("sys", "kernel", "hostname"),
        new Rows((host, text) -> series(kernel, text)));
  }

  private static List<Series> series(Path kernel, ByteText hostname) {
    return List.of(
        Series.of(
            Series.gauge("node_uname_info", "The names the system gives of itself."),
            "domainname",
            read(kernel.resolve("domainname")),
            "machine",
            machine(kernel),
            "nodename",
            hostname.line(),
            "release",
            read(kernel.resolve("osrelease")),
            "sysname",
            read(kernel.resolve("ostype")),
            "version",
            read(kernel.resolve("version"))));
  }

  /// Linux 6.1 and later say it themselves; Java calls x86_64 otherwise.
  private static String machine(Path kernel) {
    var told = read(kernel.resolve("arch"));
    var java = System.getProperty("os.arch", "");
    return !told.isEmpty() ? told : java.equals("amd64") ? "x86_64" : java;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException _) {
      return "";
    }
  }

  @Override
  public void read(SampleSink sink) throws IOException {
    var text = hostname.read();
    rows.begin(sink);
    if (!text.nextLine() || !text.nextWord()) {
      throw text.expected("this machine's name");
    }
    rows.row(text).put(0, 1);
  }
}
