package io.gnomon.collect.redis;

import io.gnomon.collect.line.ByteText;
import io.gnomon.collect.line.Row;
import io.gnomon.collect.line.Rows;
import io.gnomon.collect.line.Series;
import io.gnomon.model.SampleSink;
import java.io.IOException;

/// Turns the text of INFO into samples. A database without keys has no line; one that was seen
/// before then has 0 keys.
final class InfoReader {
  private final ByteText text = new ByteText("INFO");
  private final Rows fields;
  private final Rows databases = new Rows(InfoFields::database);
  private final Instance instance = new Instance();
  private final Row start =
      Row.of(Series.of(Series.gauge("redis_start_time_seconds", "When the server started.")));

  InfoReader(InfoFields fields) {
    this.fields = new Rows(fields::series);
  }

  /// @param now seconds since the epoch
  /// @param before when the last collection was, in milliseconds since the epoch; what is counted
  ///   for the first time was 0 then. 0 when there was none.
  void read(byte[] info, double now, long before, SampleSink sink) throws IOException {
    text.begin(info, info.length);
    fields.begin(sink);
    databases.begin(sink);
    while (text.nextLine()) {
      if (text.nextWord() && !text.wordStartsWith("#")) {
        readField(now, before, sink);
      }
    }
    databases.putMissed(0);
    instance.put(sink);
  }

  private void readField(double now, long before, SampleSink sink) throws IOException {
    instance.take(text);
    if (text.wordIs("uptime_in_seconds")) {
      start.into(sink).put(0, Math.floor(now) - Double.parseDouble(text.rest()));
    }
    boolean database = text.wordStartsWith("db") && text.contains('=');
    putNumbers(database ? databases.row(text) : fields.row(text), database ? 0 : before);
  }

  private void putNumbers(Row row, long before) throws IOException {
    boolean several = text.contains('=');
    for (int i = 0; i < row.size() && (!several || text.nextAfter('=')); i++) {
      double value = text.numberOrWord("ok", "up");
      if (row.series(i) != Series.NONE) {
        row.put(i, value);
      }
    }
    row.putBeginning(several ? before : 0);
  }
}
