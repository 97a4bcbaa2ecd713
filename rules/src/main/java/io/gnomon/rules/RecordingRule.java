package io.gnomon.rules;

import io.gnomon.promql.Expr;
import java.util.Map;

/// Stores what its expression yields as a series of a new name.
public record RecordingRule(String name, String query, Expr expr, Map<String, String> labels)
    implements Rule {}
