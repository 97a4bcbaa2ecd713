package io.gnomon.web.yaml;

import com.google.re2j.Pattern;
import java.util.Map;

/// What `${NAME}` stands for. A number in the braces is a regular expression's group and stays.
public record Environment(Map<String, String> variables) {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}");

  String expand(String text) {
    var match = PLACE.matcher(text);
    var out = new StringBuilder();
    int from = 0;
    while (match.find()) {
      out.append(text, from, match.start()).append(value(match.group(1)));
      from = match.end();
    }
    return out.append(text, from, text.length()).toString();
  }

  private String value(String name) {
    var value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("environment variable " + name + " is not set");
    }
    return value;
  }
}
