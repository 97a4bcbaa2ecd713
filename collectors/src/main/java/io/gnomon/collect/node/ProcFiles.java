package io.gnomon.collect.node;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the files of /proc. What belongs to a namespace (network, mounts) is read where process 1
/// sees it: the host's, even from inside a container. The files stay open until all are closed
/// here.
final class ProcFiles implements AutoCloseable {
  private final NodeConfig config;
  private final List<String> hidden = new ArrayList<>();
  private final List<ProcFile> files = new ArrayList<>();

  ProcFiles(NodeConfig config) {
    this.config = config;
  }

  ProcFile plain(String... names) {
    var file = new ProcFile(config.proc(names));
    files.add(file);
    return file;
  }

  boolean has(String... names) {
    return Files.exists(config.proc(names));
  }

  /// The file as process 1 sees it, or as this process does.
  ProcFile host(String name) {
    var wished = config.proc("1", name);
    if (Files.isReadable(wished)) {
      return plain("1", name);
    }
    hidden.add(name);
    return plain("self", name);
  }

  /// Those of the files that this kernel has.
  List<ProcFile> present(String... names) {
    return Arrays.stream(names).filter(name -> has("self", name)).map(this::host).toList();
  }

  /// What cannot be seen from here, in a sentence.
  List<String> blind() {
    return hidden.isEmpty()
        ? List.of()
        : List.of(
            config.proc("1")
                + " cannot be read, so "
                + String.join(", ", hidden)
                + " show what this process itself sees; in a container, mount the host's /proc"
                + " without hidepid and set procfs to it");
  }

  @Override
  public void close() {
    files.forEach(ProcFile::close);
  }
}
