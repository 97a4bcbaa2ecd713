package io.gnomon.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.alert.AlertState;
import io.gnomon.alert.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupRunTest {
  private static final long STEP = 15_000;

  @TempDir Path directory;
  private House house;

  @BeforeEach
  void open() throws IOException {
    house = new House(directory);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aRuleSeesWhatTheRuleBeforeItRecorded() throws RuleFileException {
    var group =
        house.group("{record: 'a:twice', expr: a * 2}, {record: 'a:four', expr: 'a:twice * 2'}");
    house.put("a{i=\"1\"}", 3);
    group.evaluate(house.now);
    assertThat(house.ask("{__name__=~\"a:.*\"}"))
        .containsExactly("a:four{i=\"1\"} 12.0", "a:twice{i=\"1\"} 6.0");
  }

  @Test
  void aRecordedSeriesEndsWithItsSource() throws RuleFileException {
    var group = house.group("{record: 'a:big', expr: a > 5}");
    house.put("a{i=\"1\"}", 9);
    group.evaluate(house.now);
    step();
    house.put("a{i=\"1\"}", 1);
    group.evaluate(house.now);
    assertThat(house.ask("a:big")).isEmpty();
  }

  @Test
  void aRuleLabelReplacesAndAnEmptyOneRemoves() throws RuleFileException {
    var group = house.group("{record: 'r', expr: a, labels: {i: '', team: x}}");
    house.put("a{i=\"1\",j=\"2\"}", 1);
    group.evaluate(house.now);
    assertThat(house.ask("r")).containsExactly("r{j=\"2\", team=\"x\"} 1.0");
  }

  @Test
  void twoSeriesOfTheSameLabelsAreAnError() throws RuleFileException {
    var group = house.group("{record: 'r', expr: a, labels: {i: ''}}");
    house.put("a{i=\"1\"}", 1);
    house.put("a{i=\"2\"}", 1);
    group.evaluate(house.now);
    assertThat(error(group)).contains("same labelset");
    assertThat(house.ask("r")).isEmpty();
  }

  @Test
  void anAlertWaitsFiresAndResolvesAndItsSeriesSaySo() throws RuleFileException {
    var group = house.group("{alert: Hot, expr: a > 5, for: 30s, labels: {severity: warning}}");
    house.put("a{i=\"1\"}", 9);
    group.evaluate(house.now);
    var since = house.now / 1000;
    assertThat(house.ask("ALERTS"))
        .containsExactly(
            "ALERTS{alertname=\"Hot\", alertstate=\"pending\", i=\"1\", severity=\"warning\"} 1.0");
    step();
    group.evaluate(house.now);
    step();
    group.evaluate(house.now);
    assertThat(house.ask("ALERTS{alertstate=\"pending\"}")).isEmpty();
    assertThat(house.ask("ALERTS_FOR_STATE"))
        .containsExactly(
            "ALERTS_FOR_STATE{alertname=\"Hot\", i=\"1\", severity=\"warning\"} " + (double) since);
    house.put("a{i=\"1\"}", 1);
    group.evaluate(house.now + 1);
    house.now += 1;
    assertThat(house.ask("ALERTS")).isEmpty();
    assertThat(states()).containsExactly("pending", "firing", "inactive");
  }

  @Test
  void anErrorChangesNothingAndResolvesNothing() throws RuleFileException {
    var group = house.group("{alert: Hot, expr: 'a > on(i) group_left() b'}");
    house.put("a{i=\"1\"}", 9);
    house.put("b{i=\"1\"}", 1);
    group.evaluate(house.now);
    step();
    house.put("b{i=\"1\",j=\"x\"}", 1);
    group.evaluate(house.now);
    assertThat(error(group)).isNotEmpty();
    var view = (GroupView.AlertingView) GroupView.of(group).rules().getFirst();
    assertThat(view.state()).isEqualTo("firing");
    assertThat(view.alerts()).allSatisfy(alert -> assertThat(alert.unknown()).isTrue());
    assertThat(states()).containsExactly("firing");
  }

  @Test
  void moreAlertsThanTheLimitAreAnError() throws RuleFileException {
    var text = "groups: [{name: g, limit: 1, rules: [{alert: Hot, expr: a > 5}]}]";
    var parsed = RuleFile.read("t", text, java.time.Duration.ofSeconds(15)).getFirst();
    var group = new GroupRun(parsed, house.context);
    house.put("a{i=\"1\"}", 9);
    house.put("a{i=\"2\"}", 9);
    group.evaluate(house.now);
    assertThat(error(group)).isEqualTo("exceeded limit of 1 with 2 alerts");
    assertThat(states()).isEmpty();
  }

  @Test
  void twoSeriesOfTheSameAlertAreAnErrorAndChangeNothing() throws RuleFileException {
    var group = house.group("{alert: Hot, expr: a > 5, labels: {i: all}}");
    house.put("a{i=\"1\"}", 9);
    group.evaluate(house.now);
    step();
    house.put("a{i=\"2\"}", 9);
    group.evaluate(house.now);
    assertThat(error(group)).contains("same labelset");
    step();
    house.put("a{i=\"2\"}", 1);
    group.evaluate(house.now);
    assertThat(error(group)).isEmpty();
    assertThat(states()).containsExactly("firing");
  }

  @Test
  void annotationsAreOfNowWhileItAnswersAndOfThenAfterwards() throws RuleFileException {
    var group =
        house.group("{alert: Hot, expr: a > 5, annotations: {s: '{{ $labels.i }} {{ $value }}'}}");
    house.put("a{i=\"1\"}", 9);
    group.evaluate(house.now);
    step();
    house.put("a{i=\"1\"}", 7);
    group.evaluate(house.now);
    assertThat(house.book.alerts().getFirst().annotations().get("s")).isEqualTo("1 7");
    step();
    house.put("a{i=\"1\"}", 2);
    group.evaluate(house.now);
    var alert = house.book.alerts().getFirst();
    assertThat(alert.annotations().get("s")).isEqualTo("1 7");
    assertThat(alert.reading().peak()).isEqualTo(9);
    assertThat(alert.endsAt()).isEqualTo(house.now);
  }

  @Test
  void anAlertFromBeforeARestartWaitsForFreshData() throws Exception {
    var rule = "{alert: Hot, expr: a > 5}";
    var group = house.group(rule);
    house.put("a{i=\"1\"}", 9);
    group.evaluate(house.now);
    group.close();
    house.close();
    house = new House(directory, new RuleContext.Restart(600_000, House.T0 + 660_000));
    house.now = House.T0 + 600_000;
    group = house.group(rule);
    group.evaluate(house.now);
    assertThat(view(group).state()).isEqualTo("firing");
    house.now = House.T0 + 660_000;
    group.evaluate(house.now);
    assertThat(view(group).state()).isEqualTo("inactive");
  }

  @Test
  void aPendingAlertKeepsItsTimeOverARestart() throws Exception {
    var rule = "{alert: Hot, expr: a > 5, for: 30s}";
    var group = house.group(rule);
    house.put("a{i=\"1\"}", 9);
    group.evaluate(house.now);
    group.close();
    house.close();
    house = new House(directory, new RuleContext.Restart(100_000, House.T0 + 200_000));
    house.now = House.T0 + 115_000;
    house.put("a{i=\"1\"}", 9);
    group = house.group(rule);
    group.evaluate(house.now);
    assertThat(view(group).alerts().getFirst().activeAt()).isEqualTo(House.T0 + 100_000);
    house.now = House.T0 + 130_000;
    group.evaluate(house.now);
    assertThat(view(group).state()).isEqualTo("firing");
  }

  private void step() {
    house.now += STEP;
  }

  private static String error(GroupRun group) {
    return GroupView.of(group).rules().getLast().lastError();
  }

  private static GroupView.AlertingView view(GroupRun group) {
    return (GroupView.AlertingView) GroupView.of(group).rules().getFirst();
  }

  private List<String> states() {
    return house.journal.entries().stream()
        .filter(Entry.Changed.class::isInstance)
        .map(entry -> ((Entry.Changed) entry).state())
        .map(AlertState::word)
        .toList();
  }
}
