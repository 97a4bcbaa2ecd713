package io.gnomon.promql.op;

import io.gnomon.promql.Limits;
import io.gnomon.promql.QueryException;
import io.gnomon.promql.QueryException.Kind;

/// What a query may still cost. Operators tell what they keep in memory and how much they have
/// done; running out ends the query with an exception that was made beforehand.
public final class Budget {
  /// Cells of work between two looks at the clock.
  private static final int PATIENCE = 4096;

  private static final Refusal TOO_MANY =
      new Refusal(
          Kind.EXECUTION,
          "query processing would load too many samples into memory in query execution");
  private static final Refusal TIMED_OUT =
      new Refusal(Kind.TIMEOUT, "query timed out in expression evaluation");
  private static final Refusal CANCELED =
      new Refusal(Kind.CANCELED, "query was canceled in expression evaluation");

  private final Limits limits;
  private long deadline;
  private long held;
  private long unseen;
  private volatile boolean canceled;

  public Budget(Limits limits) {
    this.limits = limits;
  }

  /// Before a plan is bound, and before each run.
  public void start() {
    deadline = System.nanoTime() + limits.timeout() * 1_000_000;
    unseen = 0;
  }

  /// Takes note of cells that a buffer is about to keep for the plan's life.
  public void hold(long cells) {
    held += cells;
    if (held > limits.samples()) {
      held -= cells;
      throw TOO_MANY;
    }
  }

  /// What was held is let go: a binding is about to be replaced.
  public void release() {
    held = 0;
  }

  public void spend(long cells) {
    unseen += cells;
    if (unseen >= PATIENCE) {
      unseen = 0;
      look();
    }
  }

  public void look() {
    if (canceled) {
      throw CANCELED;
    }
    if (System.nanoTime() - deadline > 0) {
      throw TIMED_OUT;
    }
  }

  /// From any thread: the run under way, or the next one, ends.
  public void cancel() {
    canceled = true;
  }

  public Limits limits() {
    return limits;
  }

  private static final class Refusal extends QueryException {
    private static final long serialVersionUID = 1;

    Refusal(Kind kind, String message) {
      super(kind, message);
    }

    @Override
    public Throwable fillInStackTrace() {
      return this;
    }
  }
}
