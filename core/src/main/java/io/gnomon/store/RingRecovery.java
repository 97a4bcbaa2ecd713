package io.gnomon.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds in the segments what an earlier run left: first the schemas of all tables, then their
/// frames.
final class RingRecovery {
  private final Ring ring;
  private final Tables tables;
  private final Catalogue catalogue;
  private final Problems problems;
  private final Map<Integer, List<Schema>> schemas = new TreeMap<>();
  private final Map<Integer, List<Long>> frames = new TreeMap<>();

  RingRecovery(Ring ring, Tables tables, Catalogue catalogue, Problems problems) {
    this.ring = ring;
    this.tables = tables;
    this.catalogue = catalogue;
    this.problems = problems;
  }

  void run() {
    for (long epoch = ring.oldest(); epoch <= ring.newest(); epoch++) {
      var segment = ring.at(epoch);
      if (segment != null) {
        read(segment, epoch);
      }
    }
    schemas.forEach(this::restoreTable);
    frames.forEach(this::restoreFrames);
  }

  /// Checksums are computed for the newest segment only, which a crash may have torn; the others
  /// are verified later, beside the work.
  private void read(Segment segment, long epoch) {
    var walk = new SegmentWalk(segment, epoch, problems);
    long end = walk.forEach(epoch == ring.newest(), at -> readFrame(segment, epoch, at), _ -> {});
    if (epoch == ring.newest()) {
      segment.endAt(end);
    }
  }

  private void readFrame(Segment segment, long epoch, long at) {
    int table = segment.memory.get(Memory.INT, at + FrameFormat.TABLE);
    if (segment.memory.get(Memory.INT, at + FrameFormat.ROWS) > 0) {
      frames.computeIfAbsent(table, _ -> new ArrayList<>()).add(Place.of(epoch, at));
      return;
    }
    try {
      var schema = SchemaFrame.read(segment.memory, at);
      schemas.computeIfAbsent(table, _ -> new ArrayList<>()).add(schema);
    } catch (IOException damaged) {
      problems.add(segment.file + " has a damaged schema at byte " + at);
    }
  }

  /// Several schemas may name the same columns, or begin where others end.
  private void restoreTable(int number, List<Schema> parts) {
    var table = tables.create(number, parts.getFirst().target());
    parts.sort(Comparator.comparingInt(Schema::firstColumn));
    for (var part : parts) {
      for (int i = table.width(); i < part.firstColumn(); i++) {
        table.add(Series.NONE);
      }
      for (int i = table.width() - part.firstColumn(); i < part.columns().size(); i++) {
        catalogue.restore(table, part.columns().get(i));
      }
    }
    table.schemaWidth = table.width();
  }

  private void restoreFrames(int number, List<Long> places) {
    var table = tables.get(number);
    if (table == null) {
      problems.add(places.size() + " frames were lost with the schema of their table " + number);
      return;
    }
    for (long place : places) {
      var segment = ring.at(Place.epoch(place));
      if (segment != null && !isTorn(segment, place, place == places.getLast())) {
        restoreFrame(table, segment, place);
      }
    }
    table.seenAtLatest(table.frames.newestPlace());
  }

  /// True for a frame that cannot be used. Of a table's last frame the checksum counts: it says how
  /// far the ring has the table's rows.
  private boolean isTorn(Segment segment, long place, boolean last) {
    long at = Place.offset(place);
    long length = segment.memory.get(Memory.INT, at);
    long directory = segment.memory.get(Memory.INT, at + FrameFormat.DIRECTORY);
    long columns = segment.memory.get(Memory.INT, at + FrameFormat.COLUMNS);
    boolean torn =
        directory < FrameFormat.BODY
            || directory + columns > length
            || last && !segment.isIntact(at, length);
    if (torn) {
      problems.add(segment.file + " has a damaged frame at byte " + at);
    }
    return torn;
  }

  private static void restoreFrame(Table table, Segment segment, long place) {
    var memory = segment.memory;
    long at = Place.offset(place);
    long firstRow = memory.get(Memory.LONG, at + FrameFormat.FIRST_ROW);
    long firstTime = memory.get(Memory.LONG, at + FrameFormat.FIRST_TIME);
    long lastTime = memory.get(Memory.LONG, at + FrameFormat.LAST_TIME);
    table.frames.add(place, firstRow, firstTime, lastTime);
    table.sealedRows = firstRow + memory.get(Memory.INT, at + FrameFormat.ROWS);
    table.newestTime = Math.max(table.newestTime, lastTime);
    segment.spans(firstTime, lastTime);
    noteColumns(table, place, segment, at);
  }

  private static void noteColumns(Table table, long place, Segment segment, long frame) {
    long lengths = frame + segment.memory.get(Memory.INT, frame + FrameFormat.DIRECTORY);
    int columns = segment.memory.get(Memory.INT, frame + FrameFormat.COLUMNS);
    for (int i = 0; i < Math.min(columns, table.width()); i++) {
      if (segment.memory.get(Memory.BYTE, lengths + i) != 0) {
        table.seen(i, place);
      }
    }
  }
}
