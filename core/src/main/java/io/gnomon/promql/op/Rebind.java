package io.gnomon.promql.op;

/// Says that a run met what its binding does not know: bind again and run again.
public final class Rebind extends RuntimeException {
  private static final long serialVersionUID = 1;

  static final Rebind NEEDED = new Rebind();

  private Rebind() {
    super("bind again", null, false, false);
  }
}
