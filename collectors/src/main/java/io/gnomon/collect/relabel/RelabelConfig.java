package io.gnomon.collect.relabel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.gnomon.model.LabelText;
import java.util.List;

/// One entry of `relabel_configs` or `metric_relabel_configs`, with Prometheus's keys and defaults.
public record RelabelConfig(
    List<String> sourceLabels,
    String separator,
    String regex,
    long modulus,
    String targetLabel,
    String replacement,
    RelabelAction action) {
  static final String ANYTHING = "(.*)";
  private static final String FIRST_GROUP = "$1";
  private static final Pattern TEMPLATE =
      Pattern.compile("^(?:(?:[a-zA-Z_]|\\$(?:\\{\\w+\\}|\\w+))+\\w*)+$");

  public RelabelConfig {
    sourceLabels = sourceLabels == null ? List.of() : List.copyOf(sourceLabels);
    separator = separator == null ? ";" : separator;
    regex = regex == null ? ANYTHING : regex;
    targetLabel = targetLabel == null ? "" : targetLabel;
    replacement = replacement == null ? FIRST_GROUP : replacement;
    action = action == null ? RelabelAction.REPLACE : action;
    compile(regex);
    checkTarget(action, targetLabel);
    if (action == RelabelAction.HASHMOD && modulus <= 0) {
      throw new IllegalArgumentException("modulus: expected more than 0 for hashmod");
    }
    if (action == RelabelAction.LABELMAP && !TEMPLATE.matches(replacement)) {
      throw new IllegalArgumentException(
          "replacement: expected a label name for labelmap, got \"" + replacement + "\"");
    }
    if (!usesOnlyItsKeys(action, sourceLabels, regex, targetLabel, replacement)) {
      throw new IllegalArgumentException(
          "action: expected no key beside those of "
              + action.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  private static void checkTarget(RelabelAction action, String target) {
    if (action.needsTarget() && target.isEmpty()) {
      throw new IllegalArgumentException("target_label: expected a label name");
    }
    boolean good =
        action == RelabelAction.REPLACE ? TEMPLATE.matches(target) : LabelText.isLabelName(target);
    if (action.writesTarget() && !good) {
      throw new IllegalArgumentException(
          "target_label: expected a label name, got \"" + target + "\"");
    }
  }

  private static boolean usesOnlyItsKeys(
      RelabelAction action, List<String> sources, String regex, String target, String replacement) {
    boolean plain = regex.equals(ANYTHING) && replacement.equals(FIRST_GROUP);
    return switch (action) {
      case KEEPEQUAL, DROPEQUAL -> plain;
      case LABELDROP, LABELKEEP ->
          sources.isEmpty() && target.isEmpty() && replacement.equals(FIRST_GROUP);
      case REPLACE, KEEP, DROP, HASHMOD, LABELMAP, LOWERCASE, UPPERCASE -> true;
    };
  }

  /// RE2's syntax, anchored at both ends; a dot matches a newline too.
  static Pattern compile(String regex) {
    try {
      return Pattern.compile("^(?s:" + regex + ")$");
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "regex: expected a regular expression: " + e.getMessage(), e);
    }
  }
}
