package io.gnomon.web.page;

/// What dashboards and panels have in common: an id for addresses, a title in both languages.
final class Titles {
  private Titles() {}

  static void check(String id, String zh, String en) {
    if (id == null || !id.matches("[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException("expected id, of letters, digits, - and _");
    }
    if (zh == null || en == null) {
      throw new IllegalArgumentException("expected title_zh and title_en");
    }
  }
}
