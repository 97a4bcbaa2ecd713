package io.gnomon.promql;

import io.gnomon.promql.Expr.Cardinality;
import io.gnomon.promql.Expr.Matching;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the sides of a binary operator are matched: `on` or `ignoring`, `group_left` or
/// `group_right`, `fill`.
final class MatchingParser {
  private final Tokens tokens;
  private final LiteralParser literals;
  private final SelectorParser selectors;

  MatchingParser(Tokens tokens, LiteralParser literals, SelectorParser selectors) {
    this.tokens = tokens;
    this.literals = literals;
    this.selectors = selectors;
  }

  Matching matching(BinaryOp op) {
    var plain = new Matching(Cardinality.ONE_TO_ONE, false, List.of(), List.of(), null, null);
    var matching = filled(grouped(plain));
    return op.isSet() && matching.cardinality() == Cardinality.ONE_TO_ONE
        ? with(matching, Cardinality.MANY_TO_MANY, matching.include())
        : matching;
  }

  /// Whether it says anything that scalars cannot have.
  static boolean isWritten(Matching matching) {
    return !matching.labels().isEmpty() || fills(matching);
  }

  static boolean fills(Matching matching) {
    return matching.fillLeft() != null || matching.fillRight() != null;
  }

  private Matching grouped(Matching plain) {
    if (!tokens.at(Token.Kind.ON) && !tokens.at(Token.Kind.IGNORING)) {
      return plain;
    }
    boolean on = tokens.take().kind() == Token.Kind.ON;
    var matching = new Matching(plain.cardinality(), on, selectors.labels(), List.of(), null, null);
    return switch (tokens.peek().kind()) {
      case GROUP_LEFT -> with(matching, Cardinality.MANY_TO_ONE, include());
      case GROUP_RIGHT -> with(matching, Cardinality.ONE_TO_MANY, include());
      default -> matching;
    };
  }

  private List<String> include() {
    tokens.take();
    boolean none =
        !tokens.at(Token.Kind.LEFT_PAREN)
            && (tokens.peek().kind().startsExpression() || isFill(tokens.peek().kind()));
    return none ? List.of() : selectors.labels();
  }

  private static boolean isFill(Token.Kind kind) {
    return switch (kind) {
      case FILL, FILL_LEFT, FILL_RIGHT -> true;
      default -> false;
    };
  }

  private static Matching with(Matching of, Cardinality cardinality, List<String> include) {
    return new Matching(cardinality, of.on(), of.labels(), include, of.fillLeft(), of.fillRight());
  }

  private Matching filled(Matching plain) {
    var kind = tokens.peek().kind();
    return switch (kind) {
      case FILL -> {
        double value = fill();
        yield with(plain, value, value);
      }
      case FILL_LEFT -> {
        double left = fill();
        yield with(plain, left, tokens.at(Token.Kind.FILL_RIGHT) ? (Double) fill() : null);
      }
      case FILL_RIGHT -> {
        double right = fill();
        yield with(plain, tokens.at(Token.Kind.FILL_LEFT) ? (Double) fill() : null, right);
      }
      default -> plain;
    };
  }

  private static Matching with(Matching of, @Nullable Double left, @Nullable Double right) {
    return new Matching(of.cardinality(), of.on(), of.labels(), of.include(), left, right);
  }

  private double fill() {
    tokens.take();
    tokens.expect(Token.Kind.LEFT_PAREN, "", "");
    double value = literals.signedNumber("fill", "number");
    tokens.expect(Token.Kind.RIGHT_PAREN, "", "");
    return value;
  }
}
