package io.gnomon.rules.template;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.gnomon.model.Durations;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The functions of templates: one table of names, Go's and Prometheus's.
final class Functions {
  private interface Body extends BiFunction<Functions, Arguments, @Nullable Object> {}

  private static final Map<String, Body> TABLE =
      Map.ofEntries(
          // Go's
          Map.entry("and", (_, a) -> a.firstThat(false)),
          Map.entry("or", (_, a) -> a.firstThat(true)),
          Map.entry("not", (_, a) -> !Values.truth(a.any(0))),
          Map.entry("len", (_, a) -> length(a.any(0))),
          Map.entry("index", (_, a) -> index(a)),
          Map.entry("print", (_, a) -> a.print()),
          Map.entry("println", (_, a) -> a.println()),
          Map.entry("printf", (_, a) -> Printf.format(a.text(0), a.from(1))),
          Map.entry("html", (_, a) -> html(GoText.print(a.any(0)))),
          Map.entry("urlquery", (_, a) -> encode(GoText.print(a.any(0)))),
          Map.entry("eq", (_, a) -> a.equalsAny()),
          Map.entry("ne", (_, a) -> !Values.equal(a.any(0), a.any(1))),
          Map.entry("lt", (_, a) -> a.order(-1, -1)),
          Map.entry("le", (_, a) -> a.order(-1, 0)),
          Map.entry("gt", (_, a) -> a.order(1, 1)),
          Map.entry("ge", (_, a) -> a.order(0, 1)),
          // Prometheus's
          Map.entry("query", (f, a) -> f.context.query().apply(a.text(0))),
          Map.entry("first", (_, a) -> first(a.list(0))),
          Map.entry("label", (_, a) -> a.sample(1).labels().get(a.text(0))),
          Map.entry("value", (_, a) -> a.sample(0).value()),
          Map.entry("strvalue", (_, a) -> a.sample(0).labels().get("__value__")),
          Map.entry("sortByLabel", (_, a) -> sorted(a.text(0), a.list(1))),
          Map.entry("reReplaceAll", (_, a) -> replace(a.text(0), a.text(1), a.text(2))),
          Map.entry("match", (_, a) -> pattern(a.text(0)).matcher(a.text(1)).find()),
          Map.entry("title", (_, a) -> title(a.text(0))),
          Map.entry("toUpper", (_, a) -> a.text(0).toUpperCase(Locale.ROOT)),
          Map.entry("toLower", (_, a) -> a.text(0).toLowerCase(Locale.ROOT)),
          Map.entry("safeHtml", (_, a) -> a.text(0)),
          Map.entry("stripPort", (_, a) -> a.text(0).replaceFirst(":\\d+$", "")),
          Map.entry("stripDomain", (_, a) -> stripDomain(a.text(0))),
          Map.entry("graphLink", (_, a) -> "/graph?g0.expr=" + encode(a.text(0)) + "&g0.tab=0"),
          Map.entry("tableLink", (_, a) -> "/graph?g0.expr=" + encode(a.text(0)) + "&g0.tab=1"),
          Map.entry("humanize", (_, a) -> Humanize.number(a.number(0))),
          Map.entry("humanize1024", (_, a) -> Humanize.number1024(a.number(0))),
          Map.entry("humanizeDuration", (_, a) -> Humanize.duration(a.number(0))),
          Map.entry("humanizePercentage", (_, a) -> Humanize.percentage(a.number(0))),
          Map.entry("humanizeTimestamp", (_, a) -> GoText.print(time(a.number(0)))),
          Map.entry("toTime", (_, a) -> time(a.number(0))),
          Map.entry("parseDuration", (_, a) -> seconds(a.text(0))),
          Map.entry("now", (f, _) -> f.context.time() / 1000.0),
          Map.entry("externalURL", (f, _) -> f.context.externalUrl()),
          Map.entry("pathPrefix", (_, _) -> ""));

  static final Set<String> NAMES = TABLE.keySet();

  private final Context context;

  Functions(Context context) {
    this.context = context;
  }

  @Nullable Object call(String name, List<@Nullable Object> arguments) {
    var body = TABLE.get(name);
    if (body == null) {
      throw new TemplateException("function \"" + name + "\" not defined");
    }
    return body.apply(this, new Arguments(name, arguments));
  }

  private static Object length(@Nullable Object of) {
    return switch (of) {
      case String text -> (long) text.getBytes(StandardCharsets.UTF_8).length;
      case List<?> list -> (long) list.size();
      case Map<?, ?> map -> (long) map.size();
      case null, default -> throw new TemplateException("len of type " + GoText.type(of));
    };
  }

  private static @Nullable Object index(Arguments arguments) {
    @Nullable Object value = arguments.any(0);
    for (var key : arguments.from(1)) {
      value =
          switch (value) {
            case Map<?, ?> map -> Values.field(map, Values.text(key));
            case List<?> list when key instanceof Long i && i >= 0 && i < list.size() ->
                list.get(i.intValue());
            case null, default ->
                throw new TemplateException("error calling index: no item " + GoText.print(key));
          };
    }
    return value;
  }

  private static Object first(List<?> list) {
    if (list.isEmpty()) {
      throw new TemplateException("error calling first: first() called on vector with no elements");
    }
    return list.getFirst();
  }

  private static List<?> sorted(String label, List<?> list) {
    var samples = new ArrayList<Context.Sample>();
    for (var each : list) {
      samples.add(Arguments.sample(each));
    }
    samples.sort(Comparator.comparing(sample -> sample.labels().get(label)));
    return samples;
  }

  private static String replace(String pattern, String replacement, String text) {
    var java = replacement.replaceAll("\\$\\{?(\\w+)}?", "\\$$1");
    return pattern(pattern).matcher(text).replaceAll(java);
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new TemplateException("bad regular expression " + GoText.quote(text));
    }
  }

  private static String title(String text) {
    var out = new StringBuilder();
    boolean inWord = false;
    for (char c : text.toCharArray()) {
      out.append(inWord ? c : Character.toTitleCase(c));
      inWord = Character.isLetterOrDigit(c) || c == '_' || c == '\'';
    }
    return out.toString();
  }

  /// `host.domain:port` is `host:port`; addresses stay.
  private static String stripDomain(String text) {
    var host = text.replaceFirst(":\\d+$", "");
    boolean address = host.matches("[\\d.]+") || host.contains(":");
    return address ? text : host.replaceFirst("\\..*", "") + text.substring(host.length());
  }

  private static Object time(double seconds) {
    if (!Double.isFinite(seconds)) {
      return Humanize.number(seconds);
    }
    if (Math.abs(seconds) > 1e11) {
      throw new TemplateException("time out of range: " + GoText.print(seconds));
    }
    return Instant.ofEpochMilli(Math.round(seconds * 1000));
  }

  private static double seconds(String duration) {
    try {
      return Durations.parse(duration).toMillis() / 1000.0;
    } catch (IllegalArgumentException e) {
      throw new TemplateException("not a valid duration string: " + GoText.quote(duration));
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&#34;")
        .replace("'", "&#39;");
  }
}
