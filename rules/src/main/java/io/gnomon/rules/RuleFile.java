package io.gnomon.rules;

import io.gnomon.model.Durations;
import io.gnomon.model.LabelText;
import io.gnomon.model.Labels;
import io.gnomon.promql.Expr;
import io.gnomon.promql.Options;
import io.gnomon.promql.Parser;
import io.gnomon.promql.QueryException;
import io.gnomon.rules.template.Template;
import io.gnomon.rules.template.TemplateException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads rule files in Prometheus's format.
public final class RuleFile {
  private static final List<String> GROUP_KEYS =
      List.of("name", "interval", "limit", "query_offset", "labels", "rules");
  private static final List<String> RULE_KEYS =
      List.of("record", "alert", "expr", "for", "keep_firing_for", "labels", "annotations");

  private final String file;
  private final Duration defaultInterval;

  private RuleFile(String file, Duration defaultInterval) {
    this.file = file;
    this.defaultInterval = defaultInterval;
  }

  public static List<RuleGroup> read(Path path, Duration defaultInterval) throws RuleFileException {
    try {
      return read(path.toString(), Files.readString(path), defaultInterval);
    } catch (MalformedInputException e) {
      throw new RuleFileException(path.toString(), 1, 1, "expected text in UTF-8");
    } catch (IOException e) {
      throw new RuleFileException(path.toString(), 1, 1, "cannot be read");
    }
  }

  public static List<RuleGroup> read(String file, String text, Duration defaultInterval)
      throws RuleFileException {
    var root = YamlPlace.root(file, text);
    return root == null ? List.of() : new RuleFile(file, defaultInterval).groups(root);
  }

  private List<RuleGroup> groups(YamlPlace root) throws RuleFileException {
    var list = root.fields(List.of("groups")).get("groups");
    var groups = new ArrayList<RuleGroup>();
    var names = new HashSet<String>();
    for (var place : list == null ? List.<YamlPlace>of() : list.items()) {
      var group = group(place);
      if (!names.add(group.name())) {
        throw place.error("expected one group named " + LabelText.quote(group.name()));
      }
      groups.add(group);
    }
    return List.copyOf(groups);
  }

  private RuleGroup group(YamlPlace place) throws RuleFileException {
    var fields = place.fields(GROUP_KEYS);
    var name = fields.get("name");
    if (name == null || name.text().isEmpty()) {
      throw place.error("expected a group with a name");
    }
    var labels =
        fields.containsKey("labels") ? labels(need(fields, "labels")) : Map.<String, String>of();
    var interval = duration(fields.get("interval"), defaultInterval);
    if (interval.isZero()) {
      throw need(fields, "interval").error("expected an interval above 0");
    }
    var rules = new ArrayList<Rule>();
    for (var rule :
        fields.containsKey("rules") ? need(fields, "rules").items() : List.<YamlPlace>of()) {
      rules.add(rule(rule, labels));
    }
    return new RuleGroup(
        file,
        name.text(),
        interval,
        fields.containsKey("limit") ? need(fields, "limit").read(RuleFile::whole) : 0,
        duration(fields.get("query_offset"), Duration.ZERO),
        List.copyOf(rules));
  }

  private Rule rule(YamlPlace place, Map<String, String> groupLabels) throws RuleFileException {
    var fields = place.fields(RULE_KEYS);
    if (fields.containsKey("record") == fields.containsKey("alert")) {
      throw place.error("expected one of record and alert");
    }
    var expr = fields.get("expr");
    if (expr == null || expr.text().isBlank()) {
      throw place.error("expected a rule with an expr");
    }
    var labels = new LinkedHashMap<>(groupLabels);
    if (fields.containsKey("labels")) {
      labels.putAll(labels(need(fields, "labels")));
    }
    return fields.containsKey("record")
        ? recording(fields, expr, labels)
        : alert(fields, expr, labels);
  }

  private static Rule recording(
      Map<String, YamlPlace> fields, YamlPlace expr, Map<String, String> labels)
      throws RuleFileException {
    for (var key : List.of("for", "keep_firing_for", "annotations")) {
      if (fields.containsKey(key)) {
        throw need(fields, key).error("expected no " + key + " in a recording rule");
      }
    }
    var name = need(fields, "record");
    if (!LabelText.isMetricName(name.text())) {
      throw name.error("expected a metric name, got " + LabelText.quote(name.text()));
    }
    return new RecordingRule(name.text(), expr.text(), parse(expr), labels);
  }

  private static Rule alert(
      Map<String, YamlPlace> fields, YamlPlace expr, Map<String, String> labels)
      throws RuleFileException {
    var name = need(fields, "alert");
    if (name.text().isEmpty()) {
      throw name.error("expected an alert with a name");
    }
    checkTemplates(fields.get("labels"));
    checkTemplates(fields.get("annotations"));
    return new AlertRule(
        name.text(),
        expr.text(),
        parse(expr),
        duration(fields.get("for"), Duration.ZERO),
        duration(fields.get("keep_firing_for"), Duration.ZERO),
        labels,
        fields.containsKey("annotations") ? annotations(need(fields, "annotations")) : Map.of());
  }

  private static Expr parse(YamlPlace place) throws RuleFileException {
    try {
      return Parser.parse(place.text(), Options.DEFAULT);
    } catch (QueryException e) {
      throw place.error("expected a query: " + e.getMessage());
    }
  }

  private static void checkTemplates(@Nullable YamlPlace texts) throws RuleFileException {
    if (texts == null) {
      return;
    }
    for (var text : texts.entries().values()) {
      try {
        Template.parse(text.text());
      } catch (TemplateException e) {
        throw text.error("expected a template: " + e.getMessage());
      }
    }
  }

  private static Map<String, String> labels(YamlPlace place) throws RuleFileException {
    var labels = annotations(place);
    if (labels.containsKey(Labels.NAME)) {
      throw place.error("expected no label " + Labels.NAME);
    }
    return labels;
  }

  private static Map<String, String> annotations(YamlPlace place) throws RuleFileException {
    var texts = place.texts();
    for (var name : texts.keySet()) {
      if (!LabelText.isLabelName(name)) {
        throw place.error("expected a label name, got " + LabelText.quote(name));
      }
    }
    return texts;
  }

  private static Duration duration(@Nullable YamlPlace place, Duration otherwise)
      throws RuleFileException {
    return place == null ? otherwise : place.read(Durations::parse);
  }

  private static int whole(String text) {
    if (text.matches("\\d{1,9}")) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException("expected a whole number, got " + LabelText.quote(text));
  }

  private static YamlPlace need(Map<String, YamlPlace> fields, String key) {
    return java.util.Objects.requireNonNull(fields.get(key));
  }
}
