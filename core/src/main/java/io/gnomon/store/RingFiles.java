package io.gnomon.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The files of the ring's segments: found, made one by one as the ring grows, set aside when there
/// is nothing to be read in them.
final class RingFiles {
  private static final String PREFIX = "segment-";
  private static final String ASIDE = "broken-";

  private final Path directory;
  private final Arena arena;
  private final Problems problems;
  private int made;

  RingFiles(Path directory, Arena arena, Problems problems) {
    this.directory = directory;
    this.arena = arena;
    this.problems = problems;
  }

  /// The segments of an earlier run, all of the size that most files have; a file that was cut gets
  /// it again.
  List<Segment> find(long defaultBytes) throws IOException {
    Files.createDirectories(directory);
    var paths = list();
    long bytes = commonSize(paths, defaultBytes);
    var segments = new ArrayList<Segment>();
    for (var file : paths) {
      made = Math.max(made, number(file) + 1);
      long size = Files.size(file);
      var segment = map(file, bytes);
      if (size != bytes && !segment.isBlank()) {
        problems.add(file + " has " + size + " bytes instead of " + bytes);
      } else if (size == 0) {
        problems.add(file + " is empty: what it held is lost");
      }
      segments.add(segment);
    }
    return segments;
  }

  private static long commonSize(List<Path> files, long otherwise) throws IOException {
    var counts = new TreeMap<Long, Integer>();
    for (var file : files) {
      long size = Files.size(file);
      if (size >= Ring.LEAST_BYTES && size % Memory.PAGE == 0) {
        counts.merge(size, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(otherwise);
  }

  private List<Path> list() throws IOException {
    try (var files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches(PREFIX + "[0-9]{1,9}"))
          .sorted(Comparator.comparingInt(RingFiles::number))
          .toList();
    }
  }

  private static int number(Path file) {
    return Integer.parseInt(file.getFileName().toString().substring(PREFIX.length()));
  }

  /// Makes one more segment, or gives null when the disk is full.
  @Nullable Segment make(long bytes) throws IOException {
    if (Files.getFileStore(directory).getUsableSpace() < bytes + (bytes >> 3)) {
      return null;
    }
    var file = directory.resolve(PREFIX + made);
    try {
      var segment = map(file, bytes);
      made++;
      return segment;
    } catch (IOException noRoom) {
      Files.deleteIfExists(file);
      return null;
    }
  }

  private Segment map(Path file, long bytes) throws IOException {
    try (var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      Memory.extend(channel, bytes);
      return new Segment(file, Memory.map(channel, 0, bytes, arena));
    }
  }

  void setAside(Segment segment) throws IOException {
    var name = segment.file.getFileName().toString();
    Files.move(
        segment.file,
        segment.file.resolveSibling(ASIDE + name),
        StandardCopyOption.REPLACE_EXISTING);
    problems.add(segment.file + " holds nothing that can be read: kept as " + ASIDE + name);
  }

  void delete(Segment segment) throws IOException {
    Files.delete(segment.file);
  }
}
