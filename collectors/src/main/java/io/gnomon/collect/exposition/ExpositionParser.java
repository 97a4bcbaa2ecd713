package io.gnomon.collect.exposition;

import io.gnomon.collect.RefusedException;
import io.gnomon.model.LabelText;
import io.gnomon.model.SampleSink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Parses the pages of one target, each beside the page before it. What stands there again, byte
/// for byte, is known without being read: one vector comparison runs over all of it up to the first
/// difference. Where only a number differs, the number is read; where a line is another one, its
/// series is looked up by its bytes; only a series never seen is taken apart. Used by one thread.
public final class ExpositionParser {
  private static final byte[] EOF = "# EOF\n".getBytes(StandardCharsets.US_ASCII);

  /// A table this much larger than twice the page's lines holds mostly series that are gone.
  private static final int SPARE_SERIES = 1024;

  private final NumberReader numbers = new NumberReader();
  private final Families families = new Families();
  private SeriesTable table = new SeriesTable();
  private Page page = new Page();
  private Page before = new Page();
  private Format format = Format.TEXT;
  private @Nullable SampleSink boundTo;
  private int layout;
  private int at; // where in the page
  private int line; // of the page before, thought to stand beside it

  /// Where the next page is to be written before `parse`; cleared by whoever writes it.
  public Bytes text() {
    return page.text();
  }

  /// Puts the samples of the page that stands in `text()`.
  ///
  /// @throws RefusedException with the line and what was expected there; the page counts for
  ///   nothing
  public void parse(Format of, SampleSink sink) {
    format = of;
    bind(sink);
    page.begin();
    try {
      lines(sink);
    } catch (RefusedException e) {
      throw new RefusedException("line " + (page.lines() + 1) + ": " + e.getMessage());
    }
    turn();
  }

  /// How many series it has in mind; bounded by twice the lines of a page.
  int knownSeries() {
    return table.size();
  }

  private void bind(SampleSink sink) {
    if (boundTo != sink || layout != sink.layout()) {
      table.forgetColumns();
      boundTo = sink;
      layout = sink.layout();
    }
  }

  /// The page becomes the one before.
  private void turn() {
    var last = page;
    page = before;
    before = last;
    if (table.size() > 2 * last.lines() + SPARE_SERIES) {
      table = new SeriesTable();
      last.forget();
    }
  }

  private void lines(SampleSink sink) {
    at = 0;
    line = 0;
    int end = page.text().length();
    while (at < end) {
      int same = repeatLines(sink);
      if (at < end) {
        otherLine(same, sink);
      }
    }
    if (format == Format.OPEN_METRICS) {
      checkEnd();
    }
  }

  /// Takes over the lines that are as before, and gives how much of the next one is.
  private int repeatLines(SampleSink sink) {
    int same = same();
    while (line < before.lines() && before.length(line) <= same) {
      int length = before.length(line);
      repeat(sink);
      at += length;
      same -= length;
      line++;
    }
    return same;
  }

  /// How many bytes from here on are those of the page before.
  private int same() {
    if (line >= before.lines()) {
      return 0;
    }
    int end = page.text().length();
    int start = before.start(line);
    byte[] old = before.text().array();
    int same = Arrays.mismatch(page.text().array(), at, end, old, start, before.text().length());
    return same < 0 ? end - at : same;
  }

  private void repeat(SampleSink sink) {
    int series = before.series(line);
    if (series == Page.NO_SERIES) {
      page.addComment(at);
    } else {
      add(before.prefix(line), series, before.value(line), before.time(line), sink);
    }
  }

  private void otherLine(int same, SampleSink sink) {
    byte[] text = page.text().array();
    int from = SeriesText.skipBlanks(text, at);
    if (isKnown(same)) {
      int prefix = before.prefix(line);
      sample(before.series(line++), prefix, sink);
    } else if (text[from] == '\n' || text[from] == '#') {
      comment(from, sink);
    } else {
      int to = SeriesText.end(text, from);
      int series = find(text, from, to, sink);
      line = lineAfter(series);
      sample(series, SeriesText.skipBlanks(text, to) - at, sink);
    }
  }

