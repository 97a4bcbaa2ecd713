package io.gnomon.alert;

import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// While a source alert fires, targets with the same values of the `equal` labels tell nobody. A
/// label that is missing is equal to an empty one.
public record InhibitRule(
    List<String> sourceMatchers,
    Map<String, String> sourceMatch,
    Map<String, String> sourceMatchRe,
    List<String> targetMatchers,
    Map<String, String> targetMatch,
    Map<String, String> targetMatchRe,
    List<String> equal) {

  public InhibitRule(
      @Nullable List<String> sourceMatchers,
      @Nullable Map<String, String> sourceMatch,
      @Nullable Map<String, String> sourceMatchRe,
      @Nullable List<String> targetMatchers,
      @Nullable Map<String, String> targetMatch,
      @Nullable Map<String, String> targetMatchRe,
      @Nullable List<String> equal) {
    this.sourceMatchers = orEmpty(sourceMatchers);
    this.sourceMatch = orEmpty(sourceMatch);
    this.sourceMatchRe = orEmpty(sourceMatchRe);
    this.targetMatchers = orEmpty(targetMatchers);
    this.targetMatch = orEmpty(targetMatch);
    this.targetMatchRe = orEmpty(targetMatchRe);
    this.equal = orEmpty(equal);
    var _ = new Sides(source(), target());
  }

  /// The matchers of both sides, read once.
  public record Sides(List<Matcher> source, List<Matcher> target) {
    boolean source(Labels labels) {
      return MatcherText.all(source, labels);
    }

    boolean target(Labels labels) {
      return MatcherText.all(target, labels);
    }
  }

  public Sides sides() {
    return new Sides(source(), target());
  }

  private List<Matcher> source() {
    return matchers(sourceMatchers, sourceMatch, sourceMatchRe);
  }

  private List<Matcher> target() {
    return matchers(targetMatchers, targetMatch, targetMatchRe);
  }

  /// Matchers in all three forms that Alertmanager reads, the older two being maps.
  public static List<Matcher> matchers(
      List<String> texts, Map<String, String> equal, Map<String, String> regex) {
    var fromMaps =
        Stream.concat(
            equal.entrySet().stream()
                .map(e -> MatcherText.matcher(e.getKey(), Matcher.Op.EQUAL, e.getValue())),
            regex.entrySet().stream()
                .map(e -> MatcherText.matcher(e.getKey(), Matcher.Op.REGEX, e.getValue())));
    return Stream.concat(MatcherText.parseAll(texts).stream(), fromMaps)
        .sorted(java.util.Comparator.comparing(Matcher::name).thenComparing(Matcher::value))
        .toList();
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : Map.copyOf(map);
  }
}
