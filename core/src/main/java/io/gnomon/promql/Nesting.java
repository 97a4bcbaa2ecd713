package io.gnomon.promql;

import java.util.IdentityHashMap;
import java.util.Map;

/// Keeps trees low enough to be walked by recursion: parentheses nest, and chains of operators grow
/// to the left.
final class Nesting {
  static final int LIMIT = 500;

  private final Tokens tokens;
  private final Map<Expr, Integer> heights = new IdentityHashMap<>();
  private int depth;

  Nesting(Tokens tokens) {
    this.tokens = tokens;
  }

  /// One more level of recursion; `leave` ends it.
  void enter() {
    check(++depth);
  }

  void leave() {
    depth--;
  }

  /// A new node above its children.
  <T extends Expr> T grow(T node, Expr... children) {
    int height = 0;
    for (var child : children) {
      height = Math.max(height, heights.getOrDefault(child, 0));
    }
    check(height + 1);
    heights.put(node, height + 1);
    return node;
  }

  private void check(int level) {
    if (level > LIMIT) {
      throw tokens.error(tokens.end(), "nesting too deep, at most " + LIMIT + " levels");
    }
  }
}
