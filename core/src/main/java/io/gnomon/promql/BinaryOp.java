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

  @Override
  public String toString() {
    return sign;
  }
}
