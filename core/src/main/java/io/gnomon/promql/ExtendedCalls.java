package io.gnomon.promql;

import io.gnomon.model.Absent;
import io.gnomon.promql.Expr.Ends;
import io.gnomon.promql.QueryException.Kind;
import io.gnomon.promql.fn.Edges;
import io.gnomon.promql.fn.OverTime;
import io.gnomon.promql.fn.RangeFunction;
import io.gnomon.promql.fn.Span;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The functions of anchored and smoothed windows, which show samples around them: few functions
/// can deal with that.
final class ExtendedCalls {
  private static final Set<String> SMOOTHED = Set.of("rate", "increase", "delta");
  private static final Set<String> ANCHORED =
      Set.of("rate", "increase", "delta", "changes", "resets");

  private ExtendedCalls() {}

  /// The function for an extended window, null for a plain one; refuses one that cannot deal with
  /// it.
  static @Nullable RangeFunction of(String name, Expr arg) {
    return switch (arg) {
      case Expr.Paren paren -> of(name, paren.of());
      case Expr.Range range when range.of().ends() != Ends.PLAIN -> of(name, range.of().ends());
      default -> null;
    };
  }

  private static RangeFunction of(String name, Ends ends) {
    boolean smoothed = ends == Ends.SMOOTHED;
    check(name, smoothed ? "smoothed" : "anchored", smoothed ? SMOOTHED : ANCHORED);
    var edges = new Edges(smoothed, !name.equals("delta"));
    return switch (name) {
      case "rate" -> span -> perSecond(edges.change(span), span);
      case "changes" -> span -> Edges.anchored(span, OverTime::changes);
      case "resets" -> span -> Edges.anchored(span, OverTime::resets);
      default -> edges::change;
    };
  }

  private static double perSecond(double change, Span span) {
    return Absent.is(change) ? change : change / ((span.upTo - span.after) / 1000.0);
  }

  private static void check(String name, String modifier, Set<String> safe) {
    if (!safe.contains(name)) {
      throw new QueryException(
          Kind.EXECUTION,
          "%s modifier can only be used with: %s - not with %s"
              .formatted(modifier, String.join(", ", new TreeSet<>(safe)), name));
    }
  }
}
