package io.gnomon.collect.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteTextTest {
  private static ByteText text(String content) {
    var text = new ByteText("/proc/file");
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, text.bytes(), 0, bytes.length);
    text.begin(bytes.length);
    return text;
  }

  private static ByteText line(String content) {
    var text = text(content);
    text.nextLine();
    return text;
  }

  @Test
  void wordsEndAtBlanksAndColons() {
    var text = text("  eth0:12  -3\r\n\nlast:\tword");
    var words = new ArrayList<String>();
    while (text.nextLine()) {
      while (text.nextWord()) {
        words.add(text.word());
      }
      words.add("|");
    }
    assertThat(words).containsExactly("eth0", "12", "-3", "|", "|", "last", "word", "|");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-1, -1",
    "0.52, 0.52",
    "87.124441, 87.124441",
    ".5, .5",
    "7., 7",
    "9007199254740993, 9007199254740993",
    "12345678901234567890, 12345678901234567890",
    "12kB, 12",
    "-0.25, -0.25",
  })
  void aNumberIsWhatJavaReadsToo(String number, double value) throws IOException {
    assertThat(line(number).number()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "-", ".", "kB12", "-x"})
  void whatIsNoNumberIsNamedWithItsPlace(String wrong) {
    assertThatThrownBy(() -> line(wrong).number())
        .hasMessageContaining("/proc/file line")
        .hasMessageContaining("expected a number");
  }

  @Test
  void readsNumbersBehindMarks() throws IOException {
    var text = line("db0:keys=5,expires=2,avg_ttl=100");
    text.nextWord();
    var numbers = new ArrayList<Double>();
    while (text.nextAfter('=')) {
      numbers.add(text.number());
    }
    assertThat(numbers).containsExactly(5.0, 2.0, 100.0);
  }
}
