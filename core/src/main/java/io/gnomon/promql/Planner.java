package io.gnomon.promql;

import io.gnomon.model.Matcher;
import io.gnomon.promql.fn.Arithmetic;
import io.gnomon.promql.op.ComputedScalar;
import io.gnomon.promql.op.Constant;
import io.gnomon.promql.op.ExtendedWindow;
import io.gnomon.promql.op.Frame;
import io.gnomon.promql.op.MapValues;
import io.gnomon.promql.op.Moments;
import io.gnomon.promql.op.Note;
import io.gnomon.promql.op.Relabel;
import io.gnomon.promql.op.ScalarOperator;
import io.gnomon.promql.op.Select;
import io.gnomon.promql.op.Selection;
import io.gnomon.promql.op.Share;
import io.gnomon.promql.op.SmoothedSelect;
import io.gnomon.promql.op.Spread;
import io.gnomon.promql.op.StoredWindow;
import io.gnomon.promql.op.SubqueryWindow;
import io.gnomon.promql.op.VectorOperator;
import io.gnomon.promql.op.WindowSource;
import java.util.List;

/// Binds an expression: makes the operators and does all work on labels. One method for each type
/// of result, so that a tree that does not fit cannot be made.
final class Planner {
  private final Binder binder;
  private final Frame frame;

  /// Within a part that runs at one point only.
  private final boolean pinned;

  Planner(Binder binder, Frame frame, boolean pinned) {
    this.binder = binder;
    this.frame = frame;
    this.pinned = pinned;
  }

  Frame frame() {
    return frame;
  }

  Binder binder() {
    return binder;
  }

  VectorOperator vector(Expr expr) {
    if (!pinned && Invariance.isPinned(expr)) {
      var point = Grid.instant(0);
      return new Spread(frame, on(point, true).vector(expr), point);
    }
    return switch (expr) {
      case Expr.Select select -> select(select, Select.Aspect.VALUE);
      case Expr.Paren paren -> vector(paren.of());
      case Expr.Unary unary -> unary(unary);
      case Expr.Call call -> Calls.vector(this, call);
      case Expr.Aggregate aggregate -> Aggregations.of(this, aggregate);
      case Expr.Binary binary -> Binaries.vector(this, binary);
      case Expr.Num _, Expr.Str _, Expr.Range _, Expr.Subquery _ -> throw misfit(expr);
    };
  }

  ScalarOperator scalar(Expr expr) {
    return switch (expr) {
      case Expr.Num num -> new Constant(frame, num.value());
      case Expr.Paren paren -> scalar(paren.of());
      case Expr.Unary unary -> negated(unary);
      case Expr.Call call -> Calls.scalar(this, call);
      case Expr.Binary binary -> Binaries.scalar(this, binary);
      case Expr.Select _, Expr.Aggregate _, Expr.Str _, Expr.Range _, Expr.Subquery _ ->
          throw misfit(expr);
    };
  }

  /// The value of a scalar that does not change with time, which labels are made of.
  double constant(Expr expr) {
    return switch (expr) {
      case Expr.Num num -> num.value();
      case Expr.Paren paren -> constant(paren.of());
      case Expr.Unary unary -> unary.negative() ? -constant(unary.of()) : constant(unary.of());
      case Expr.Binary binary ->
          Arithmetic.of(binary.op(), constant(binary.left()), constant(binary.right()));
      default ->
          throw new QueryException(
              QueryException.Kind.EXECUTION, "a constant is needed here, not " + expr);
    };
  }

  /// A scalar that should be between 0 and 1.
  ScalarOperator share(Expr expr) {
    var outside =
        binder.notes().warning("quantile value should be between 0 and 1, got %s", expr.span());
    return new Share(frame, scalar(expr), outside);
  }

  /// What the functions that sort tell of a range query.
  Note sortNote(Expr.Call call) {
    return binder
        .notes()
        .warning(
            "sort is ineffective for range queries since results are always ordered by labels",
            call.span());
  }

  WindowSource window(Expr expr) {
    return switch (expr) {
      case Expr.Range range -> stored(range);
      case Expr.Subquery subquery -> subquery(subquery);
      case Expr.Paren paren -> window(paren.of());
      default -> throw misfit(expr);
    };
  }

  static String string(Expr expr) {
    return switch (expr) {
      case Expr.Str text -> text.value();
      case Expr.Paren paren -> string(paren.of());
      default -> throw misfit(expr);
    };
  }

  VectorOperator select(Expr.Select select, Select.Aspect aspect) {
    var selection = selection(select.matchers());
    var moments = new Moments(select.times(), frame);
    return select.ends() == Expr.Ends.SMOOTHED && aspect == Select.Aspect.VALUE
        ? new SmoothedSelect(frame, selection, moments)
        : new Select(frame, selection, moments, aspect);
  }

  private WindowSource stored(Expr.Range range) {
    var select = range.of();
    var selection = selection(select.matchers());
    var moments = new Moments(select.times(), frame);
    return select.ends() == Expr.Ends.PLAIN
        ? new StoredWindow(frame, selection, moments, range.range())
        : new ExtendedWindow(frame, selection, moments, range);
  }

  private WindowSource subquery(Expr.Subquery subquery) {
    var inner = on(Grid.instant(0), false);
    return new SubqueryWindow(
        frame,
        inner.vector(subquery.of()),
        inner.frame(),
        new Moments(subquery.times(), frame),
        subquery);
  }

  private Planner on(Grid grid, boolean atOnePoint) {
    return new Planner(binder, frame.on(grid), atOnePoint);
  }

  Selection selection(List<Matcher> matchers) {
    return binder.select(matchers);
  }

  private VectorOperator unary(Expr.Unary unary) {
    var of = vector(unary.of());
    return unary.negative()
        ? dropNames(new MapValues(frame, "negate", of, (value, _) -> -value))
        : of;
  }

  private ScalarOperator negated(Expr.Unary unary) {
    var of = scalar(unary.of());
    return unary.negative() ? new ComputedScalar(frame, "negate", k -> -of.at(k), of) : of;
  }

  /// The rows of values that are no longer what the metric's name says.
  VectorOperator dropNames(VectorOperator of) {
    boolean delayed = frame.options().delayedNameRemoval();
    return Relabel.of(
        frame, "drop names", of, of.rows().stream().map(row -> row.dropName(delayed)).toList());
  }

  private static IllegalStateException misfit(Expr expr) {
    return new IllegalStateException("not expected here: " + expr.type() + " " + expr);
  }
}
