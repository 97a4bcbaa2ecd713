package io.gnomon.web.api;

/// Label names that are no plain words, as they stand in addresses: `U__` and the odd characters as
/// `_hex_`, an underscore doubled.
final class Names {
  private Names() {}

  static String unescape(String name) {
    if (!name.startsWith("U__")) {
      return name;
    }
    var out = new StringBuilder();
    for (int i = 3; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_') {
        out.append(c);
      } else if (i + 1 < name.length() && name.charAt(i + 1) == '_') {
        out.append('_');
        i++;
      } else {
        int end = name.indexOf('_', i + 1);
        int character = end < 0 ? -1 : hex(name.substring(i + 1, end));
        if (character < 0) {
          return name;
        }
        out.appendCodePoint(character);
        i = end;
      }
    }
    return out.toString();
  }

  private static int hex(String digits) {
    try {
      int value = Integer.parseInt(digits, 16);
      return Character.isValidCodePoint(value) ? value : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
