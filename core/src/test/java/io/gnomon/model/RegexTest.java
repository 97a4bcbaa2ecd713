package io.gnomon.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a{1000}",
        "a{2,}",
        "a{,5}",
        "a{b}",
        "[]a]{3}",
        "[^]a]{3}",
        "[[:alpha:]\\]{3}]",
        "\\x{1F600}\\p{Greek}\\pN",
        "(\\x{1000}){2}",
        "\\Q(((\\E",
        "\\(\\)",
        "(?i:a|b)*",
        "(a{30}){30}"
      })
  void takesWhatIsCheap(String text) {
    assertThat(Regex.compile(text)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(               | missing closing ): `(`",
        "b)(c            | unexpected ): `b)(c`",
        "[a              | missing closing ]: `[a`",
        "*               | missing argument to repetition operator: `*`",
        "\\y              | invalid escape sequence: `\\y`",
        "(?=a)           | invalid or unsupported Perl syntax: `(?=`",
        "a{1001}         | invalid repeat count: `{1001}`",
        "(a{99}){99}     | invalid repeat count: `{99}`",
        "((a*){9999999}) | invalid repeat count: `{9999999}`"
      })
  void refusesTheRestInGosWords(String text, String message) {
    assertThatThrownBy(() -> Regex.compile(text))
        .isInstanceOf(PatternSyntaxException.class)
        .hasMessage("error parsing regexp: " + message);
  }

  @Test
  void isAnchoredAndDotsMatchNewlines() {
    assertThat(Regex.compile("a.c|d").matches("a\nc")).isTrue();
    assertThat(Regex.compile("a.c|d").matches("dd")).isFalse();
  }
}
