package io.gnomon.promql;

import io.gnomon.model.LabelText;

/// The rules of one binary expression.
final class BinaryCheck {
  private final Tokens tokens;
  private final Expr.Binary binary;
  private final Expr.Type left;
  private final Expr.Type right;

  BinaryCheck(Tokens tokens, Expr.Binary binary) {
    this.tokens = tokens;
    this.binary = binary;
    this.left = binary.left().type();
    this.right = binary.right().type();
  }

  void run(TypeCheck types) {
    types.check(binary.left());
    types.check(binary.right());
    bool();
    labels();
    operands();
    matching();
    sets();
  }

  private void bool() {
    if (binary.bool() && !binary.op().isComparison()) {
      throw atOperator("bool modifier can only be used on comparison operators");
    }
    boolean scalars = left == Expr.Type.SCALAR && right == Expr.Type.SCALAR;
    if (binary.op().isComparison() && !binary.bool() && scalars) {
      throw atOperator("comparisons between scalars must use BOOL modifier");
    }
  }

  private void labels() {
    var matching = binary.matching();
    if (matching == null || !matching.on()) {
      return;
    }
    for (var label : matching.labels()) {
      if (matching.include().contains(label)) {
        throw atOperator(
            "label " + LabelText.quote(label) + " must not occur in ON and GROUP clause at once");
      }
    }
  }

  private void operands() {
    operand(binary.left(), left);
    operand(binary.right(), right);
  }

  private void operand(Expr side, Expr.Type type) {
    if (type != Expr.Type.SCALAR && type != Expr.Type.VECTOR) {
      throw tokens.error(
          side.span().start(),
          "binary expression must contain only scalar and instant vector types");
    }
  }

  private void matching() {
    var matching = binary.matching();
    if (matching == null || left == Expr.Type.VECTOR && right == Expr.Type.VECTOR) {
      return;
    }
    throw atExpression(
        matching.labels().isEmpty()
            ? "filling in missing series only allowed between instant vectors"
            : "vector matching only allowed between instant vectors");
  }

  private void sets() {
    if (!binary.op().isSet()) {
      return;
    }
    if (left == Expr.Type.SCALAR || right == Expr.Type.SCALAR) {
      throw atExpression(
          "set operator \"" + binary.op() + "\" not allowed in binary scalar expression");
    }
    var matching = binary.matching();
    if (matching != null && matching.cardinality() != Expr.Cardinality.MANY_TO_MANY) {
      throw atExpression("no grouping allowed for \"" + binary.op() + "\" operation");
    }
    if (matching != null && (matching.fillLeft() != null || matching.fillRight() != null)) {
      throw atExpression("filling in missing series not allowed for set operators");
    }
  }

  /// Where the operator stands: after the left side and its blanks.
  private QueryException atOperator(String message) {
    return tokens.error(tokens.skipBlanks(binary.left().span().end()), message);
  }

  private QueryException atExpression(String message) {
    return tokens.error(binary.span().start(), message);
  }
}
