package io.gnomon.rules;

import io.gnomon.promql.Expr;
import java.util.Map;

/// A rule as it is written. `query` is the text of its expression, `labels` are set on what it
/// yields; an empty value removes a label.
public sealed interface Rule permits RecordingRule, AlertRule {
  String name();

  String query();

  Expr expr();

  Map<String, String> labels();
}
