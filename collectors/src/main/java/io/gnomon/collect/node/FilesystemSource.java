package io.gnomon.collect.node;

import io.gnomon.model.SampleSink;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// How full each mounted file system is. The table of mounts is read each time, but taken apart
/// only when it has changed. All mounts together have two seconds; the one that is waited for then
/// has an error until its answer comes, those behind it are asked the next time.
final class FilesystemSource implements Source {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final ProcFile file;
  private final MountTable table;
  private byte[] seen = {};
  private List<Mount> mounts = List.of();
  private @Nullable SpaceThread thread;

  FilesystemSource(ProcFile file, MountTable table) {
    this.file = file;
    this.table = table;
  }

  @Override
  public String name() {
    return "filesystem";
  }

  @Override
  public void read(SampleSink sink) throws IOException {
    readTable();
    for (int i = 0; i < mounts.size(); i++) {
      mounts.get(i).forget();
    }
    ask();
    for (int i = 0; i < mounts.size(); i++) {
      mounts.get(i).put(sink);
    }
  }

  private void readTable() throws IOException {
    var text = file.read();
    if (!text.isSame(seen)) {
      mounts = table.read(text);
      seen = Arrays.copyOf(text.bytes(), text.size());
    }
  }

  private void ask() throws IOException {
    var asking = thread == null ? SpaceThread.start() : thread;
    thread = null;
    try {
      if (asking.ask(mounts, LIMIT_NANOS)) {
        thread = asking;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("stopped while asking mounts").initCause(e);
    }
  }

  @Override
  public void close() {
    if (thread != null) {
      thread.leave();
    }
  }
}
