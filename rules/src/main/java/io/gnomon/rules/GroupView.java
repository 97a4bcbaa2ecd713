package io.gnomon.rules;

import io.gnomon.alert.AlertState;
import io.gnomon.model.Labels;
import java.time.Duration;
import java.util.List;

/// A group with its rules and alerts as they stand: what `/api/v1/rules` and the page show. Times
/// are milliseconds since the epoch, 0 for never; durations of evaluation are nanoseconds.
public record GroupView(
    String name,
    String file,
    Duration interval,
    int limit,
    long lastEvaluation,
    long evaluationNanos,
    long evaluations,
    long missed,
    List<RuleView> rules) {

  /// One rule. `health` is ok, err or unknown.
  public sealed interface RuleView {
    Rule rule();

    String health();

    String lastError();

    long lastEvaluation();

    long evaluationNanos();
  }

  public record RecordingView(
      RecordingRule rule,
      String health,
      String lastError,
      long lastEvaluation,
      long evaluationNanos)
      implements RuleView {}

  public record AlertingView(
      AlertRule rule,
      String health,
      String lastError,
      long lastEvaluation,
      long evaluationNanos,
      List<AlertView> alerts)
      implements RuleView {
    /// The worst state among its alerts.
    public String state() {
      if (alerts.stream().anyMatch(alert -> alert.state() instanceof AlertState.Firing)) {
        return "firing";
      }
      return alerts.isEmpty() ? "inactive" : "pending";
    }
  }

  /// A pending or firing alert. `unknown` when the rule's last evaluation failed: then nobody knows
  /// whether it still holds.
  public record AlertView(
      Labels labels,
      Labels annotations,
      AlertState state,
      long activeAt,
      double value,
      boolean unknown) {}

  static GroupView of(GroupRun run) {
    var group = run.group();
    return new GroupView(
        group.name(),
        group.file(),
        group.interval(),
        group.limit(),
        run.lastEvaluation(),
        run.lastDuration(),
        run.evaluations(),
        run.missed(),
        run.runs().stream().map(GroupView::rule).toList());
  }

  private static RuleView rule(RuleRun run) {
    var health = run.health();
    return switch (run) {
      case RecordingRun recording ->
          new RecordingView(
              recording.rule(),
              health.word(),
              health.error(),
              health.lastEvaluation(),
              health.duration());
      case AlertRun alerting ->
          new AlertingView(
              alerting.rule(),
              health.word(),
              health.error(),
              health.lastEvaluation(),
              health.duration(),
              alerts(alerting, !health.error().isEmpty()));
    };
  }

  private static List<AlertView> alerts(AlertRun run, boolean unknown) {
    return run.alerts().stream()
        .filter(alert -> alert.state().isActive())
        .map(alert -> alert(alert, unknown))
        .toList();
  }

  private static AlertView alert(ActiveAlert alert, boolean unknown) {
    var state = alert.state();
    long activeAt =
        switch (state) {
          case AlertState.Pending(var since) -> since;
          case AlertState.Firing(var since, _, _) -> since;
          case AlertState.Resolved _, AlertState.Inactive _ -> 0;
        };
    return new AlertView(
        alert.labels(), alert.annotations(), state, activeAt, alert.value(), unknown);
  }
}
