package io.gnomon.model;

import java.util.Locale;
import java.util.regex.Pattern;

/// A number of bytes as Prometheus writes it: `512MB`, a kilobyte being 1024.
public record ByteSize(long bytes) {
  private static final String UNITS = "BKMGTPE";
  private static final Pattern TEXT =
      Pattern.compile("(\\d+(?:\\.\\d+)?)([KMGTPE]?)(?:I?B)?", Pattern.CASE_INSENSITIVE);

  public ByteSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("a size cannot be below 0");
    }
  }

  public static ByteSize parse(String text) {
    var match = TEXT.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "expected a size such as 512MB, got " + LabelText.quote(text));
    }
    var unit = match.group(2).toUpperCase(Locale.ROOT);
    int power = unit.isEmpty() ? 0 : UNITS.indexOf(unit);
    return new ByteSize((long) (Double.parseDouble(match.group(1)) * (1L << (10 * power))));
  }

  @Override
  public String toString() {
    int power = 0;
    long rest = bytes;
    while (rest != 0 && rest % 1024 == 0 && power < UNITS.length() - 1) {
      rest /= 1024;
      power++;
    }
    return rest + (power == 0 ? "" : UNITS.substring(power, power + 1)) + "B";
  }
}
