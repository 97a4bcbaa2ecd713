package io.gnomon.promql;

import static io.gnomon.promql.Expr.Type.MATRIX;
import static io.gnomon.promql.Expr.Type.SCALAR;
import static io.gnomon.promql.Expr.Type.STRING;
import static io.gnomon.promql.Expr.Type.VECTOR;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All functions by name. A signature lists the types of the arguments as letters: `v` instant
/// vector, `m` range vector, `s` scalar, `t` text; after `?` they may be left out, a `*` at the end
/// allows any number more of the last.
public final class Functions {
  private static final Map<String, Function> BY_NAME = table();

  private Functions() {}

  public static @Nullable Function byName(String name) {
    return BY_NAME.get(name);
  }

  public static Collection<Function> all() {
    return BY_NAME.values();
  }

  private static Map<String, Function> table() {
    var table = new TreeMap<String, Function>();
    stable(table);
    experimental(table);
    return table;
  }

  private static void stable(Map<String, Function> table) {
    vectors(
        table,
        false,
        "v",
        "abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg"
            + " histogram_count histogram_stddev histogram_stdvar histogram_sum ln log10 log2 rad"
            + " sgn sin sinh sort sort_desc sqrt tan tanh timestamp");
    vectors(
        table,
        false,
        "m",
        "absent_over_time avg_over_time changes count_over_time delta deriv first_over_time idelta"
            + " increase irate last_over_time max_over_time min_over_time present_over_time rate"
            + " resets stddev_over_time stdvar_over_time sum_over_time");
    vectors(
        table,
        false,
        "?v",
        "day_of_month day_of_week day_of_year days_in_month hour minute month year");
    vectors(table, false, "vss", "clamp");
    vectors(table, false, "vs", "clamp_max clamp_min");
    vectors(table, false, "ssv", "histogram_fraction");
    vectors(table, false, "sv", "histogram_quantile");
    vectors(table, false, "vtt?t*", "label_join");
    vectors(table, false, "vtttt", "label_replace");
    vectors(table, false, "ms", "predict_linear");
    vectors(table, false, "sm", "quantile_over_time");
    vectors(table, false, "v?s", "round");
    vectors(table, false, "s", "vector");
    add(table, false, "", SCALAR, "pi time");
    add(table, false, "v", SCALAR, "scalar");
  }

  private static void experimental(Map<String, Function> table) {
    vectors(table, true, "mss", "double_exponential_smoothing");
    vectors(table, true, "vts?sssssssss", "histogram_quantiles");
    vectors(table, true, "v?v", "info");
    vectors(
        table,
        true,
        "m",
        "mad_over_time ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time"
            + " ts_of_min_over_time");
    vectors(table, true, "v?t*", "sort_by_label sort_by_label_desc");
    vectors(table, true, "v", "start_timestamp");
    add(table, true, "ss", SCALAR, "max_of min_of");
    add(table, true, "", SCALAR, "end range start step");
  }

  private static void vectors(
      Map<String, Function> table, boolean experimental, String signature, String names) {
    add(table, experimental, signature, VECTOR, names);
  }

  private static void add(
      Map<String, Function> table,
      boolean experimental,
      String signature,
      Expr.Type result,
      String names) {
    var args = args(signature);
    int optional = signature.contains("?") ? args.size() - signature.indexOf('?') : 0;
    for (var name : names.split(" ")) {
      table.put(
          name, new Function(name, args, optional, signature.endsWith("*"), result, experimental));
    }
  }

  private static List<Expr.Type> args(String signature) {
    var types = new ArrayList<Expr.Type>();
    for (char c : signature.toCharArray()) {
      switch (c) {
        case 'v' -> types.add(VECTOR);
        case 'm' -> types.add(MATRIX);
        case 's' -> types.add(SCALAR);
        case 't' -> types.add(STRING);
        default -> {}
      }
    }
    return List.copyOf(types);
  }
}
