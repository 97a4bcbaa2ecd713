package io.gnomon.store;

import io.gnomon.model.Labels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// Which series stand in the columns of a table, from one column on. The frames that hold schemas
/// are the only place where labels are kept for good, so every segment has those of its tables.
record Schema(String target, int firstColumn, List<Column> columns) {
  record Column(int id, Labels labels) {}

  static Schema of(Table table, int firstColumn) {
    var columns = new ArrayList<Column>(table.width() - firstColumn);
    for (int i = firstColumn; i < table.width(); i++) {
      columns.add(new Column(table.column(i).id, table.column(i).labels));
    }
    return new Schema(table.target, firstColumn, columns);
  }

  byte[] deflated() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      write(target, out);
      for (var column : columns) {
        out.writeInt(column.id);
        write(column.labels, out);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(Labels labels, DataOutputStream out) throws IOException {
    out.writeShort(labels.size());
    for (int i = 0; i < labels.size(); i++) {
      write(labels.name(i), out);
      write(labels.value(i), out);
    }
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static Schema inflate(byte[] deflated, int firstColumn, int count) throws IOException {
    try (var in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(deflated)))) {
      var target = readText(in);
      var columns = new ArrayList<Column>(count);
      for (int i = 0; i < count; i++) {
        columns.add(new Column(in.readInt(), readLabels(in)));
      }
      return new Schema(target, firstColumn, columns);
    }
  }

  private static Labels readLabels(DataInputStream in) throws IOException {
    var pairs = new String[2 * in.readUnsignedShort()];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = readText(in);
    }
    return Labels.of(pairs);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
