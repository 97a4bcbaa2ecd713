package io.gnomon.rules;

/// A rule whose answer cannot be used.
public final class RuleException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public RuleException(String message) {
    super(message);
  }
}
