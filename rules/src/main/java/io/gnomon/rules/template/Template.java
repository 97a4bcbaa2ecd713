package io.gnomon.rules.template;

import java.util.List;
import java.util.Set;

/// A template that was read: carry it out as often as you like.
public final class Template {
  private static final Set<String> VARIABLES =
      Set.of("$", "$labels", "$externalLabels", "$externalURL", "$value");

  private final String source;
  private final List<Node> nodes;

  private Template(String source, List<Node> nodes) {
    this.source = source;
    this.nodes = nodes;
  }

  /// Throws `TemplateException` for what is no template.
  public static Template parse(String source) {
    var parser = new TemplateParser(source, Functions.NAMES, VARIABLES);
    return new Template(source, parser.parse());
  }

  /// Throws `TemplateException` when something in it cannot be done.
  public String render(Context context) {
    return source.contains("{{") ? new Run(context).render(nodes) : source;
  }

  /// The text, or what went wrong in Prometheus's words.
  public String renderOrExplain(Context context) {
    try {
      return render(context);
    } catch (TemplateException e) {
      return "<error expanding template: " + e.getMessage() + ">";
    }
  }

  /// True when the text is always the same for the same labels: no value, no query, no clock.
  public boolean dependsOnLabelsOnly() {
    var words = Set.of("$value", "value", "query", "now", ".Value", "$", ".");
    return Lexer.tokens(source).stream().noneMatch(token -> words.contains(token.text()))
        || nodes.stream().allMatch(Node.Text.class::isInstance);
  }

  @Override
  public String toString() {
    return source;
  }
}
