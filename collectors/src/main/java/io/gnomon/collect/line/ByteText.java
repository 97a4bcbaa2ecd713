package io.gnomon.collect.line;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A reading place in a text of bytes. It walks by lines, and in a line by words, which end at a
/// blank or a colon; a number is read from its bytes, and nothing is made on the way.
public final class ByteText {
  private static final int MOST_DIGITS = 17;
  private static final double[] POWERS_OF_TEN = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17
  };

  private final String name;
  private byte[] bytes;
  private int size;
  private int lineNumber;
  private int lineFrom;
  private int lineEnd;
  private int wordFrom;
  private int wordEnd;

  /// A text with the name it has in messages.
  public ByteText(String name) {
    this.name = name;
    this.bytes = new byte[8192];
  }

  /// The bytes to fill before `begin`; they may be replaced by longer ones with `grow`.
  public byte[] bytes() {
    return bytes;
  }

  public byte[] grow() {
    bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    return bytes;
  }

  public int size() {
    return size;
  }

  public boolean isSame(byte[] other) {
    return Arrays.equals(bytes, 0, size, other, 0, other.length);
  }

  /// Starts to read at the top of the first `size` bytes.
  public void begin(int size) {
    this.size = size;
    lineNumber = 0;
    lineEnd = -1;
  }

  /// Starts to read at the top of bytes that came from elsewhere.
  public void begin(byte[] given, int size) {
    bytes = given;
    begin(size);
  }

  public void rewind() {
    begin(size);
  }

  /// Goes to the next line; false at the end of the text.
  public boolean nextLine() {
    lineFrom = lineEnd + 1;
    if (lineFrom >= size) {
      return false;
    }
    lineEnd = lineFrom;
    while (lineEnd < size && bytes[lineEnd] != '\n') {
      lineEnd++;
    }
    wordEnd = lineFrom;
    lineNumber++;
    return true;
  }

  /// Goes to the next word of the line; false when there is none.
  public boolean nextWord() {
    wordFrom = wordEnd;
    while (wordFrom < lineEnd && separates(bytes[wordFrom])) {
      wordFrom++;
    }
    wordEnd = wordFrom;
    while (wordEnd < lineEnd && !separates(bytes[wordEnd])) {
      wordEnd++;
    }
    return wordEnd > wordFrom;
  }

  private static boolean separates(byte b) {
    return b == ' ' || b == '\t' || b == ':' || b == '\r';
  }

  /// True when another word follows in the line.
  public boolean hasWord() {
    for (int i = wordEnd; i < lineEnd; i++) {
      if (!separates(bytes[i])) {
        return true;
      }
    }
    return false;
  }

  /// True when the byte stands in the line behind the current word.
  public boolean contains(char mark) {
    for (int i = wordEnd; i < lineEnd; i++) {
      if (bytes[i] == mark) {
        return true;
      }
    }
    return false;
  }

  /// Goes to what stands after the next such byte of the line; false when there is none.
  public boolean nextAfter(char mark) {
    for (int i = wordEnd; i < lineEnd; i++) {
      if (bytes[i] == mark) {
        wordEnd = i + 1;
        return true;
      }
    }
    return false;
  }

  /// Goes past that many words.
  public void skip(int words) {
    for (int i = 0; i < words; i++) {
      nextWord();
    }
  }

  public boolean wordIs(byte[] other) {
    return Arrays.equals(bytes, wordFrom, wordEnd, other, 0, other.length);
  }

  public boolean wordIs(String ascii) {
    return wordEnd - wordFrom == ascii.length() && wordStartsWith(ascii);
  }

  public boolean wordStartsWith(String ascii) {
    if (wordEnd - wordFrom < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[wordFrom + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  public String word() {
    return string(wordFrom, wordEnd);
  }

  /// The whole current line.
  public String line() {
    return string(lineFrom, lineEnd);
  }

  /// What stands behind the current word and the colon or blank that ends it.
  public String rest() {
    return string(Math.min(wordEnd + 1, lineEnd), lineEnd).strip();
  }

  /// The whole text.
  public String all() {
    return string(0, size);
  }

  private String string(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /// Goes to the next word and past the decimal number it begins with.
  public double number() throws IOException {
    if (!nextWord()) {
      throw expected("a number");
    }
    return bytes[wordFrom] == '-' ? -magnitude(wordFrom + 1) : magnitude(wordFrom);
  }

  /// Digits with at most one point among them. Fewer than 18 make an exact whole number, which one
  /// division then rounds once, as `Double.parseDouble` does.
  private double magnitude(int from) throws IOException {
    long whole = 0;
    int point = -1;
    int at = from;
    for (; at < wordEnd && (isDigit(bytes[at]) || bytes[at] == '.' && point < 0); at++) {
      if (bytes[at] == '.') {
        point = at;
      } else {
        whole = whole * 10 + (bytes[at] - '0');
      }
    }
    if (at == from || at == from + 1 && point >= 0) {
      throw expected("a number");
    }
    wordEnd = at;
    if (at - from > MOST_DIGITS) {
      return Double.parseDouble(string(from, at));
    }
    return point < 0 ? whole : whole / POWERS_OF_TEN[at - 1 - point];
  }

  /// The next number, or for a word whether it is one of two good ones.
  public double numberOrWord(String good, String alsoGood) throws IOException {
    int before = wordEnd;
    if (nextWord() && (isDigit(bytes[wordFrom]) || bytes[wordFrom] == '-')) {
      wordEnd = before;
      return number();
    }
    return wordIs(good) || wordIs(alsoGood) ? 1 : 0;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /// What is wrong with the text at its current word.
  public IOException expected(String what) {
    var found = wordEnd > wordFrom ? "\"" + word() + "\"" : "the end of the line";
    return new IOException(
        name + " line " + lineNumber + ": expected " + what + ", found " + found);
  }
}
