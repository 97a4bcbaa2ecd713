package io.gnomon.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.collect.probe.ProbeCollectorType;
import io.gnomon.collect.probe.ProbeConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TargetTest {
  private static final Timing TIMING = new Timing(Duration.ofSeconds(15), Duration.ofSeconds(10));

  @Test
  void isTheSameAfterAReloadThatChangesNothing() {
    assertThat(probe("tcp://h:1", TIMING)).isEqualTo(probe("tcp://h:1", TIMING));
    assertThat(probe("tcp://h:1", TIMING)).isNotEqualTo(probe("tcp://h:2", TIMING));
    assertThat(probe("tcp://h:1", TIMING))
        .isNotEqualTo(probe("tcp://h:1", new Timing(Duration.ofSeconds(30), TIMING.timeout())));
  }

  @Test
  void hasASlotOfItsOwnInEveryInterval() {
    long slot = TIMING.slotAfter(1_000_000, 42);

    assertThat(slot).isGreaterThan(1_000_000).isLessThanOrEqualTo(1_015_000);
    assertThat(TIMING.slotAfter(slot, 42)).isEqualTo(slot + 15_000);
    assertThat(TIMING.slotAfter(slot - 1, 42)).isEqualTo(slot);
    assertThat(TIMING.slotAfter(1_000_000, 43)).isNotEqualTo(slot);
  }

  @Test
  void refusesATimeoutLongerThanTheInterval() {
    assertThatThrownBy(() -> new Timing(Duration.ofSeconds(5), Duration.ofSeconds(6)))
        .hasMessage("scrape_timeout: expected more than 0 and no more than the interval of 5.0 s");
    assertThatThrownBy(() -> new Timing(Duration.ZERO, Duration.ZERO))
        .hasMessage("scrape_interval: expected more than 0");
  }

  private static Target probe(String target, Timing timing) {
    return Target.of(new ProbeCollectorType(), new ProbeConfig(target, null, null, null), timing);
  }
}