  /// True when the line differs from the one before in its number only.
  private boolean isKnown(int same) {
    return line < before.lines()
        && before.series(line) != Page.NO_SERIES
        && same >= before.prefix(line)
        && page.text().array()[at + before.prefix(line)] != '{';
  }

  /// The line that came after this series in the page before; where it did not stand there, the
  /// same line as ever.
  private int lineAfter(int series) {
    int stood = table.line(series);
    return stood < before.lines() && before.series(stood) == series ? stood + 1 : line;
  }

  private int find(byte[] text, int from, int to, SampleSink sink) {
    int known = table.find(text, from, to);
    if (known != SeriesTable.NONE) {
      return known;
    }
    int column = sink.column(SeriesText.labels(text, from, to));
    return table.add(text, from, to, column);
  }

  private void comment(int from, SampleSink sink) {
    byte[] text = page.text().array();
    int to = from;
    while (text[to] != '\n') {
      to++;
    }
    if (to > from) {
      families.read(SeriesText.utf8(text, from, to), sink);
    }
    page.addComment(at);
    at = to + 1;
  }

  private void sample(int series, int prefix, SampleSink sink) {
    byte[] text = page.text().array();
    double value = number(text, at + prefix, "a value");
    int to = SeriesText.skipBlanks(text, numbers.end());
    long time = Page.NO_TIME;
    if (text[to] != '\n' && !isExemplar(text, to)) {
      time = time(text, to);
      to = SeriesText.skipBlanks(text, numbers.end());
    }
    to = lineEnd(text, to);
    add(prefix, series, value, time, sink);
    at = to;
  }

  private void add(int prefix, int series, double value, long time, SampleSink sink) {
    int column = table.column(series);
    if (column == SeriesTable.NO_COLUMN) {
      column = sink.column(SeriesText.labels(table.text(), table.start(series), table.end(series)));
      table.setColumn(series, column);
    }
    if (time == Page.NO_TIME) {
      sink.put(column, value);
    } else {
      sink.put(column, time, value);
    }
    table.setLine(series, page.lines());
    page.add(at, prefix, series, value, time);
  }

  private double number(byte[] text, int from, String what) {
    try {
      return numbers.read(text, from);
    } catch (NumberFormatException e) {
      throw expected(what, text, from);
    }
  }

  /// Milliseconds in the text format, seconds in OpenMetrics.
  private long time(byte[] text, int from) {
    double number = number(text, from, "a timestamp or the end of the line");
    if (format == Format.OPEN_METRICS && Double.isFinite(number)) {
      return Math.round(number * 1000);
    }
    if (number != (long) number) {
      throw expected("a timestamp in milliseconds", text, from);
    }
    return (long) number;
  }

  private boolean isExemplar(byte[] text, int from) {
    return format == Format.OPEN_METRICS && text[from] == '#';
  }

  /// The beginning of the next line, when nothing but an exemplar is left of this one.
  private int lineEnd(byte[] text, int from) {
    if (text[from] != '\n' && !isExemplar(text, from)) {
      throw expected("the end of the line", text, from);
    }
    int to = from;
    while (text[to] != '\n') {
      to++;
    }
    return to + 1;
  }

  private void checkEnd() {
    byte[] text = page.text().array();
    int end = page.text().length();
    int from = Math.max(0, end - EOF.length);
    if (!Arrays.equals(text, from, end, EOF, 0, EOF.length)) {
      throw new RefusedException("expected # EOF at the end of the page");
    }
  }

  private static RefusedException expected(String what, byte[] text, int from) {
    int to = from;
    while (text[to] != '\n' && to < from + 30) {
      to++;
    }
    var got = new String(text, from, to - from, StandardCharsets.UTF_8);
    return new RefusedException("expected " + what + ", got " + LabelText.quote(got));
  }
}
