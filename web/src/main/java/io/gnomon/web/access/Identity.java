package io.gnomon.web.access;

import io.gnomon.web.config.Role;

/// Who asks. Without users everybody who gets through is nobody in particular, and may do all.
public record Identity(String name, Role role) {
  static final Identity NOBODY = new Identity("", Role.ADMIN);
}
