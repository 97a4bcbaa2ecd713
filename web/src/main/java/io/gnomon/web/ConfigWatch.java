package io.gnomon.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Looks at files now and then, and tells when one changed, came or went. It looks at times rather
/// than asks the system to be told, for mounted and linked files (as of containers) tell nothing.
final class ConfigWatch implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(3);

  private final Supplier<List<Path>> files;
  private final Runnable changed;
  private final Thread thread;
  private Map<Path, FileTime> seen = Map.of();

  ConfigWatch(Supplier<List<Path>> files, Runnable changed) {
    this.files = files;
    this.changed = changed;
    this.thread = Thread.ofVirtual().name("config watch").unstarted(this::watch);
  }

  void start() {
    seen = look();
    thread.start();
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(EVERY);
        var now = look();
        if (!now.equals(seen)) {
          seen = now;
          changed.run();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<Path, FileTime> look() {
    var times = new HashMap<Path, FileTime>();
    for (var file : files.get()) {
      try {
        times.put(file, Files.getLastModifiedTime(file));
      } catch (IOException e) {
        times.put(file, FileTime.fromMillis(0));
      }
    }
    return times;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
