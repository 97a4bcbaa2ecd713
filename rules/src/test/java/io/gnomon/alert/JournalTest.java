package io.gnomon.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JournalTest {
  private static final long DAY = 86_400_000L;

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("alerts.journal");
  }

  static Stream<Entry> entries() {
    var alert =
        new Alert(
            Labels.of("a", "\"中\n"), Labels.of("s", "x"), 1, 2, "u", new Alert.Reading("q", 1, 2));
    return Stream.of(
        changed(1, new AlertState.Pending(1)),
        changed(1, new AlertState.Firing(1, 2, 3)),
        changed(1, new AlertState.Resolved(1, 2, 3)),
        changed(1, AlertState.INACTIVE),
        new Entry.Received(1, alert),
        new Entry.Notified(
            1,
            "g",
            "r",
            0,
            Labels.of("a", "b"),
            "why",
            List.of(1L),
            List.of(2L),
            9,
            List.of(alert)),
        new Entry.Tried(1, "c", 2, 3, "ok", 0),
        new Entry.Decided(1, "c", List.of(1L), "why"),
        new Entry.SilenceSet(1, silence()),
        new Entry.Acknowledged(1, Labels.of("a", "b"), "me", "mine"));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void everyKindComesBackAsItWas(Entry entry) throws IOException {
    write(entry);
    assertThat(read()).containsExactly(entry);
  }

  @Test
  void aTornTailIsCutAtEveryByteAndTheRestIsKept() throws IOException {
    var first = changed(1, new AlertState.Pending(1));
    var second = changed(2, new AlertState.Firing(1, 2, 0));
    write(first, second);
    var whole = Files.readAllBytes(file);
    int end = 8 + EntryJson.write(first).length;
    for (int length = end; length < whole.length; length += 7) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      var third = changed(3, AlertState.INACTIVE);
      write(third);
      assertThat(read()).containsExactly(first, third);
    }
  }

  @Test
  void aFlippedBitCostsOneEntry() throws IOException {
    var entries = entries().toList();
    write(entries.toArray(Entry[]::new));
    var bytes = Files.readAllBytes(file);
    bytes[60] ^= 4;
    Files.write(file, bytes);
    assertThat(read()).isEqualTo(entries.subList(1, entries.size()));
  }

  @Test
  void compactionKeepsWhatCountsAndWhatIsYoung() throws IOException {
    var oldFiring = changed(1, new AlertState.Firing(1, 1, 0));
    var oldTried = new Entry.Tried(2, "c", 2, 3, "ok", 0);
    var oldSilence = new Entry.SilenceSet(3, silence());
    var young = new Entry.Decided(99 * DAY, "c", List.of(1L), "why");
    try (var journal = Journal.open(directory)) {
      journal.write(List.of(oldFiring, oldTried, oldSilence, young));
      journal.compact(100 * DAY);
      journal.write(List.of(oldTried));
    }
    assertThat(read()).containsExactly(oldFiring, oldSilence, young, oldTried);
  }

  @Test
  void aThreadThatIsInterruptedDoesNotCloseIt() throws IOException {
    try (var journal = Journal.open(directory)) {
      Thread.currentThread().interrupt();
      journal.write(List.of(changed(1, AlertState.INACTIVE)));
      journal.alive(1);
      assertThat(Thread.interrupted()).isTrue();
      journal.write(List.of(changed(2, AlertState.INACTIVE)));
      assertThat(journal.entries()).hasSize(2);
    }
  }

  @Test
  void theHeartbeatIsRemembered() throws IOException {
    try (var journal = Journal.open(directory)) {
      assertThat(journal.lastAlive()).isZero();
      journal.alive(5);
      journal.alive(7);
    }
    try (var journal = Journal.open(directory)) {
      assertThat(journal.lastAlive()).isEqualTo(7);
    }
  }

  private static Entry changed(long at, AlertState state) {
    return new Entry.Changed(
        at,
        "rule",
        Labels.of("alertname", "A"),
        state,
        Labels.EMPTY,
        new Alert.Reading("a > 1", 2, 3),
        "u",
        7);
  }

  private static Silence silence() {
    return new Silence(
        "id",
        List.of(Matcher.equal("a", "b"), new Matcher("c", Matcher.Op.REGEX, "d|e")),
        1,
        200 * DAY,
        1,
        "me",
        "work");
  }

  private void write(Entry... entries) throws IOException {
    try (var journal = Journal.open(directory)) {
      journal.write(List.of(entries));
    }
  }

  private List<Entry> read() throws IOException {
    try (var journal = Journal.open(directory)) {
      return journal.entries();
    }
  }
}
