package io.gnomon.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuiltinRulesTest {
  private static final Duration SLOT = Duration.ofSeconds(15);

  @Test
  void areTheRulesOfTheDocument() throws Exception {
    var file = Path.of(BuiltinRulesTest.class.getResource("/zhilian-rules.yml").toURI());
    assertThat(described(BuiltinRules.read(Map.of(), SLOT)))
        .hasSize(10)
        .isEqualTo(described(RuleFile.read(file, SLOT)));
  }

  @Test
  void haveEveryTextInChineseAndEnglish() {
    for (var group : BuiltinRules.read(Map.of(), SLOT)) {
      for (var rule : group.rules()) {
        assertThat(((AlertRule) rule).annotations().keySet())
            .containsExactly(
                "summary", "description", "action", "summary_en", "description_en", "action_en");
      }
    }
  }

  @Test
  void takeAnotherThresholdInTheExpressionAndInTheText() {
    var rules = BuiltinRules.read(Map.of("HighErrorRate", 7.5, "HighResponseTime", 0.5), SLOT);
    assertThat(rules.toString())
        .contains("> 0.075", "超过7.5%", "more than 7.5%", "> 0.5", "超过0.5秒", "le=~\"0\\\\.5\"");
  }

  @Test
  void refuseAThresholdThatThereIsNot() {
    assertThatThrownBy(() -> BuiltinRules.read(Map.of("HighRain", 1.0), SLOT))
        .hasMessageContaining("got \"HighRain\"");
  }

  private static List<String> described(List<RuleGroup> groups) {
    var described = new ArrayList<String>();
    for (var group : groups) {
      for (var rule : group.rules()) {
        var alert = (AlertRule) rule;
        var annotations = alert.annotations();
        described.add(
            String.join(
                "|",
                alert.name(),
                alert.expr().toString(),
                alert.hold().toString(),
                alert.labels().toString(),
                annotations.get("summary"),
                annotations.get("description"),
                annotations.get("action")));
      }
    }
    return described;
  }
}
