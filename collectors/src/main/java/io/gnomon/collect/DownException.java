package io.gnomon.collect;

/// What is read is down, which is itself worth a sample: the collection failed, but what it put, as
/// `pg_up 0`, counts. The message tells a person what is wrong and has no password in it.
public final class DownException extends Exception {
  private static final long serialVersionUID = 1;

  public DownException(String message, Throwable cause) {
    super(message, cause);
  }

  public DownException(String message) {
    super(message);
  }
}
