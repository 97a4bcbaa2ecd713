package io.gnomon.rules;

import io.gnomon.alert.AlertState;
import io.gnomon.promql.Expr;
import io.gnomon.rules.template.Template;
import java.time.Duration;
import java.util.Map;

/// Alerts for every series that its expression yields, once it did for as long as `hold`.
public record AlertRule(
    String name,
    String query,
    Expr expr,
    Duration hold,
    Duration keepFiringFor,
    Map<String, String> labels,
    Map<String, String> annotations)
    implements Rule {
  public AlertRule {
    labels.values().forEach(Template::parse);
    annotations.values().forEach(Template::parse);
  }

  AlertState.Hold holds() {
    return new AlertState.Hold(hold.toMillis(), keepFiringFor.toMillis());
  }

  /// Changes when the rule means something else.
  int definition() {
    return java.util.Objects.hash(query, hold);
  }
}
