package io.gnomon.collect.relabel;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.gnomon.model.LabelText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One rule, ready to run on a map of labels; an empty value is no label.
final class RelabelRule {
  private final RelabelConfig config;
  private final Pattern regex;
  private final Template target;
  private final Template replacement;

  RelabelRule(RelabelConfig config) {
    this.config = config;
    this.regex = RelabelConfig.compile(config.regex());
    this.target = new Template(config.targetLabel());
    this.replacement = new Template(config.replacement());
  }

  /// Rewrites the labels; false when what they stand for is dropped.
  boolean apply(Map<String, String> labels) {
    var value = source(labels);
    switch (config.action()) {
      case KEEP -> {
        return regex.matches(value);
      }
      case DROP -> {
        return !regex.matches(value);
      }
      case KEEPEQUAL -> {
        return value.equals(labels.getOrDefault(config.targetLabel(), ""));
      }
      case DROPEQUAL -> {
        return !value.equals(labels.getOrDefault(config.targetLabel(), ""));
      }
      case REPLACE -> replace(labels, value);
      case HASHMOD -> set(labels, config.targetLabel(), hashMod(value));
      case LOWERCASE -> set(labels, config.targetLabel(), value.toLowerCase(Locale.ROOT));
      case UPPERCASE -> set(labels, config.targetLabel(), value.toUpperCase(Locale.ROOT));
      case LABELMAP -> map(labels);
      case LABELDROP -> labels.keySet().removeIf(regex::matches);
      case LABELKEEP -> labels.keySet().removeIf(name -> !regex.matches(name));
    }
    return true;
  }

  private String source(Map<String, String> labels) {
    return config.sourceLabels().stream()
        .map(name -> labels.getOrDefault(name, ""))
        .collect(Collectors.joining(config.separator()));
  }

  private void replace(Map<String, String> labels, String value) {
    var match = regex.matcher(value);
    if (!match.find()) {
      return;
    }
    var name = target.expand(match);
    if (LabelText.isLabelName(name)) {
      set(labels, name, replacement.expand(match));
    }
  }

  private void map(Map<String, String> labels) {
    for (var label : new TreeMap<>(labels).entrySet()) {
      var match = regex.matcher(label.getKey());
      if (match.find()) {
        set(labels, replacement.expand(match), label.getValue());
      }
    }
  }

  private static void set(Map<String, String> labels, String name, String value) {
    if (value.isEmpty()) {
      labels.remove(name);
    } else {
      labels.put(name, value);
    }
  }

  /// The last eight bytes of the MD5 as an unsigned number, as Prometheus takes it.
  private String hashMod(String value) {
    try {
      var hash = MessageDigest.getInstance("MD5").digest(value.getBytes(StandardCharsets.UTF_8));
      long number = ByteBuffer.wrap(hash).getLong(8);
      return Long.toUnsignedString(Long.remainderUnsigned(number, config.modulus()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Text with `$1`, `${1}`, `$name`, `${name}` and `$$` in it, as Go's `Regexp.Expand` reads it:
  /// the name is as long as it can be, and a group that is not there is empty.
  private record Template(String text) {
    private static final Pattern REFERENCE = Pattern.compile("\\$(?:(\\$)|(\\w+)|\\{(\\w+)\\})");

    String expand(Matcher match) {
      var out = new StringBuilder();
      var reference = REFERENCE.matcher(text);
      int from = 0;
      while (reference.find()) {
        out.append(text, from, reference.start()).append(value(reference, match));
        from = reference.end();
      }
      return out.append(text, from, text.length()).toString();
    }

    private static String value(Matcher reference, Matcher match) {
      if (reference.group(1) != null) {
        return "$";
      }
      var name = reference.group(2) != null ? reference.group(2) : reference.group(3);
      var group = isNumber(name) ? numbered(match, name) : named(match, name);
      return group == null ? "" : group;
    }

    private static boolean isNumber(String name) {
      return name.length() < 9 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String numbered(Matcher match, String name) {
      int group = Integer.parseInt(name);
      return group > match.groupCount() ? "" : match.group(group);
    }

    private static String named(Matcher match, String name) {
      return match.pattern().namedGroups().containsKey(name) ? match.group(name) : "";
    }
  }
}
