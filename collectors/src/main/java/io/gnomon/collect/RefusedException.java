package io.gnomon.collect;

/// A target brought what its limits do not allow, or answered with something that cannot be used;
/// the message is for a person.
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RefusedException(String message) {
    super(message);
  }
}
