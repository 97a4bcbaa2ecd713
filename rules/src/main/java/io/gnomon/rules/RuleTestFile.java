package io.gnomon.rules;

import io.gnomon.model.Durations;
import io.gnomon.model.Labels;
import io.gnomon.promql.Numbers;
import io.gnomon.promql.Options;
import io.gnomon.promql.Parser;
import io.gnomon.promql.QueryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A file of rule tests in promtool's format, read.
record RuleTestFile(List<String> ruleFiles, Duration evaluationInterval, List<Case> cases) {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  record Case(
      String name,
      Duration interval,
      List<Series> series,
      List<AlertCheck> alertChecks,
      List<QueryCheck> queryChecks,
      Labels externalLabels,
      String externalUrl) {}

  record Series(Labels labels, List<@Nullable Double> values) {}

  record AlertCheck(Duration at, String alertname, List<Expected> alerts) {}

  record Expected(Labels labels, Labels annotations) {
    @Override
    public String toString() {
      return "labels:" + labels + " annotations:" + annotations;
    }
  }

  record QueryCheck(Duration at, String query, List<Sample> samples) {}

  record Sample(Labels labels, double value) {
    @Override
    public String toString() {
      return labels + " " + Numbers.sample(value);
    }
  }

  static RuleTestFile read(Path path) throws RuleFileException {
    try {
      var root = YamlPlace.root(path.toString(), Files.readString(path));
      if (root == null) {
        throw new RuleFileException(path.toString(), 1, 1, "expected tests");
      }
      return file(root);
    } catch (IOException e) {
      throw new RuleFileException(path.toString(), 1, 1, "cannot be read");
    }
  }

  private static RuleTestFile file(YamlPlace root) throws RuleFileException {
    var fields =
        root.fields(
            List.of(
                "rule_files", "evaluation_interval", "group_eval_order", "fuzzy_compare", "tests"));
    var files = new ArrayList<String>();
    for (var file : items(fields, "rule_files")) {
      files.add(file.text());
    }
    var cases = new ArrayList<Case>();
    for (var test : items(fields, "tests")) {
      cases.add(test(test));
    }
    return new RuleTestFile(files, duration(fields, "evaluation_interval", MINUTE), cases);
  }

  private static Case test(YamlPlace place) throws RuleFileException {
    var fields =
        place.fields(
            List.of(
                "name",
                "interval",
                "input_series",
                "alert_rule_test",
                "promql_expr_test",
                "external_labels",
                "external_url",
                "start_timestamp"));
    var series = new ArrayList<Series>();
    for (var one : items(fields, "input_series")) {
      series.add(series(one));
    }
    var alerts = new ArrayList<AlertCheck>();
    for (var one : items(fields, "alert_rule_test")) {
      alerts.add(alertCheck(one));
    }
    var queries = new ArrayList<QueryCheck>();
    for (var one : items(fields, "promql_expr_test")) {
      queries.add(queryCheck(one));
    }
    return new Case(
        text(fields, "name", "line " + (place.node().getStartMark().getLine() + 1)),
        duration(fields, "interval", MINUTE),
        series,
        alerts,
        queries,
        labels(fields, "external_labels"),
        text(fields, "external_url", ""));
  }

  private static Series series(YamlPlace place) throws RuleFileException {
    var fields = place.fields(List.of("series", "values"));
    return new Series(
        need(place, fields, "series").read(RuleTestFile::series),
        need(place, fields, "values").read(SeriesNotation::values));
  }

  /// A series is written as a selector of equalities.
  private static Labels series(String text) {
    try {
      var labels = new TreeMap<String, String>();
      for (var matcher : Parser.parseSelector(text, Options.DEFAULT)) {
        labels.put(matcher.name(), matcher.value());
      }
      return Labels.of(labels);
    } catch (QueryException e) {
      throw new IllegalArgumentException("expected a series: " + e.getMessage(), e);
    }
  }

  private static AlertCheck alertCheck(YamlPlace place) throws RuleFileException {
    var fields = place.fields(List.of("eval_time", "alertname", "exp_alerts"));
    var name = need(place, fields, "alertname").text();
    var alerts = new ArrayList<Expected>();
    for (var one : items(fields, "exp_alerts")) {
      var parts = one.fields(List.of("exp_labels", "exp_annotations"));
      var labels = labels(parts, "exp_labels").with("alertname", name);
      alerts.add(new Expected(labels, labels(parts, "exp_annotations")));
    }
    return new AlertCheck(need(place, fields, "eval_time").read(Durations::parse), name, alerts);
  }

  private static QueryCheck queryCheck(YamlPlace place) throws RuleFileException {
    var fields = place.fields(List.of("expr", "eval_time", "exp_samples"));
    var samples = new ArrayList<Sample>();
    for (var one : items(fields, "exp_samples")) {
      var parts = one.fields(List.of("labels", "value"));
      var labels = text(parts, "labels", "{}");
      samples.add(
          new Sample(
              labels.equals("{}")
                  ? Labels.EMPTY
                  : need(one, parts, "labels").read(RuleTestFile::series),
              need(one, parts, "value").read(text -> SeriesNotation.values(text).getFirst())));
    }
    return new QueryCheck(
        need(place, fields, "eval_time").read(Durations::parse),
        need(place, fields, "expr").text(),
        samples);
  }

  private static List<YamlPlace> items(Map<String, YamlPlace> fields, String key)
      throws RuleFileException {
    var place = fields.get(key);
    return place == null ? List.of() : place.items();
  }

  private static Labels labels(Map<String, YamlPlace> fields, String key) throws RuleFileException {
    var place = fields.get(key);
    return place == null ? Labels.EMPTY : Labels.of(place.texts());
  }

  private static String text(Map<String, YamlPlace> fields, String key, String otherwise)
      throws RuleFileException {
    var place = fields.get(key);
    return place == null ? otherwise : place.text();
  }

  private static Duration duration(Map<String, YamlPlace> fields, String key, Duration otherwise)
      throws RuleFileException {
    var place = fields.get(key);
    return place == null ? otherwise : place.read(Durations::parse);
  }

  private static YamlPlace need(YamlPlace place, Map<String, YamlPlace> fields, String key)
      throws RuleFileException {
    var found = fields.get(key);
    if (found == null) {
      throw place.error("expected " + key);
    }
    return found;
  }
}
