package io.gnomon.collect.relabel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.model.Labels;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table was checked against Prometheus 2.42; the whole of relabelling runs beside a real one
/// in `PrometheusAgreementTest`.
class RelabelingTest {
  private static final Labels LABELS = Labels.of("a", "x-1-y", "b", "B", "c", "");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          # action   | sources | separator | regex            | target   | replacement  | labels
          REPLACE    | a       | -         | (.*)-(\\d+)-(.*) | r        | $3$1         | {a="x-1-y", b="B", r="yx"}
          REPLACE    | a       | -         | (.*)-(\\d+)-(.*) | r        | ${3}1        | {a="x-1-y", b="B", r="y1"}
          REPLACE    | a       | -         | (.*)-(\\d+)-(.*) | r        | $3_          | {a="x-1-y", b="B"}
          REPLACE    | a       | -         | (?P<q>.).*       | r        | $q-$$        | {a="x-1-y", b="B", r="x-$"}
          REPLACE    | a,b     | -         | -                | r        | -            | {a="x-1-y", b="B", r="x-1-y;B"}
          REPLACE    | b,a     | /         | -                | r        | -            | {a="x-1-y", b="B", r="B/x-1-y"}
          REPLACE    | a       | -         | x                | r        | -            | {a="x-1-y", b="B"}
          REPLACE    | c       | -         | -                | b        | -            | {a="x-1-y"}
          REPLACE    | b       | -         | (B)              | t_$1     | v            | {a="x-1-y", b="B", t_B="v"}
          REPLACE    | a       | -         | (.*)             | $1       | v            | {a="x-1-y", b="B"}
          KEEP       | a       | -         | x.*              | -        | -            | {a="x-1-y", b="B"}
          KEEP       | a       | -         | x                | -        | -            | -
          DROP       | a       | -         | x.*              | -        | -            | -
          DROP       | a       | -         | x                | -        | -            | {a="x-1-y", b="B"}
          KEEPEQUAL  | a       | -         | -                | b        | -            | -
          DROPEQUAL  | a       | -         | -                | b        | -            | {a="x-1-y", b="B"}
          DROPEQUAL  | a       | -         | -                | a        | -            | -
          HASHMOD    | a       | -         | -                | m        | -            | {a="x-1-y", b="B", m="1"}
          LABELMAP   | -       | -         | (a)              | -        | new_$1       | {a="x-1-y", b="B", new_a="x-1-y"}
          LABELDROP  | -       | -         | a.*              | -        | -            | {b="B"}
          LABELKEEP  | -       | -         | a                | -        | -            | {a="x-1-y"}
          LOWERCASE  | b       | -         | -                | l        | -            | {a="x-1-y", b="B", l="b"}
          UPPERCASE  | a       | -         | -                | u        | -            | {a="x-1-y", b="B", u="X-1-Y"}
          """)
  void doesWhatPrometheusDoes(
      RelabelAction action,
      String sources,
      String separator,
      String regex,
      String target,
      String replacement,
      String labels) {
    var sourceLabels = sources == null ? null : List.of(sources.split(","));
    var config = new RelabelConfig(sourceLabels, separator, regex, 2, target, replacement, action);

    var relabelled = new Relabeling(List.of(config)).apply(LABELS);

    assertThat(relabelled == null ? null : relabelled.toString()).isEqualTo(labels);
  }

  @Test
  void appliesOneRuleAfterTheOther() {
    var first = rule("(.)-.*", "first", "$1");
    var second = new RelabelConfig(List.of("first"), null, null, 0, "second", null, null);

    assertThat(new Relabeling(List.of(rule("(.).*", "first", "$1"), second)).apply(LABELS))
        .hasToString("{a=\"x-1-y\", b=\"B\", first=\"x\", second=\"x\"}");
    assertThat(new Relabeling(List.of(first)))
        .isEqualTo(new Relabeling(List.of(rule("(.)-.*", "first", "$1"))));
  }

  @Test
  void refusesRulesThatCannotWork() {
    assertThatThrownBy(() -> rule("(", "r", "$1"))
        .hasMessageStartingWith("regex: expected a regular expression");
    assertThatThrownBy(() -> rule("x", "", "$1")).hasMessage("target_label: expected a label name");
    assertThatThrownBy(() -> rule("x", "9x", "$1"))
        .hasMessage("target_label: expected a label name, got \"9x\"");
    assertThatThrownBy(() -> action(RelabelAction.HASHMOD, "r"))
        .hasMessage("modulus: expected more than 0 for hashmod");
    assertThatThrownBy(() -> action(RelabelAction.LABELDROP, "r"))
        .hasMessage("action: expected no key beside those of labeldrop");
  }

  private static RelabelConfig rule(String regex, String target, String replacement) {
    return new RelabelConfig(List.of("a"), null, regex, 0, target, replacement, null);
  }

  private static RelabelConfig action(RelabelAction action, String target) {
    return new RelabelConfig(null, null, null, 0, target, null, action);
  }
}
