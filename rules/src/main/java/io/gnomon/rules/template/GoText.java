package io.gnomon.rules.template;

import io.gnomon.model.LabelText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values as Go prints them with `%v`, and numbers in its forms e, f and g.
final class GoText {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private GoText() {}

  static String print(@Nullable Object value) {
    return switch (value) {
      case null -> "<no value>";
      case Double number -> general(number, -1);
      case Instant time -> time(time);
      case Map<?, ?> map -> map(map);
      case List<?> list ->
          list.stream().map(GoText::print).collect(Collectors.joining(" ", "[", "]"));
      case Context.Sample sample ->
          "&{" + map(sample.labels().toMap()) + " " + general(sample.value(), -1) + "}";
      default -> value.toString();
    };
  }

  private static String map(Map<?, ?> map) {
    return new TreeMap<>(map)
        .entrySet().stream()
            .map(e -> e.getKey() + ":" + print(e.getValue()))
            .collect(Collectors.joining(" ", "map[", "]"));
  }

  private static String time(Instant time) {
    var fraction = new BigDecimal(time.getNano()).movePointLeft(9).stripTrailingZeros();
    var digits = fraction.signum() == 0 ? "" : fraction.toPlainString().substring(1);
    return SECONDS.format(time) + digits + " +0000 UTC";
  }

  static String type(@Nullable Object value) {
    return switch (value) {
      case null -> "<nil>";
      case Double _ -> "float64";
      case Long _ -> "int";
      case String _ -> "string";
      case Boolean _ -> "bool";
      case Map<?, ?> _ -> "map[string]string";
      default -> value.getClass().getSimpleName();
    };
  }

  static String quote(String text) {
    return LabelText.quote(text);
  }

  /// Form g: the shorter of e and f; without a precision (-1) the fewest digits that read back.
  static String general(double value, int precision) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    var digits = digits(value, precision);
    int exponent = value == 0 ? 0 : digits.precision() - digits.scale() - 1;
    int limit = precision < 0 ? 6 : limit(digits, precision, exponent);
    return exponent < -4 || exponent >= limit
        ? scientific(value, digits, exponent)
        : sign(value) + digits.abs().toPlainString();
  }

  private static int limit(BigDecimal digits, int precision, int exponent) {
    int count = digits.precision();
    int wanted = Math.max(1, precision);
    return wanted > count && count > exponent ? Math.max(count, exponent + 1) : wanted;
  }

  private static BigDecimal digits(double value, int precision) {
    var exact =
        precision < 0
            ? new BigDecimal(Double.toString(value))
            : new BigDecimal(value)
                .round(new MathContext(Math.max(1, precision), RoundingMode.HALF_EVEN));
    return exact.stripTrailingZeros();
  }

  private static String scientific(double value, BigDecimal digits, int exponent) {
    var plain = digits.unscaledValue().abs().toString();
    var mantissa = plain.length() > 1 ? plain.charAt(0) + "." + plain.substring(1) : plain;
    return sign(value) + mantissa + exponent(exponent);
  }

  private static String exponent(int exponent) {
    return "e%c%02d".formatted(exponent < 0 ? '-' : '+', Math.abs(exponent));
  }

  /// Form f.
  static String fixed(double value, int precision) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    var digits = new BigDecimal(value).abs().setScale(precision, RoundingMode.HALF_EVEN);
    return sign(value) + digits.toPlainString();
  }

  /// Form e.
  static String exponential(double value, int precision) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    var exact = new BigDecimal(value).abs();
    var digits = exact.round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
    int exponent = value == 0 ? 0 : digits.precision() - digits.scale() - 1;
    var mantissa = digits.movePointLeft(exponent).setScale(precision, RoundingMode.HALF_EVEN);
    return sign(value) + mantissa.toPlainString() + exponent(exponent);
  }

  private static String sign(double value) {
    return value < 0 || value == 0 && 1 / value < 0 ? "-" : "";
  }

  private static String special(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
  }
}
