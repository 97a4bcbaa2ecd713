package io.gnomon.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.model.Labels;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SilencesTest {
  private static final Labels HOT = Labels.of("alertname", "Hot");

  @TempDir Path directory;
  private Journal journal;
  private Silences silences;

  @BeforeEach
  void open() throws Exception {
    journal = Journal.open(directory);
    silences = new Silences(journal);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void aSilenceMutesFromItsStartToItsEnd() {
    silences.set(silence("", "alertname=Hot", 100, 200), 50);
    assertThat(List.of(99L, 100L, 199L, 200L))
        .extracting(now -> silences.muting(HOT, now).size())
        .containsExactly(0, 1, 1, 0);
  }

  @Test
  void otherMatchersOfAnActiveSilenceMakeANewOne() {
    var id = silences.set(silence("", "alertname=Hot", 0, 200), 50);
    var other = silences.set(silence(id, "alertname=Cold", 0, 200), 60);
    assertThat(other).isNotEqualTo(id);
    assertThat(silences.find(id).state(60)).isEqualTo(Silence.State.EXPIRED);
  }

  @Test
  void aLongerEndKeepsTheSilence() {
    var id = silences.set(silence("", "alertname=Hot", 50, 200), 50);
    assertThat(silences.set(silence(id, "alertname=Hot", 50, 300), 60)).isEqualTo(id);
    assertThat(silences.find(id).endsAt()).isEqualTo(300);
  }

  @Test
  void whatExpiredIsKeptForFiveDays() {
    var id = silences.set(silence("", "alertname=Hot", 50, 200), 50);
    silences.expire(id, 60);
    assertThat(silences.all(Silences.RETENTION.toMillis())).hasSize(1);
    assertThat(silences.all(Silences.RETENTION.toMillis() + 61)).isEmpty();
  }

  @Test
  void aSilenceThatWouldMuteEverythingIsRefused() {
    assertThatThrownBy(() -> silence("", "a=~\".*\"", 0, 200))
        .hasMessageContaining("does not match the empty string");
    assertThatThrownBy(() -> silences.set(silence("", "a=b", 0, 10), 50))
        .hasMessageContaining("ends in the future");
  }

  private static Silence silence(String id, String matchers, long startsAt, long endsAt) {
    return new Silence(id, MatcherText.parse(matchers), startsAt, endsAt, 0, "me", "work");
  }
}
