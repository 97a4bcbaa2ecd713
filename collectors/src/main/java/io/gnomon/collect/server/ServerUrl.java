package io.gnomon.collect.server;

import io.gnomon.model.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `scheme://user:password@host:port/path?query`, as environment variables have it. A password may
/// stand as it is, even with an `@`, a `:` or a `/` in it, or percent-encoded; everything else that
/// is not plain comes percent-encoded. Printed, it shows no password, nor does what it says of a
/// text that is no address.
public final class ServerUrl {
  private static final Pattern SHAPE = shape("[^/]*");

  /// How an address looks whose password has a slash in it.
  private static final Pattern SHAPE_WITH_SLASH = shape(".*");

  private final String scheme;
  private final String host;
  private final int port;
  private final String user;
  private final @Nullable Secret password;
  private final String path;
  private final String query;

  private ServerUrl(Matcher match) {
    this.scheme = group(match, "scheme").toLowerCase(Locale.ROOT);
    this.host = group(match, "host");
    this.port = group(match, "port").isEmpty() ? 0 : Integer.parseInt(group(match, "port"));
    this.user = group(match, "user");
    this.password =
        group(match, "password").isEmpty() ? null : new Secret(group(match, "password"));
    this.path = group(match, "path");
    this.query = group(match, "query");
  }

  /// Reads an address; what it says of a text that is none does not repeat it, for there may be a
  /// password in it.
  public static ServerUrl parse(String text) {
    var match = SHAPE.matcher(text.strip());
    if (!match.matches() && !match.usePattern(SHAPE_WITH_SLASH).matches()) {
      throw new IllegalArgumentException(
          "expected an address like scheme://user:password@host:port/path");
    }
    return new ServerUrl(match);
  }

  private static Pattern shape(String password) {
    return Pattern.compile(
        "(jdbc:)?(?<scheme>[A-Za-z][A-Za-z0-9+]*)://"
            + "((?<user>[^:/]*)(:(?<password>"
            + password
            + "))?@)?"
            + "(?<host>\\[[0-9A-Fa-f:.%]+]|[^:/?#@]*)(:(?<port>\\d{1,5}))?"
            + "(?<path>/[^?#@]*)?(\\?(?<query>.*))?");
  }

  private static String group(Matcher match, String name) {
    var found = match.group(name);
    return found == null || name.equals("query") ? orEmpty(found) : decode(found);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text; // a percent sign that stands for itself
    }
  }

  public String scheme() {
    return scheme;
  }

  /// The host, without the brackets an IPv6 address has; empty when none is given.
  public String host() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /// The port, or another when none is given.
  public int port(int usual) {
    return port == 0 ? usual : port;
  }

  public String user() {
    return user;
  }

  public @Nullable Secret password() {
    return password;
  }

  /// What follows the host, with its slash; empty when nothing does.
  public String path() {
    return path;
  }

  public String query() {
    return query;
  }

  public String hostAndPort(int usual) {
    return host + ":" + port(usual);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ServerUrl url
        && toString().equals(url.toString())
        && Objects.equals(password, url.password);
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /// The address with the password masked. The query goes unshown: drivers take passwords there.
  @Override
  public String toString() {
    var who = password == null ? user : user + ":<secret>";
    var where = port == 0 ? host : host + ":" + port;
    return scheme + "://" + (who.isEmpty() ? "" : who + "@") + where + path;
  }
}
