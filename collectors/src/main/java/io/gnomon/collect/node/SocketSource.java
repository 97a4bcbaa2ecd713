package io.gnomon.collect.node;

import io.gnomon.collect.line.ByteText;
import io.gnomon.collect.line.Row;
import io.gnomon.collect.line.Rows;
import io.gnomon.collect.line.Series;
import io.gnomon.model.SampleSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Sockets by protocol: lines as `TCP: inuse 4 orphan 0 tw 0 alloc 4 mem 146`. Memory is told in
/// pages and put in bytes too.
record SocketSource(String name, List<ProcFile> files, Rows rows) implements Source {

  static SocketSource of(List<ProcFile> files, int pageBytes) {
    return new SocketSource(
        "sockstat", files, new Rows((protocol, text) -> series(protocol, text, pageBytes)));
  }

  private static List<Series> series(String protocol, ByteText text, int pageBytes) {
    var series = new ArrayList<Series>();
    var words = text.line().split("\\s+");
    for (int i = 1; i < words.length; i += 2) {
      series.add(series(protocol, words[i]));
      if (words[i].equals("mem")) {
        series.add(series(protocol, "mem_bytes").times(pageBytes));
      }
    }
    return series;
  }

  private static Series series(String protocol, String field) {
    return Series.of(
        Series.gauge("node_sockstat_" + protocol + "_" + field, protocol + " sockets: " + field));
  }

  @Override
  public void read(SampleSink sink) throws IOException {
    rows.begin(sink);
    for (int i = 0; i < files.size(); i++) {
      readFile(files.get(i).read());
    }
  }

  private void readFile(ByteText text) throws IOException {
    while (text.nextLine() && text.nextWord()) {
      putFields(text, rows.row(text));
    }
  }

  private static void putFields(ByteText text, Row row) throws IOException {
    int i = 0;
    while (i < row.size() && text.nextWord()) {
      boolean memory = text.wordIs("mem");
      double value = text.number();
      row.put(i++, value);
      if (memory) {
        row.put(i++, value);
      }
    }
  }
}
