package io.gnomon.web.api;

import io.gnomon.promql.QueryException;

/// A request that gets an error: its HTTP status and the API's errorType.
public final class ApiException extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String type;

  private ApiException(int status, String type, String message) {
    super(message);
    this.status = status;
    this.type = type;
  }

  static ApiException badData(String message) {
    return new ApiException(400, "bad_data", message);
  }

  static ApiException badParameter(String name, String problem) {
    return badData("invalid parameter \"" + name + "\": " + problem);
  }

  static ApiException notFound(String message) {
    return new ApiException(404, "not_found", message);
  }

  static ApiException of(QueryException e) {
    return new ApiException(e.kind().status(), e.kind().text(), String.valueOf(e.getMessage()));
  }

  int status() {
    return status;
  }

  String type() {
    return type;
  }
}
