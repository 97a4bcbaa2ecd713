package io.gnomon.promql;

/// A query that cannot be answered, with the kind of error that Prometheus's API names.
public class QueryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// The API's errorType and HTTP status.
  public enum Kind {
    BAD_DATA("bad_data", 400),
    EXECUTION("execution", 422),
    CANCELED("canceled", 499),
    TIMEOUT("timeout", 503);

    private final String text;
    private final int status;

    Kind(String text, int status) {
      this.text = text;
      this.status = status;
    }

    public String text() {
      return text;
    }

    public int status() {
      return status;
    }
  }

  private final Kind kind;

  public QueryException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
