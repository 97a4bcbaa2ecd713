package io.gnomon.web.access;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.gnomon.model.Secret;
import io.gnomon.web.config.Role;
import io.gnomon.web.config.Web;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who there is, and their passwords as bcrypt hashes. A password that was right is remembered by
/// its digest together with the user and the hash, so that an API client does not pay for bcrypt at
/// every request, and a changed hash forgets it.
final class Users {
  /// Verified for names that are not there, so that they take as long as those that are.
  private static final String NO_ONES =
      "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

  private static final int MOST_REMEMBERED = 1000;

  private final Map<String, Secret> hashes;
  private final Map<String, Role> roles;
  private final Set<String> right = ConcurrentHashMap.newKeySet();

  Users(Web web) {
    this.hashes = web.basicAuthUsers();
    this.roles = web.roles();
  }

  boolean isEmpty() {
    return hashes.isEmpty();
  }

  Optional<Identity> verify(String name, String password) {
    var hash = hashes.get(name);
    boolean matches = matches(name, password, hash == null ? NO_ONES : hash.reveal());
    return hash != null && matches
        ? Optional.of(new Identity(name, roles.getOrDefault(name, Role.ADMIN)))
        : Optional.empty();
  }

  private boolean matches(String name, String password, String hash) {
    var digest = digest(name, password, hash);
    if (right.contains(digest)) {
      return true;
    }
    boolean matches = BCrypt.verifyer().verify(password.toCharArray(), hash).verified;
    if (matches && right.size() < MOST_REMEMBERED) {
      right.add(digest);
    }
    return matches;
  }

  private static String digest(String name, String password, String hash) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (var part : new String[] {name, password, hash}) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        sha.update((byte) bytes.length);
        sha.update((byte) (bytes.length >>> 8));
        sha.update(bytes);
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
