package io.gnomon.notify;

/// A channel. It sends one message and says what became of it; of routes, groups, waiting and
/// repeating it knows nothing.
public interface Notifier extends AutoCloseable {
  Delivery send(Notification notification) throws InterruptedException;

  @Override
  default void close() {}
}
