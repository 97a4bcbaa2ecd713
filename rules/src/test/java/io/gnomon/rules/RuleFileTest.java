package io.gnomon.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {
  private static final Duration SLOT = Duration.ofSeconds(15);

  /// `~` stands for a line break.
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          groups: [{name: g, rules: [{alert: A}]}] | f:1:28: expected a rule with an expr
          groups: [{rules: []}] | f:1:10: expected a group with a name
          groups:~- name: g~- name: g | f:3:3: expected one group named "g"
          groups:~- name: g~  rulez: [] | f:3:3: unknown key "rulez", expected one of name, interval
          groups:~- name: g~  interval: 5x | f:3:13: expected a duration such as 15s
          groups:~- name: g~  rules:~  - {alert: A, expr: 'a >'} | f:4:22: expected a query: 1:4: parse error
          groups:~- name: g~  rules:~  - {alert: A, record: b, expr: a} | f:4:5: expected one of record and alert
          groups:~- name: g~  rules:~  - {record: b, expr: a, for: 1m} | f:4:31: expected no for in a recording rule
          groups:~- name: g~  rules:~  - {record: 'b c', expr: a} | f:4:14: expected a metric name, got "b c"
          groups:~- name: g~  rules:~  - {alert: A, expr: a, annotations: {s: '{{ $x }}'}} | f:4:42: expected a template: undefined variable "$x"
          groups:~- name: g~  rules:~  - {alert: A, expr: a, labels: {'a-b': c}} | f:4:33: expected a label name, got "a-b"
          groups: [ | f:2:1: no YAML
          groups: {a: b} | f:1:9: expected a list
          """)
  void saysWhatIsWrongAndWhere(String text, String expected) {
    assertThatThrownBy(() -> RuleFile.read("f", text.replace('~', '\n') + "\n", SLOT))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void anEmptyFileHasNoGroups() throws RuleFileException {
    assertThat(RuleFile.read("f", "", SLOT)).isEmpty();
    assertThat(RuleFile.read("f", "groups:\n", SLOT)).isEmpty();
  }

  @Test
  void slotsAreAnIntervalApartWhenceverOneLooks() throws RuleFileException {
    var group = RuleFile.read("f", "groups: [{name: g, interval: 1m}]", SLOT).getFirst();
    long slot = group.slot(1_700_000_000_000L);
    assertThat(group.slot(slot)).isEqualTo(slot);
    assertThat(group.slot(slot + 1)).isEqualTo(slot + 60_000);
    assertThat(slot).isBetween(1_700_000_000_000L, 1_700_000_060_000L);
  }
}
