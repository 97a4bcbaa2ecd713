package io.gnomon.web.config;

import io.javalin.security.RouteRole;

/// What a person may do, each role more than the one before. A route names the least role it asks
/// for.
public enum Role implements RouteRole {
  ANYONE,
  VIEWER,
  OPERATOR,
  ADMIN;

  public boolean covers(Role asked) {
    return compareTo(asked) >= 0;
  }
}
