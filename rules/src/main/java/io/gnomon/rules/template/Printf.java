package io.gnomon.rules.template;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Go's `fmt.Sprintf` for the values that templates have.
final class Printf {
  private static final Pattern VERB = Pattern.compile("%([-+# 0]*)(\\d*)(?:\\.(\\d*))?(\\p{L}|%)");
  private static final int WIDEST = 1000;

  private Printf() {}

  static String format(String format, List<@Nullable Object> arguments) {
    var out = new StringBuilder();
    var verb = VERB.matcher(format);
    int next = 0;
    int end = 0;
    while (verb.find()) {
      out.append(format, end, verb.start());
      end = verb.end();
      if (verb.group(4).equals("%")) {
        out.append('%');
      } else if (next < arguments.size()) {
        out.append(pad(verb, one(verb, arguments.get(next++))));
      } else {
        out.append("%!").append(verb.group(4)).append("(MISSING)");
      }
    }
    return out.append(format.substring(end)).append(extra(arguments, next)).toString();
  }

  private static String extra(List<@Nullable Object> arguments, int from) {
    if (from >= arguments.size()) {
      return "";
    }
    var rest = arguments.subList(from, arguments.size()).stream();
    return "%!(EXTRA "
        + rest.map(a -> GoText.type(a) + "=" + GoText.print(a))
            .reduce((a, b) -> a + ", " + b)
            .orElse("")
        + ")";
  }

  private static String one(Matcher verb, @Nullable Object argument) {
    char letter = verb.group(4).charAt(0);
    int precision = precision(verb);
    if (letter == 'v') {
      return plain(argument, precision);
    }
    var text =
        switch (argument) {
          case Double number -> number(letter, number, precision);
          case Long number -> whole(letter, number);
          case String string -> string(letter, string, precision);
          case Boolean truth when letter == 't' -> truth.toString();
          case null, default -> letter == 's' ? GoText.print(argument) : null;
        };
    var wrong = "%!" + letter + "(" + GoText.type(argument) + "=" + GoText.print(argument) + ")";
    return text == null ? wrong : signed(verb, argument, text);
  }

  private static String plain(@Nullable Object argument, int precision) {
    if (argument instanceof Double number && precision >= 0) {
      return GoText.general(number, precision);
    }
    return argument == null ? "<nil>" : GoText.print(argument);
  }

  private static String signed(Matcher verb, @Nullable Object argument, String text) {
    boolean plus = verb.group(1).contains("+") && !(argument instanceof String);
    return plus && !text.startsWith("-") && !text.startsWith("+") ? "+" + text : text;
  }

  /// -1 when there is none; a point alone is 0.
  private static int precision(Matcher verb) {
    var text = verb.group(3);
    return text == null ? -1 : text.isEmpty() ? 0 : size(text);
  }

  private static int size(String digits) {
    int size = digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    if (size > WIDEST) {
      throw new TemplateException("width or precision above " + WIDEST);
    }
    return size;
  }

  private static @Nullable String number(char letter, double number, int precision) {
    return switch (letter) {
      case 'f', 'F' -> GoText.fixed(number, precision < 0 ? 6 : precision);
      case 'e' -> GoText.exponential(number, precision < 0 ? 6 : precision);
      case 'g', 'G' -> GoText.general(number, precision);
      default -> null;
    };
  }

  private static @Nullable String whole(char letter, long number) {
    return switch (letter) {
      case 'd' -> Long.toString(number);
      case 'x' -> Long.toHexString(number);
      case 'c' -> Character.toString((int) number);
      default -> null;
    };
  }

  private static @Nullable String string(char letter, String text, int precision) {
    return switch (letter) {
      case 's' -> precision < 0 ? text : cut(text, precision);
      case 'q' -> GoText.quote(text);
      default -> null;
    };
  }

  private static String cut(String text, int characters) {
    int length = text.codePointCount(0, text.length());
    return characters >= length ? text : text.substring(0, text.offsetByCodePoints(0, characters));
  }

  private static String pad(Matcher verb, String text) {
    int width = verb.group(2).isEmpty() ? 0 : size(verb.group(2));
    int missing = width - text.codePointCount(0, text.length());
    if (missing <= 0) {
      return text;
    }
    if (verb.group(1).contains("-")) {
      return text + " ".repeat(missing);
    }
    boolean zeros = verb.group(1).contains("0");
    boolean sign = zeros && (text.startsWith("-") || text.startsWith("+"));
    return sign
        ? text.charAt(0) + "0".repeat(missing) + text.substring(1)
        : (zeros ? "0" : " ").repeat(missing) + text;
  }
}
