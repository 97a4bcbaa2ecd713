package io.gnomon.web.page;

import java.util.Locale;

/// The languages of every page.
public enum Language {
  ZH("zh-CN", "中文"),
  EN("en", "English");

  private final String tag;
  private final String own;

  Language(String tag, String own) {
    this.tag = tag;
    this.own = own;
  }

  public String tag() {
    return tag;
  }

  /// Its name in itself.
  public String own() {
    return own;
  }

  public Language other() {
    return this == ZH ? EN : ZH;
  }

  /// The reader's first choice that there is; English when there is none.
  static Language accepted(String acceptLanguage) {
    try {
      return Locale.LanguageRange.parse(acceptLanguage).stream()
          .map(range -> range.getRange().toLowerCase(Locale.ROOT))
          .filter(range -> range.startsWith("zh") || range.startsWith("en"))
          .findFirst()
          .map(range -> range.startsWith("zh") ? ZH : EN)
          .orElse(EN);
    } catch (IllegalArgumentException e) {
      return EN;
    }
  }

  static Language named(String tag) {
    return tag.startsWith("zh") ? ZH : EN;
  }
}
