package io.gnomon.web.api;

import io.gnomon.rules.GroupView;
import io.gnomon.rules.GroupView.AlertingView;
import io.gnomon.rules.GroupView.RuleView;
import java.util.List;

/// Which rules were asked for; an empty list asks for all.
///
/// @param type alert, record, or empty for both
record RuleFilter(
    String type,
    List<String> names,
    List<String> groups,
    List<String> files,
    boolean excludeAlerts) {
  static RuleFilter of(Params params) throws ApiException {
    var type = params.text("type", "");
    if (!type.isEmpty() && !type.equals("alert") && !type.equals("record")) {
      throw ApiException.badParameter("type", "not supported value \"" + type + "\"");
    }
    return new RuleFilter(
        type,
        params.all("rule_name[]"),
        params.all("rule_group[]"),
        params.all("file[]"),
        params.text("exclude_alerts", "").equals("true"));
  }

  boolean accepts(GroupView group) {
    return among(groups, group.name())
        && among(files, group.file())
        && group.rules().stream().anyMatch(this::accepts);
  }

  boolean accepts(RuleView rule) {
    boolean rightType = type.isEmpty() || type.equals("alert") == rule instanceof AlertingView;
    return rightType && among(names, rule.rule().name());
  }

  private static boolean among(List<String> wanted, String name) {
    return wanted.isEmpty() || wanted.contains(name);
  }
}
