package io.gnomon.store;

import io.gnomon.model.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.openhft.chronicle.map.ChronicleMap;

/// Finds a series by its labels, outside the heap: a Chronicle Map from label bytes to ids. It is
/// derived from the schemas in the ring; after an unclean stop it is made anew. Guarded by its
/// owner.
final class SeriesMap implements AutoCloseable {
  private static final int AVERAGE_KEY = 160;
  private static final int LEAST_ENTRIES = 8192;

  private final Path file;
  private final LabelKey key = new LabelKey();
  private final SeriesRef found = new SeriesRef();
  private final SeriesRef given = SeriesRef.withMemory();
  private ChronicleMap<LabelKey, SeriesRef> map;
  private long entries;

  private SeriesMap(Path file, long entries) throws IOException {
    this.file = file;
    this.entries = entries;
    this.map = open(file, entries);
  }

  /// Opens the map of an earlier run, or a new one.
  static SeriesMap open(Path file) throws IOException {
    return new SeriesMap(file, LEAST_ENTRIES);
  }

  private static ChronicleMap<LabelKey, SeriesRef> open(Path file, long entries)
      throws IOException {
    return ChronicleMap.of(LabelKey.class, SeriesRef.class)
        .name("series")
        .keyReaderAndDataAccess(new LabelKeyReader(), new LabelKeyAccess())
        .averageKeySize(AVERAGE_KEY)
        .constantValueSizeBySample(new SeriesRef())
        .putReturnsNull(true)
        .removeReturnsNull(true)
        .entries(entries)
        .createPersistedTo(file.toFile());
  }

  /// The id, or 0 when the map has none.
  int find(Labels labels) {
    return map.getUsing(key.set(labels), found) == null ? 0 : found.id();
  }

  void put(Labels labels, int id) {
    given.id(id);
    map.put(key.set(labels), given);
  }

  void remove(Labels labels) {
    map.remove(key.set(labels));
  }

  long size() {
    return map.longSize();
  }

  /// True when so many series fit.
  boolean hasRoomFor(long series) {
    return series <= entries;
  }

  /// Empties the map and makes it large enough for twice as many.
  void remake(long series) throws IOException {
    map.close();
    Files.deleteIfExists(file);
    entries = Math.max(LEAST_ENTRIES, 2 * series);
    map = open(file, entries);
  }

  @Override
  public void close() {
    map.close();
    key.release();
  }
}
