package io.gnomon.collect.http;

import io.gnomon.collect.RefusedException;
import java.util.regex.Pattern;

/// Where a page is. Host names are taken as they are, with underscores too, which `java.net.URI`
/// would refuse.
///
/// @param authority host and port as they were written, for the `Host` header
/// @param path with the query
public record Address(boolean secure, String authority, String host, int port, String path) {
  private static final Pattern URL = Pattern.compile("(https?)://([^/?#@\\s]+)(/[\\x21-\\x7e]*)?");
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9a-fA-F:.%]+\\]|[^:\\[\\]\\s]+)(?::(\\d{1,5}))?");

  public static Address parse(String url) {
    var match = URL.matcher(url);
    var hostAndPort = AUTHORITY.matcher(match.matches() ? match.group(2) : "");
    if (!hostAndPort.matches()) {
      throw new RefusedException("expected http://host:port/path, got " + url);
    }
    boolean secure = match.group(1).equals("https");
    var host = hostAndPort.group(1).replaceAll("[\\[\\]]", "");
    var port = hostAndPort.group(2);
    int number = port == null ? secure ? 443 : 80 : Integer.parseInt(port);
    if (number < 1 || number > 65535) {
      throw new RefusedException("expected a port from 1 to 65535, got " + port);
    }
    var path = match.group(3) == null ? "/" : match.group(3);
    return new Address(secure, match.group(2), host, number, path);
  }

  /// Where a redirect leads: never to another host, port or scheme, for there the credentials would
  /// go too, and an inner address could be read by way of us.
  Address redirect(String location) {
    if (location.startsWith("/") && !location.startsWith("//")) {
      return parse(base() + location);
    }
    if (!location.startsWith(base() + "/")) {
      throw new RefusedException("redirects to another host are not followed: " + location);
    }
    return parse(location);
  }

  private String base() {
    return (secure ? "https://" : "http://") + authority;
  }

  @Override
  public String toString() {
    return base() + path;
  }
}
