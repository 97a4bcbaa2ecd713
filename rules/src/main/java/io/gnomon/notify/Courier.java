package io.gnomon.notify;

import io.gnomon.alert.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries the outbox's messages to one channel, one after the other, and tries again with growing
/// pauses until the channel takes them. Each channel has its own courier: one that hangs delays no
/// other.
final class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final long FIRST_PAUSE = 1000;
  private static final long LONGEST_PAUSE = 60_000;
  private static final long REFUSED_PAUSE = 300_000;

  private final Integration integration;
  private final Outbox outbox;
  private final RandomGenerator random;

  Courier(Integration integration, Outbox outbox, RandomGenerator random) {
    this.integration = integration;
    this.outbox = outbox;
    this.random = random;
  }

  Integration integration() {
    return integration;
  }

  /// Sends what is due, the critical first, and gives the time of the next try, `Long.MAX_VALUE`
  /// when nothing waits.
  long deliver(long now) throws InterruptedException {
    var due = due(now);
    var rest = due.stream().filter(message -> !message.isCritical()).toList();
    boolean digest = due.size() > integration.notifier().digestAbove() && rest.size() > 1;
    for (var message : due) {
      if ((!digest || message.isCritical()) && !send(message, now)) {
        break;
      }
    }
    if (digest) {
      sendDigest(rest, now);
    }
    return outbox.waiting(integration).stream()
        .mapToLong(Outbox.Message::nextAt)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private List<Outbox.Message> due(long now) {
    return outbox.waiting(integration).stream()
        .filter(message -> message.nextAt() <= now)
        .sorted(Comparator.comparing(Outbox.Message::isCritical).reversed())
        .toList();
  }

  /// False when the channel did not take it: then it takes no other now.
  private boolean send(Outbox.Message message, long now) throws InterruptedException {
    var delivery = attempt(message.notification());
    tried(message, delivery, now);
    return delivery instanceof Delivery.Sent;
  }

  private void sendDigest(List<Outbox.Message> messages, long now) throws InterruptedException {
    var delivery = attempt(Outbox.digest(messages, now));
    messages.forEach(message -> tried(message, delivery, now));
  }

  private void tried(Outbox.Message message, Delivery delivery, long now) {
    int attempt = message.attempt() + 1;
    long next =
        switch (delivery) {
          case Delivery.Sent _ -> 0;
          case Delivery.Retry(_, var pause) -> now + Math.max(pause.toMillis(), pause(attempt));
          case Delivery.Refused _ -> now + REFUSED_PAUSE;
        };
    if (next != 0) {
      LOG.warn("{}: {}", integration.name(), delivery.answer());
    }
    var row = message.row();
    outbox.tried(new Entry.Tried(now, row.channel(), row.at(), attempt, delivery.answer(), next));
  }

  /// A notifier that fails in a way it did not foresee is one that may work later.
  private Delivery attempt(Notification notification) throws InterruptedException {
    try {
      return integration.notifier().send(notification);
    } catch (RuntimeException e) {
      LOG.warn("{} failed", integration.name(), e);
      return new Delivery.Retry("failed: " + e.getClass().getSimpleName());
    }
  }

  /// 1 s, 2 s, 4 s ... a minute, each up to a half longer by chance, so that not all come at once.
  private long pause(int attempt) {
    long pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(attempt - 1, 10));
    return pause + random.nextLong(pause / 2 + 1);
  }
}
