package io.gnomon.collect.exposition;

import io.gnomon.collect.RefusedException;
import io.gnomon.model.LabelText;
import io.gnomon.model.Labels;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/// The labels of a series as they are written; read once for a series, when it is new.
///
///     series ::= name [ '{' [ item { ',' item } [ ',' ] ] '}' ]
///              | '{' [ item { ',' item } [ ',' ] ] '}'
///     item   ::= ( name | quoted ) '=' quoted
///              | quoted                            the metric's name
final class SeriesText {
  private final byte[] text;
  private final int end;
  private final TreeMap<String, String> labels = new TreeMap<>();
  private int at;

  private SeriesText(byte[] text, int from, int to) {
    this.text = text;
    this.at = from;
    this.end = to;
  }

  static Labels labels(byte[] text, int from, int to) {
    return new SeriesText(text, from, to).series();
  }

  /// Where the text of the series ends that begins there.
  static int end(byte[] text, int from) {
    int at = from;
    while (text[at] != '{' && !NumberReader.isEnd(text[at])) {
      at++;
    }
    int brace = skipBlanks(text, at);
    return text[brace] == '{' ? braceEnd(text, brace + 1) : at;
  }

  private static int braceEnd(byte[] text, int from) {
    boolean quoted = false;
    for (int at = from; text[at] != '\n'; at++) {
      if (text[at] == '}' && !quoted) {
        return at + 1;
      }
      if (text[at] == '"') {
        quoted = !quoted;
      } else if (text[at] == '\\' && quoted && text[at + 1] != '\n') {
        at++;
      }
    }
    throw new RefusedException(quoted ? "expected a closing quote" : "expected }");
  }

  static int skipBlanks(byte[] text, int from) {
    int at = from;
    while (text[at] == ' ' || text[at] == '\t') {
      at++;
    }
    return at;
  }

  private Labels series() {
    if (peek() != '{') {
      put(Labels.NAME, word("a metric name", true));
    }
    if (peek() == '{') {
      at++;
      items();
    }
    if (at != end) {
      throw expected("a value");
    }
    if (!labels.containsKey(Labels.NAME)) {
      throw new RefusedException("expected a metric name");
    }
    return Labels.of(labels);
  }

  private void items() {
    while (peek() != '}') {
      item();
      if (peek() == ',') {
        at++;
      } else if (peek() != '}') {
        throw expected(", or }");
      }
    }
    at++;
  }

  private void item() {
    if (peek() == '"') {
      quotedItem();
    } else {
      var name = word("a label name", false);
      put(name, value());
    }
  }

  private void quotedItem() {
    var name = quoted();
    if (peek() == '=') {
      put(name, value());
    } else {
      put(Labels.NAME, name);
    }
  }

  private String value() {
    if (peek() != '=') {
      throw expected("=");
    }
    at++;
    if (peek() != '"') {
      throw expected("a quoted label value");
    }
    return quoted();
  }

  private void put(String name, String value) {
    if (name.isEmpty()) {
      throw expected("a name");
    }
    if (labels.put(name, value) != null) {
      throw new RefusedException("expected each label once, got " + name + " twice");
    }
  }

  /// The next byte that is no blank, or 0 at the end.
  private int peek() {
    while (at < end && (text[at] == ' ' || text[at] == '\t')) {
      at++;
    }
    return at < end ? text[at] : 0;
  }

  private String word(String what, boolean metric) {
    int from = at;
    while (at < end && isPart(text[at])) {
      at++;
    }
    var word = new String(text, from, at - from, StandardCharsets.ISO_8859_1);
    if (!(metric ? LabelText.isMetricName(word) : LabelText.isLabelName(word))) {
      at = from;
      throw expected(what);
    }
    return word;
  }

  private static boolean isPart(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= ':' || b == '_';
  }

  private String quoted() {
    int from = ++at;
    boolean escaped = false;
    while (at < end && text[at] != '"') {
      escaped |= text[at] == '\\';
      at += text[at] == '\\' ? 2 : 1;
    }
    if (at >= end) {
      throw expected("a closing quote");
    }
    var plain = utf8(text, from, at++);
    return escaped ? unescape(plain, true) : plain;
  }

  /// Text that must be UTF-8.
  static String utf8(byte[] text, int from, int to) {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return decoder.decode(ByteBuffer.wrap(text, from, to - from)).toString();
    } catch (CharacterCodingException e) {
      throw new RefusedException("expected UTF-8");
    }
  }

  /// `\\` and `\n`, and `\"` where quotes are escaped; any other backslash stays.
  static String unescape(String text, boolean quotes) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
      if (c == '\\' && (next == '\\' || next == 'n' || next == '"' && quotes)) {
        out.append(next == 'n' ? '\n' : next);
        i++;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private RefusedException expected(String what) {
    int to = at;
    while (to < end && to < at + 20 && text[to] != '\n') {
      to++;
    }
    var got = new String(text, at, to - at, StandardCharsets.UTF_8);
    return new RefusedException(
        "expected " + what + (got.isEmpty() ? "" : ", got " + LabelText.quote(got)));
  }
}
