package io.gnomon.promql;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The values of literals, by Go's rules. What is no value throws `IllegalArgumentException` with
/// Prometheus's words.
final class Literals {
  private Literals() {}

  /// An integer with a base prefix (`0x`, or 0 for octal), or else a decimal number.
  static double number(String text) {
    var plain = text.replace("_", "").toLowerCase(Locale.ROOT);
    return switch (plain) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "nan" -> Double.NaN;
      default ->
          plain.startsWith("0x") ? integer(text, plain.substring(2), 16) : decimal(text, plain);
    };
  }

  private static double decimal(String text, String plain) {
    if (plain.matches("0[0-7]+")) {
      return integer(text, plain, 8);
    }
    double value = Double.parseDouble(plain);
    if (Double.isInfinite(value)) {
      throw badNumber(text, "value out of range");
    }
    return value;
  }

  private static double integer(String text, String digits, int base) {
    if (digits.isEmpty()) {
      throw badNumber(text, "invalid syntax");
    }
    var value = new BigInteger(digits, base);
    if (value.bitLength() <= 63) {
      return value.longValue();
    }
    if (base == 16) {
      throw badNumber(text, "invalid syntax");
    }
    return Double.parseDouble(digits);
  }

  private static IllegalArgumentException badNumber(String text, String why) {
    return new IllegalArgumentException(
        "error parsing number: strconv.ParseFloat: parsing \"" + text + "\": " + why);
  }

  /// The text inside quotes, its escapes resolved. Bytes that are not UTF-8 (`"\xff"`) become lone
  /// surrogates U+DC80 to U+DCFF, which no valid text has.
  static String unquote(String quoted) {
    var inner = quoted.substring(1, quoted.length() - 1);
    return quoted.charAt(0) == '`' || inner.indexOf('\\') < 0 ? inner : decode(bytes(inner));
  }

  private static byte[] bytes(String inner) {
    var out = new ByteArrayOutputStream(inner.length());
    for (int i = 0; i < inner.length(); ) {
      i = inner.charAt(i) == '\\' ? escape(inner, i + 1, out) : plain(inner, i, out);
    }
    return out.toByteArray();
  }

  private static int plain(String inner, int at, ByteArrayOutputStream out) {
    int c = inner.codePointAt(at);
    write(c, out);
    return at + Character.charCount(c);
  }

  private static int escape(String inner, int at, ByteArrayOutputStream out) {
    char c = inner.charAt(at);
    return switch (c) {
      case 'x' -> raw(inner, at + 1, 2, 16, out);
      case 'u' -> unicode(inner, at + 1, 4, out);
      case 'U' -> unicode(inner, at + 1, 8, out);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> raw(inner, at, 3, 8, out);
      default -> {
        int named = "abfnrtv".indexOf(c);
        out.write(named < 0 ? c : "\u0007\b\f\n\r\t\u000b".charAt(named));
        yield at + 1;
      }
    };
  }

  private static int raw(String inner, int at, int digits, int base, ByteArrayOutputStream out) {
    out.write(Integer.parseInt(inner.substring(at, at + digits), base));
    return at + digits;
  }

  private static int unicode(String inner, int at, int digits, ByteArrayOutputStream out) {
    write(Integer.parseInt(inner.substring(at, at + digits), 16), out);
    return at + digits;
  }

  private static void write(int c, ByteArrayOutputStream out) {
    out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return decodeWithEscapes(bytes);
    }
  }

  private static String decodeWithEscapes(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    var decoder = StandardCharsets.UTF_8.newDecoder();
    while (true) {
      var result = decoder.decode(in, out, true);
      if (!result.isError()) {
        return out.flip().toString();
      }
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (0xDC00 + (in.get() & 0xFF)));
      }
    }
  }

  /// Whether a text is what Prometheus lets a label be named: not empty, and UTF-8.
  static boolean isLabelName(String text) {
    return !text.isEmpty() && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
