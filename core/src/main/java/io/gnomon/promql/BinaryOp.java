package io.gnomon.promql;

/// The binary operators.
public enum BinaryOp {
  OR("or"),
  AND("and"),
  UNLESS("unless"),
  EQL("=="),
  NEQ("!="),
  GTR(">"),
  LSS("<"),
  GTE(">="),
  LTE("<="),
  TRIM_UPPER("</"),
  TRIM_LOWER(">/"),
  ADD("+"),
  SUB("-"),
  MUL("*"),
  DIV("/"),
  MOD("%"),
  ATAN2("atan2"),
  POW("^");

  private final String sign;

  BinaryOp(String sign) {
    this.sign = sign;
  }

  public boolean isComparison() {
    return compareTo(EQL) >= 0 && compareTo(LTE) <= 0;
  }

  public boolean isSet() {
    return compareTo(UNLESS) <= 0;
  }

  /// How tightly it binds: `or` 1, ..., `^` 6.
  int precedence() {
    return switch (this) {
      case OR -> 1;
      case AND, UNLESS -> 2;
      case EQL, NEQ, GTR, LSS, GTE, LTE, TRIM_UPPER, TRIM_LOWER -> 3;
      case ADD, SUB -> 4;
      case MUL, DIV, MOD, ATAN2 -> 5;
      case POW -> 6;
    };
  }

  @Override
  public String toString() {
    return sign;
  }
}
