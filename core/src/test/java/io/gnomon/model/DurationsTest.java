package io.gnomon.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0s",
    "15s, 15000, 15s",
    "1h30m, 5400000, 1h30m",
    "90m, 5400000, 1h30m",
    "30d, 2592000000, 30d",
    "14d, 1209600000, 2w",
    "1y, 31536000000, 1y",
    "1m5ms, 60005, 1m5ms",
  })
  void readsAndPrintsDurations(String text, long millis, String printed) {
    assertThat(Durations.parse(text).toMillis()).isEqualTo(millis);
    assertThat(Durations.print(Duration.ofMillis(millis))).isEqualTo(printed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "15", "5m1h", "1.5h", "-1m", "1m1m", "99999999999999y"})
  void refusesWhatIsNoDuration(String text) {
    assertThatThrownBy(() -> Durations.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("duration");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0B",
    "512MB, 536870912, 512MB",
    "1.5GiB, 1610612736, 1536MB",
    "10k, 10240, 10KB"
  })
  void readsAndPrintsSizes(String text, long bytes, String printed) {
    assertThat(ByteSize.parse(text).bytes()).isEqualTo(bytes);
    assertThat(new ByteSize(bytes)).hasToString(printed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "big", "1ZB", "-1MB"})
  void refusesWhatIsNoSize(String text) {
    assertThatThrownBy(() -> ByteSize.parse(text)).hasMessageContaining("expected a size");
  }
}
