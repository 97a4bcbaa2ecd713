package io.gnomon.notify;

/// The language of a receiver's messages.
public enum Language {
  ZH,
  EN;

  public String choose(String chinese, String english) {
    return this == ZH ? chinese : english;
  }
}
