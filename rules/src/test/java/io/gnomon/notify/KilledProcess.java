package io.gnomon.notify;

import io.gnomon.alert.Acknowledgements;
import io.gnomon.alert.Alert;
import io.gnomon.alert.AlertBook;
import io.gnomon.alert.Journal;
import io.gnomon.alert.Silences;
import io.gnomon.model.Labels;
import io.gnomon.notify.channel.Channels;
import io.gnomon.notify.message.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// A program to be killed: fires and resolves one alert after the other, says of each when it is
/// safe, and tells a webhook.
public final class KilledProcess {
  private KilledProcess() {}

  /// Arguments: data directory, address of the webhook, number of the first alert, or `none` to
  /// only tell what is left.
  public static void main(String[] args) throws Exception {
    var journal = Journal.open(Path.of(args[0]));
    var entries = journal.entries();
    var book = new AlertBook(journal, Duration.ofHours(1), Labels.EMPTY);
    book.restore(entries, journal.lastAlive());
    var silences = new Silences(journal);
    var config = config(args[1]);
    var clock = InstantSource.system();
    var channels = Channels.of(config, "", Story.Teller.NOBODY, clock);
    var acks = new Acknowledgements(journal);
    new Notifications(config, channels, book, silences, acks, journal, clock).start();
    if (args[2].equals("none")) {
      Thread.sleep(Duration.ofMinutes(1));
      return;
    }
    for (int i = Integer.parseInt(args[2]); ; i++) {
      book.receive(List.of(alert(i, clock.millis(), 0)), clock.millis());
      System.out.println("fired " + i);
      Thread.sleep(40);
      if (i % 2 == 0) {
        long now = clock.millis();
        book.receive(List.of(alert(i, now - 40, now)), now);
        System.out.println("resolved " + i);
      }
    }
  }

  private static Alert alert(int number, long startsAt, long endsAt) {
    var labels = Labels.of("alertname", "A", "i", "n" + number);
    return new Alert(labels, Labels.EMPTY, startsAt, endsAt, "", Alert.Reading.NONE);
  }

  private static NotifyConfig config(String url) {
    var soon = Duration.ofMillis(10);
    var root =
        new RouteConfig(
            "ops",
            List.of("..."),
            Duration.ZERO,
            soon,
            null,
            null,
            null,
            null,
            false,
            null,
            null,
            null);
    var ops =
        new ReceiverConfig("ops", null, null, List.of(WebhookConfig.to(url)), null, null, null);
    return new NotifyConfig(GlobalConfig.NONE, root, List.of(ops), List.of(), List.of());
  }
}
