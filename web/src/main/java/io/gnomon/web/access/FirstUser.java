package io.gnomon.web.access;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.gnomon.model.Secret;
import io.gnomon.web.config.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;

/// A server that others can reach and that has no users gets one at its first start: `admin`, with
/// a random password that is told once. Its hash is kept in the data directory.
public final class FirstUser {
  private static final String NAME = "admin";
  private static final int COST = 10;

  private FirstUser() {}

  /// The settings with users in them, unless the server is for this machine only.
  public static Web ensure(Web web, Path directory, Consumer<String> tell) throws IOException {
    if (!web.basicAuthUsers().isEmpty() || web.listen().isLoopback()) {
      return web;
    }
    var file = directory.resolve("admin.hash");
    if (!Files.exists(file)) {
      var password = password();
      write(file, BCrypt.withDefaults().hashToString(COST, password.toCharArray()));
      tell.accept(
          "first start: log in as %s with the password %s (it is not shown again)"
              .formatted(NAME, password));
    }
    return web.with(Map.of(NAME, new Secret(Files.readString(file).strip())));
  }

  private static String password() {
    byte[] bytes = new byte[15];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void write(Path file, String hash) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, hash + "\n");
  }
}
