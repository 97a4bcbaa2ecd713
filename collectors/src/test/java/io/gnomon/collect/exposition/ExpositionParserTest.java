package io.gnomon.collect.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.collect.RefusedException;
import io.gnomon.model.Metric;
import io.gnomon.model.Metric.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpositionParserTest {
  private final ExpositionParser parser = new ExpositionParser();
  private final Recorder recorder = new Recorder();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          a 1                         | a 1.0
          a:b 1e3                     | a:b 1000.0
            a   1                     | a 1.0
          a{} 1                       | a 1.0
          a{b="c"} 1                  | a{b="c"} 1.0
          a {b="c"} 1                 | a{b="c"} 1.0
          a{b="c",d="e",} 1           | a{b="c", d="e"} 1.0
          a{ d = "e" , b = "c" } 1    | a{b="c", d="e"} 1.0
          a{b=""} 1                   | a 1.0
          a{b="\\"x\\\\\\n"} 1        | a{b="\\"x\\\\\\n"} 1.0
          a{b="\\t}{#"} 1             | a{b="\\\\t}{#"} 1.0
          a{b="度"} 1                 | a{b="度"} 1.0
          {"a.b"} 1                   | {"a.b"} 1.0
          {"a.b", x="y"} 1            | {"a.b", x="y"} 1.0
          {"a", "x y"="z"} 1          | a{"x y"="z"} 1.0
          a NaN                       | a NaN
          a +Inf                      | a Infinity
          a 1 1700000000123           | a 1.0 @1700000000123
          a 1 -5                      | a 1.0 @-5
          a{le="1"} 1                 | a{le="1"} 1.0
          """)
  void readsALineOfText(String line, String sample) {
    parse(Format.TEXT, line);

    assertThat(recorder.samples).containsExactly(sample);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          a_total 1                                    | a_total 1.0
          a_created 1.5e9                              | a_created 1.5E9
          a 1 1700000000.123                           | a 1.0 @1700000000123
          a_bucket{le="1.0"} 5 # {trace_id="x # y"} 0.9 | a_bucket{le="1.0"} 5.0
          a_bucket{le="1.0"} 5 1.5 # {} 0.9 1.4        | a_bucket{le="1.0"} 5.0 @1500
          """)
  void readsALineOfOpenMetrics(String line, String sample) {
    parse(Format.OPEN_METRICS, line + "\n# EOF\n");

    assertThat(recorder.samples).containsExactly(sample);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          a                 | line 3: expected a value, got ""
          a x               | line 3: expected a value, got "x"
          a 1 x             | line 3: expected a timestamp or the end of the line, got "x"
          a 1 1.5           | line 3: expected a timestamp in milliseconds, got "1.5"
          a 1 2 3           | line 3: expected the end of the line, got "3"
          a{b} 1            | line 3: expected =, got "}"
          a{b=c} 1          | line 3: expected a quoted label value, got "c}"
          a{b="c" 1         | line 3: expected }
          a{b="c 1          | line 3: expected a closing quote
          a{b="c"d="e"} 1   | line 3: expected , or }, got "d=\\"e\\"}"
          a{b="1",b="2"} 1  | line 3: expected each label once, got b twice
          a{1b="c"} 1       | line 3: expected a label name, got "1b=\\"c\\"}"
          {b="c"} 1         | line 3: expected a metric name
          <html>            | line 3: expected a metric name, got "<html>"
          1a 1              | line 3: expected a metric name, got "1a"
          # TYPE a nonsense | line 3: expected a metric type, got "nonsense"
          """)
  void refusesALineAndSaysWhatWasExpected(String line, String message) {
    assertThatThrownBy(() -> parse(Format.TEXT, "# a page\nok 1\n" + line + "\nok 2\n"))
        .isInstanceOf(RefusedException.class)
        .hasMessage(message);
  }

  @Test
  void refusesAPageThatIsCutOff() {
    assertThatThrownBy(() -> parse(Format.OPEN_METRICS, "a 1\n"))
        .hasMessage("line 2: expected # EOF at the end of the page");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    parser.text().clear();
    var bytes = "a{b=\"\u00ff\"} 1\n".getBytes(StandardCharsets.ISO_8859_1);
    parser.text().add(bytes, 0, bytes.length);

    assertThatThrownBy(() -> parser.parse(Format.TEXT, recorder))
        .hasMessage("line 1: expected UTF-8");
  }

  @Test
  void tellsOfMetricsOnce() {
    var page =
        "# HELP a_seconds What a\\nis.\n# TYPE a_seconds gauge\n# UNIT a_seconds seconds\na_seconds 1\n";
    parse(Format.TEXT, page);
    parse(Format.TEXT, page);
    parse(Format.TEXT, "x 1\n" + page);

    assertThat(recorder.metrics)
        .hasSize(3)
        .last()
        .isEqualTo(new Metric("a_seconds", Type.GAUGE, "What a\nis.", "seconds"));
  }

  @Test
  void findsItsWayWhateverChangesBetweenTwoPages() {
    expect("a 1\nb 2\nc 3\n", "a 1.0", "b 2.0", "c 3.0");
    expect("a 1\nb 2\nc 3\n", "a 1.0", "b 2.0", "c 3.0");
    expect("a 1\nb 22\nc 3\n", "a 1.0", "b 22.0", "c 3.0");
    expect("a 1\nc 3\n", "a 1.0", "c 3.0");
    expect("c 3\nb 2\na 1\n", "c 3.0", "b 2.0", "a 1.0");
    expect("c 3 7\nb 2\n", "c 3.0 @7", "b 2.0");
    expect("c 3 7\nb 2\n", "c 3.0 @7", "b 2.0");
    expect("# new\nc 3\nb{x=\"y\"} 2\nb 2\nbb 4\n", "c 3.0", "b{x=\"y\"} 2.0", "b 2.0", "bb 4.0");
    expect("c {x=\"y\"} 5\nb 2", "c{x=\"y\"} 5.0", "b 2.0");
    expect("\n\n");
    expect("b 2\nb 3\n", "b 2.0", "b 3.0");
  }

  @Test
  void goesOnAfterAPageThatWasRefused() {
    parse(Format.TEXT, "a 1\nb 2\n");
    assertThatThrownBy(() -> parse(Format.TEXT, "a 1\nb x\n")).hasMessageContaining("line 2");

    expect("a 1\nb 3\n", "a 1.0", "b 3.0");
  }

  @Test
  void asksForItsColumnsAgainWhenTheyAreNumberedAnew() {
    parse(Format.TEXT, "a 1\nb 2\n");
    recorder.columns.clear();
    recorder.column(io.gnomon.model.Labels.of("__name__", "b"));
    recorder.layout++;

    expect("a 1\nb 2\n", "a 1.0", "b 2.0");
  }

  @Test
  void forgetsSeriesThatNoLongerCome() {
    for (int i = 0; i < 5000; i++) {
      parse(Format.TEXT, "a{x=\"" + i + "\"} 1\nb " + i + "\n");
    }

    expect("b 1\n", "b 1.0");
    assertThat(parser.knownSeries()).isLessThan(1100);
  }

  private void expect(String page, String... samples) {
    recorder.samples.clear();
    parse(Format.TEXT, page);
    assertThat(recorder.samples).isEqualTo(List.of(samples));
  }

  private void parse(Format format, String page) {
    var bytes = page.getBytes(StandardCharsets.UTF_8);
    parser.text().clear();
    parser.text().add(bytes, 0, bytes.length);
    parser.parse(format, recorder);
  }
}
