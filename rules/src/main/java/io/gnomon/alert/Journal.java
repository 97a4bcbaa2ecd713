package io.gnomon.alert;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What must survive a restart: an append-only file of entries. An entry is on the disk before
/// anything is done or told because of it. Now and then the file is written anew without what is
/// both over and older than the retention.
public final class Journal implements JournalSink, Closeable {
  public static final Duration RETENTION = Duration.ofDays(90);
  private static final long SMALL = 4 << 20;

  private final Path path;
  private JournalFile file;
  private final Heartbeat heartbeat;
  private long compactedSize;

  private Journal(Path path, JournalFile file, long size, Heartbeat heartbeat) {
    this.path = path;
    this.file = file;
    this.heartbeat = heartbeat;
    this.compactedSize = size;
  }

  /// Opens the journal of a data directory, making it when it is missing.
  public static Journal open(Path directory) throws IOException {
    Files.createDirectories(directory);
    var path = directory.resolve("alerts.journal");
    var file = JournalFile.open(path);
    return new Journal(path, file, file.size(), Heartbeat.open(directory.resolve("alerts.alive")));
  }

  @Override
  public synchronized void write(List<? extends Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    try {
      file.append(entries.stream().map(EntryJson::write).toList());
      if (file.size() > SMALL + 2 * compactedSize) {
        compact(entries.getLast().at());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path.getFileName(), e);
    }
  }

  @Override
  public void alive(long time) {
    heartbeat.beat(time);
  }

  /// The last time that `alive` was told, 0 for never.
  public long lastAlive() {
    return heartbeat.last();
  }

  /// All entries, oldest first.
  public synchronized List<Entry> entries() {
    try {
      var entries = new ArrayList<Entry>();
      for (var body : JournalFile.read(path)) {
        entries.add(EntryJson.read(body));
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path.getFileName(), e);
    }
  }

  /// Writes the file anew with what still counts: all younger than the retention, and of the older
  /// ones the newest of each key unless it is over.
  public synchronized void compact(long now) throws IOException {
    var entries = entries();
    var newest = newest(entries);
    long cutoff = now - RETENTION.toMillis();
    var kept =
        entries.stream()
            .filter(e -> e.at() >= cutoff || newest.get(e.key()) == e && !e.overBy(cutoff))
            .map(EntryJson::write)
            .toList();
    file.close();
    JournalFile.replace(path, kept);
    file = JournalFile.open(path);
    compactedSize = file.size();
  }

  private static Map<String, Entry> newest(List<Entry> entries) {
    var newest = new HashMap<String, Entry>();
    entries.forEach(entry -> newest.put(entry.key(), entry));
    return newest;
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
      heartbeat.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
