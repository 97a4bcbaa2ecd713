package io.gnomon.promql;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words that are more than names, in any case.
final class Keywords {
  private static final Map<String, Token.Kind> KINDS = kinds();

  private Keywords() {}

  private static Map<String, Token.Kind> kinds() {
    var words =
        new HashMap<>(
            Arrays.stream(Token.Kind.values())
                .filter(kind -> kind.group() != Token.Group.OTHER)
                .filter(kind -> Character.isLetter(kind.text().charAt(0)))
                .collect(toUnmodifiableMap(Token.Kind::text, kind -> kind)));
    for (var op : AggregateOp.values()) {
      words.put(op.word(), Token.Kind.AGGREGATE);
    }
    for (var word : List.of("start", "end", "step", "range")) {
      words.put(word, Token.Kind.QUERY_TIME);
    }
    words.put("inf", Token.Kind.NUMBER);
    words.put("nan", Token.Kind.NUMBER);
    return Map.copyOf(words);
  }

  static Token.Kind orName(String word) {
    var kind = kind(word);
    return kind == null ? Token.Kind.NAME : kind;
  }

  /// The kind of a keyword, null for any other word.
  static Token.@Nullable Kind kind(String word) {
    return KINDS.get(word.toLowerCase(Locale.ROOT));
  }
}
