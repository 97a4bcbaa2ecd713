package io.gnomon.promql;

import io.gnomon.model.LabelText;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A word of a query, and where it stands.
record Token(Kind kind, String text, int start, int end) {
  private static final Map<Kind, BinaryOp> OPERATORS = operators();

  private static Map<Kind, BinaryOp> operators() {
    var map = new EnumMap<Kind, BinaryOp>(Kind.class);
    for (var op : BinaryOp.values()) {
      map.put(Kind.valueOf(op.name()), op);
    }
    return map;
  }

  /// The binary operator it stands for, null when it is none.
  @Nullable BinaryOp operator() {
    return OPERATORS.get(kind);
  }

  AggregateOp aggregate() {
    return AggregateOp.valueOf(text.toUpperCase(Locale.ROOT));
  }

  boolean is(String word) {
    return text.equalsIgnoreCase(word);
  }

  /// How an error message names it.
  String describe() {
    return switch (kind) {
      case EOF -> "end of input";
      case NUMBER, DURATION, STRING -> kind.text() + " " + quoted();
      case NAME -> "identifier " + quote(text);
      case METRIC_NAME -> "metric identifier " + quote(text);
      case AGGREGATE -> "<aggr:" + text + ">";
      default -> describeSign();
    };
  }

  private String describeSign() {
    return switch (kind.group()) {
      case OPERATOR -> "<op:" + text + ">";
      case KEYWORD -> "<" + text + ">";
      default -> quote(text);
    };
  }

  private String quoted() {
    return text.length() > 10 ? quote(text.substring(0, 10)) + "..." : quote(text);
  }

  private static String quote(String text) {
    return LabelText.quote(text);
  }

  enum Group {
    OTHER,
    OPERATOR,
    KEYWORD
  }

  /// Kinds of tokens. The names of functions are plain names.
  enum Kind {
    EOF("end of input", Group.OTHER),
    NUMBER("number", Group.OTHER),
    DURATION("duration", Group.OTHER),
    STRING("string", Group.OTHER),
    NAME("identifier", Group.OTHER),
    METRIC_NAME("metric identifier", Group.OTHER),
    AGGREGATE("aggregation", Group.OTHER),
    /// `start`, `end`, `step` and `range`.
    QUERY_TIME("query time", Group.OTHER),
    LEFT_PAREN("(", Group.OTHER),
    RIGHT_PAREN(")", Group.OTHER),
    LEFT_BRACE("{", Group.OTHER),
    RIGHT_BRACE("}", Group.OTHER),
    LEFT_BRACKET("[", Group.OTHER),
    RIGHT_BRACKET("]", Group.OTHER),
    COMMA(",", Group.OTHER),
    COLON(":", Group.OTHER),
    ASSIGN("=", Group.OTHER),
    EQL_REGEX("=~", Group.OPERATOR),
    NEQ_REGEX("!~", Group.OPERATOR),
    AT("@", Group.OPERATOR),
    ADD("+", Group.OPERATOR),
    SUB("-", Group.OPERATOR),
    MUL("*", Group.OPERATOR),
    DIV("/", Group.OPERATOR),
    MOD("%", Group.OPERATOR),
    POW("^", Group.OPERATOR),
    EQL("==", Group.OPERATOR),
    NEQ("!=", Group.OPERATOR),
    GTR(">", Group.OPERATOR),
    LSS("<", Group.OPERATOR),
    GTE(">=", Group.OPERATOR),
    LTE("<=", Group.OPERATOR),
    TRIM_UPPER("</", Group.OPERATOR),
    TRIM_LOWER(">/", Group.OPERATOR),
    AND("and", Group.OPERATOR),
    OR("or", Group.OPERATOR),
    UNLESS("unless", Group.OPERATOR),
    ATAN2("atan2", Group.OPERATOR),
    BOOL("bool", Group.KEYWORD),
    BY("by", Group.KEYWORD),
    WITHOUT("without", Group.KEYWORD),
    ON("on", Group.KEYWORD),
    IGNORING("ignoring", Group.KEYWORD),
    GROUP_LEFT("group_left", Group.KEYWORD),
    GROUP_RIGHT("group_right", Group.KEYWORD),
    OFFSET("offset", Group.KEYWORD),
    ANCHORED("anchored", Group.KEYWORD),
    SMOOTHED("smoothed", Group.KEYWORD),
    FILL("fill", Group.KEYWORD),
    FILL_LEFT("fill_left", Group.KEYWORD),
    FILL_RIGHT("fill_right", Group.KEYWORD);

    private final String text;
    private final Group group;

    Kind(String text, Group group) {
      this.text = text;
      this.group = group;
    }

    String text() {
      return text;
    }

    Group group() {
      return group;
    }

    /// Whether it may name a metric where an expression may start.
    boolean isMetricName() {
      return switch (this) {
        case NAME,
            QUERY_TIME,
            METRIC_NAME,
            AGGREGATE,
            AND,
            OR,
            UNLESS,
            BY,
            WITHOUT,
            OFFSET,
            ANCHORED,
            SMOOTHED ->
            true;
        default -> false;
      };
    }

    boolean startsExpression() {
      return switch (this) {
        case NUMBER, DURATION, STRING, LEFT_PAREN, LEFT_BRACE, ADD, SUB -> true;
        default -> isMetricName();
      };
    }

    /// Whether it may name a label in a list of labels.
    boolean isLabelName() {
      return switch (this) {
        case BOOL, ON, IGNORING, GROUP_LEFT, GROUP_RIGHT, ATAN2 -> true;
        case WITHOUT -> false;
        default -> isMetricName();
      };
    }
  }
}
