package io.gnomon.web.config;

import io.gnomon.model.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The server: its address, who may log in (name to bcrypt hash), and its certificate.
///
/// @param roles what users may do; admin where nothing is said
public record Web(
    Address listen,
    @Nullable URI externalUrl,
    Map<String, Secret> basicAuthUsers,
    Map<String, Role> roles,
    @Nullable Tls tls) {
  /// PEM files.
  public record Tls(Path certFile, Path keyFile) {
    public Tls {
      if (certFile == null || keyFile == null) {
        throw new IllegalArgumentException("cert_file and key_file are needed");
      }
    }
  }

  public Web {
    listen = listen == null ? new Address("127.0.0.1", 9090) : listen;
    basicAuthUsers = basicAuthUsers == null ? Map.of() : Map.copyOf(basicAuthUsers);
    roles = roles == null ? Map.of() : Map.copyOf(roles);
    for (var name : roles.keySet()) {
      if (!basicAuthUsers.containsKey(name)) {
        throw new IllegalArgumentException(
            "roles: expected a name of basic_auth_users, got \"" + name + "\"");
      }
    }
    for (var user : basicAuthUsers.entrySet()) {
      if (!user.getValue().reveal().matches("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}")) {
        throw new IllegalArgumentException(
            "basic_auth_users: "
                + user.getKey()
                + ": expected a bcrypt hash as `gnomon hash-password` makes it");
      }
    }
  }

  /// The address under which people reach the server.
  public URI url() {
    return externalUrl == null
        ? URI.create((tls == null ? "http://" : "https://") + reachable())
        : externalUrl;
  }

  /// The same on the port that it got.
  public Web on(int port) {
    return new Web(new Address(listen.host(), port), externalUrl, basicAuthUsers, roles, tls);
  }

  public Web with(Map<String, Secret> users) {
    return new Web(listen, externalUrl, users, roles, tls);
  }

  private String reachable() {
    boolean any = listen.host().isEmpty() || listen.host().equals("0.0.0.0");
    return (any ? new Address("localhost", listen.port()) : listen).toString();
  }
}
