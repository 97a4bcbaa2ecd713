package io.gnomon.promql.fn;

/// Parts of dates in UTC, of seconds since 1970. All 64 bits of seconds have a date, as in Go:
/// years are counted from Go's first one and wrap around, and what is no such number counts as the
/// least. The calendar is Howard Hinnant's `civil_from_days`.
public final class Dates {
  private static final long DAY = 86_400;

  /// From Go's first second, 1 March of the year -292277022400, to 1970.
  private static final long FIRST = 9_223_371_966_606_163_200L + 62_135_596_800L;

  private static final long DAYS_OF_400_YEARS = 146_097;
  private static final int[] DAYS_OF_MONTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private Dates() {}

  public static double minute(double time) {
    return secondOfDay(time) % 3600 / 60;
  }

  public static double hour(double time) {
    return secondOfDay(time) / 3600;
  }

  /// Sunday is 0.
  public static double dayOfWeek(double time) {
    return Math.floorMod(days(time) + 4, 7);
  }

  public static double dayOfMonth(double time) {
    long shifted = dayOfShiftedYear(days(time));
    return shifted - (153 * shiftedMonth(shifted) + 2) / 5 + 1;
  }

  public static double dayOfYear(double time) {
    double day = dayOfMonth(time);
    boolean leap = isLeap((long) year(time));
    for (int month = 0; month < (int) month(time) - 1; month++) {
      day += daysOfMonth(month, leap);
    }
    return day;
  }

  public static double daysInMonth(double time) {
    return daysOfMonth((int) month(time) - 1, isLeap((long) year(time)));
  }

  public static double month(double time) {
    long month = shiftedMonth(dayOfShiftedYear(days(time)));
    return month < 10 ? month + 3 : month - 9;
  }

  public static double year(double time) {
    long era = Math.floorDiv(sinceMarch0(days(time)), DAYS_OF_400_YEARS);
    long year = 400 * era + yearOfEra(days(time));
    return month(time) <= 2 ? year + 1 : year;
  }

  private static long secondOfDay(double time) {
    return Long.remainderUnsigned(seconds(time) + FIRST, DAY);
  }

  private static long days(double time) {
    return Long.divideUnsigned(seconds(time) + FIRST, DAY) - FIRST / DAY;
  }

  /// Go's conversion to int64: toward zero, the least number for what does not fit.
  private static long seconds(double time) {
    return time >= -0x1p63 && time < 0x1p63 ? (long) time : Long.MIN_VALUE;
  }

  /// Days since 1 March of the year 0.
  private static long sinceMarch0(long days) {
    return days + 719_468;
  }

  private static long dayOfEra(long days) {
    return Math.floorMod(sinceMarch0(days), DAYS_OF_400_YEARS);
  }

  private static long yearOfEra(long days) {
    long day = dayOfEra(days);
    return (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
  }

  /// Days since 1 March, so that a leap day comes last.
  private static long dayOfShiftedYear(long days) {
    long year = yearOfEra(days);
    return dayOfEra(days) - (365 * year + year / 4 - year / 100);
  }

  /// Months since March.
  private static long shiftedMonth(long dayOfShiftedYear) {
    return (5 * dayOfShiftedYear + 2) / 153;
  }

  private static int daysOfMonth(int month, boolean leap) {
    return month == 1 && leap ? 29 : DAYS_OF_MONTHS[month];
  }

  private static boolean isLeap(long year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }
}
