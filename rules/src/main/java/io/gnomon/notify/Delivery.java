package io.gnomon.notify;

import java.time.Duration;

/// What a channel answered, in words for a person; never with a secret in it.
public sealed interface Delivery {
  String answer();

  record Sent(String answer) implements Delivery {}

  /// It may work later: not before `pause`, which is zero when the sender may choose.
  record Retry(String answer, Duration pause) implements Delivery {
    public Retry(String answer) {
      this(answer, Duration.ZERO);
    }
  }

  /// It will not work until somebody changes something.
  record Refused(String answer) implements Delivery {}
}
