package io.gnomon.rules;

/// What is wrong in a rule file and where: `file:line:column: message`.
public final class RuleFileException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  public RuleFileException(String file, int line, int column, String message) {
    super(file + ":" + line + ":" + column + ": " + message);
    this.line = line;
    this.column = column;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }
}
