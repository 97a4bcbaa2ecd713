package io.gnomon.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.alert.Alert;
import io.gnomon.alert.Entry;
import io.gnomon.alert.Journal;
import io.gnomon.model.Labels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourierTest {
  private static final RandomGenerator NO_CHANCE = () -> 0;

  @TempDir Path directory;
  private Journal journal;
  private Outbox outbox;
  private Courier courier;
  private final List<Notification> sent = new ArrayList<>();
  private Delivery answer = new Delivery.Sent("ok");

  @BeforeEach
  void open() throws Exception {
    journal = Journal.open(directory);
    outbox = new Outbox(journal);
    courier =
        new Courier(new Integration("ops", 0, "test", true, new Channel()), outbox, NO_CHANCE);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void aBacklogIsOneDigestAfterTheCriticalOnes() throws Exception {
    for (int i = 0; i < 30; i++) {
      queue("g" + i, i == 7 ? "critical" : "warning");
    }
    courier.deliver(Notes.NOW);
    assertThat(sent).hasSize(2);
    assertThat(sent.getFirst().groupKey()).isEqualTo("g7");
    assertThat(sent.getLast().reason()).isEqualTo("digest of 29 messages");
    assertThat(sent.getLast().alerts()).hasSize(29);
    assertThat(courier.deliver(Notes.NOW + 1)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aChannelThatIsDownIsAskedLessAndLess() throws Exception {
    queue("g", "warning");
    answer = new Delivery.Retry("down");
    var tries = new ArrayList<Long>();
    for (long at = Notes.NOW; tries.size() < 9; at = courier.deliver(at)) {
      tries.add((at - Notes.NOW) / 1000);
    }
    assertThat(tries).containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L);
  }

  @Test
  void aPauseThatTheChannelAsksForIsKept() throws Exception {
    queue("g", "warning");
    answer = new Delivery.Retry("45009", java.time.Duration.ofSeconds(60));
    assertThat(courier.deliver(Notes.NOW)).isEqualTo(Notes.NOW + 60_000);
  }

  @Test
  void whatIsRefusedWaitsUntilSomebodyMayHaveMendedIt() throws Exception {
    queue("g", "warning");
    answer = new Delivery.Refused("no such robot");
    assertThat(courier.deliver(Notes.NOW)).isEqualTo(Notes.NOW + 300_000);
  }

  private void queue(String group, String severity) {
    var alert =
        new Alert(
            Labels.of("alertname", "A", "group", group, "severity", severity),
            Labels.EMPTY,
            Notes.NOW,
            0,
            "",
            Alert.Reading.NONE);
    outbox.put(
        new Entry.Notified(
            Notes.NOW,
            group,
            "ops",
            0,
            Labels.EMPTY,
            "first",
            List.of(alert.id()),
            List.of(),
            Long.MAX_VALUE,
            List.of(alert)));
  }

  private final class Channel implements Notifier {
    @Override
    public Delivery send(Notification notification) {
      sent.add(notification);
      return answer;
    }

    @Override
    public int digestAbove() {
      return 5;
    }
  }
}
