package io.gnomon.notify;

/// A channel. It sends one message and says what became of it; of routes, groups, waiting and
/// repeating it knows nothing.
public interface Notifier extends AutoCloseable {
  Delivery send(Notification notification) throws InterruptedException;

  /// When more messages than this wait, all but the critical ones go as one digest.
  default int digestAbove() {
    return Integer.MAX_VALUE;
  }

  /// Told once at the start: so many messages were sent in the minute before it.
  default void sentLately(int messages) {}

  @Override
  default void close() {}
}
