package io.gnomon.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.collect.relabel.RelabelAction;
import io.gnomon.collect.relabel.RelabelConfig;
import io.gnomon.collect.relabel.Relabeling;
import io.gnomon.model.Labels;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesLabelsTest {
  private static final Labels TARGET = Labels.of("job", "api", "instance", "h:1");
  private static final Intake.Limits LIMITS = new Intake.Limits(10, 5, 17, 8);

  @Test
  void movesAScrapedLabelOutOfTheTargetsWay() {
    assertThat(labels(false, "__name__", "up", "job", "x", "instance", "y"))
        .hasToString(
            "up{exported_instance=\"y\", exported_job=\"x\", instance=\"h:1\", job=\"api\"}");
  }

  @Test
  void findsAFreeNameForAScrapedLabel() {
    assertThat(
            new SeriesLabels(
                    TARGET, new Intake(false, true, Relabeling.NONE, Intake.Limits.DEFAULT))
                .of(Labels.of("__name__", "up", "job", "x", "exported_job", "z")))
        .hasToString(
            "up{exported_exported_job=\"x\", exported_job=\"z\", instance=\"h:1\", job=\"api\"}");
  }

  @Test
  void letsAScrapedLabelWinWhereItIsHonored() {
    assertThat(labels(true, "__name__", "up", "job", "x"))
        .hasToString("up{instance=\"h:1\", job=\"x\"}");
  }

  @Test
  void dropsASeriesThatRelabellingDrops() {
    var drop =
        new RelabelConfig(List.of("__name__"), null, "go_.*", 0, null, null, RelabelAction.DROP);
    var rules =
        new SeriesLabels(TARGET, new Intake(true, true, new Relabeling(List.of(drop)), LIMITS));

    assertThat(rules.of(Labels.of("__name__", "go_info"))).isNull();
    assertThat(rules.of(Labels.of("__name__", "up"))).isNotNull();
  }

  @Test
  void refusesWhatIsBeyondTheLimits() {
    assertThatThrownBy(() -> labels(true, "__name__", "a", "b", "1", "c", "2", "d", "3"))
        .hasMessageContaining("label_limit 5 labels");
    assertThatThrownBy(() -> labels(true, "__name__", "a", "abcdefghijklmnopqr", "1"))
        .hasMessageContaining("label_name_length_limit 17");
    assertThatThrownBy(() -> labels(true, "__name__", "a", "b", "123456789"))
        .hasMessageContaining("label_value_length_limit 8 characters in b");
    assertThatThrownBy(() -> labels(true, "b", "1")).hasMessageContaining("a metric name");
  }

  private static Labels labels(boolean honor, String... scraped) {
    var intake = new Intake(honor, true, Relabeling.NONE, LIMITS);
    return new SeriesLabels(TARGET, intake).of(Labels.of(scraped));
  }
}
