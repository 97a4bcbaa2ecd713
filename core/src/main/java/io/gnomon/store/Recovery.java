package io.gnomon.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds again what an earlier run left: schemas and frames in the segments, then the hot rows that
/// were not sealed.
final class Recovery {
  private final Tables tables;
  private final Catalogue catalogue;
  private final Problems problems;
  private final Ring ring;

  /// Places of the data frames, in order, by table; and how far the ring has each table's rows.
  private final Map<Integer, List<Long>> frames = new HashMap<>();

  private final Map<Integer, List<Schema>> schemas = new TreeMap<>();
  private final Map<Integer, Long> sealed = new HashMap<>();

  Recovery(Tables tables, Catalogue catalogue, Problems problems, Ring ring) {
    this.tables = tables;
    this.catalogue = catalogue;
    this.problems = problems;
    this.ring = ring;
  }

  /// Reads the segments, which the ring has adopted.
  void readRing() {
    for (long epoch = ring.oldest(); epoch <= ring.newest(); epoch++) {
      var segment = ring.at(epoch);
      if (segment != null) {
        readSegment(segment, epoch, epoch == ring.newest());
      }
    }
    schemas.forEach(this::restoreTable);
    frames.forEach(this::restoreFrames);
  }

  private void readSegment(Segment segment, long epoch, boolean verify) {
    long at = Segment.HEAD;
    while (isFrame(segment, epoch, at, verify)) {
      readFrame(segment, epoch, at);
      at += segment.memory.get(Memory.INT, at);
    }
    segment.endAt(at);
  }

  private boolean isFrame(Segment segment, long epoch, long at, boolean verify) {
    if (at + FrameFormat.BODY > segment.bytes) {
      return false;
    }
    long length = segment.memory.get(Memory.INT, at);
    if (length == 0) {
      return false;
    }
    boolean sound =
        length >= FrameFormat.BODY
            && length % 8 == 0
            && at + length <= segment.bytes
            && segment.memory.get(Memory.INT, at + FrameFormat.EPOCH) == (int) epoch
            && (!verify || segment.isIntact(at, length));
    if (!sound) {
      problems.add(segment.file + " is damaged at " + at + ": what follows is lost");
    }
    return sound;
  }

  private void readFrame(Segment segment, long epoch, long at) {
    int table = segment.memory.get(Memory.INT, at + FrameFormat.TABLE);
    if (segment.memory.get(Memory.INT, at + FrameFormat.ROWS) > 0) {
      frames.computeIfAbsent(table, t -> new ArrayList<>()).add(Place.of(epoch, at));
      return;
    }
    try {
      var schema = SchemaFrame.read(segment.memory, at);
      schemas.computeIfAbsent(table, t -> new ArrayList<>()).add(schema);
    } catch (IOException damaged) {
      problems.add(segment.file + " has a damaged schema at " + at);
    }
  }

  private void restoreTable(int number, List<Schema> parts) {
    var table = tables.create(number, parts.getFirst().target());
    parts.sort(Comparator.comparingInt(Schema::firstColumn));
    for (var part : parts) {
      for (int i = table.width() - part.firstColumn(); i < part.columns().size(); i++) {
        catalogue.restore(table, part.columns().get(i));
      }
    }
    table.schemaWidth = table.width();
  }

  private void restoreFrames(int number, List<Long> places) {
    var table = tables.get(number);
    if (table == null) {
      problems.add(places.size() + " frames of table " + number + " have no schema");
      return;
    }
    places.forEach(place -> restoreFrame(table, place));
  }

  private void restoreFrame(Table table, long place) {
    var segment = ring.at(Place.epoch(place));
    if (segment == null) {
      return;
    }
    var memory = segment.memory;
    long at = Place.offset(place);
    long firstRow = memory.get(Memory.LONG, at + FrameFormat.FIRST_ROW);
    long firstTime = memory.get(Memory.LONG, at + FrameFormat.FIRST_TIME);
    long lastTime = memory.get(Memory.LONG, at + FrameFormat.LAST_TIME);
    table.frames.add(place, firstRow, firstTime, lastTime);
    noteColumns(table, place, segment, at);
    table.newestTime = Math.max(table.newestTime, lastTime);
    segment.spans(firstTime, lastTime);
    sealed.put(table.number, firstRow + memory.get(Memory.INT, at + FrameFormat.ROWS));
  }

  private void noteColumns(Table table, long place, Segment segment, long frame) {
    long lengths = frame + segment.memory.get(Memory.INT, frame + FrameFormat.DIRECTORY);
    int columns = segment.memory.get(Memory.INT, frame + FrameFormat.COLUMNS);
    for (int i = 0; i < Math.min(columns, table.width()); i++) {
      if (segment.memory.get(Memory.BYTE, lengths + i) != 0) {
        table.seen(i, place);
      }
    }
  }

  /// Gives the hot slots back to their tables.
  void readHot(HotFile hot) {
    for (var slot : hot.slots()) {
      var table = tables.get(slot.table);
      if (table == null) {
        hot.free(slot);
      } else {
        restoreRows(table, slot);
      }
    }
  }

  private void restoreRows(Table table, HotSlot slot) {
    long from = Math.max(slot.sealed(), sealed.getOrDefault(table.number, 0L));
    long to = Math.max(from, slot.published());
    for (long row = from; row < to; row++) {
      if (!slot.isIntact(row)) {
        problems.add("a damaged row of target " + table.target + " was dropped");
        slot.blank(row, row == from ? table.newestTime + 1 : slot.time(row - 1) + 1);
      }
      table.newestTime = Math.max(table.newestTime, slot.time(row));
    }
    slot.counts(from, to);
    table.slot(slot);
  }
}
