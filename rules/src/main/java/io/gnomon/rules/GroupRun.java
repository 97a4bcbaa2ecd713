package io.gnomon.rules;

import io.gnomon.alert.AlertBook;
import io.gnomon.alert.AlertBook.Change;
import io.gnomon.alert.AlertState;
import io.gnomon.alert.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// A group at work: its rules one after the other, so that each sees what those before it recorded.
/// What changed is written down and told once all were evaluated.
final class GroupRun implements AutoCloseable {
  private static final long ALIVE_EVERY = 15_000;

  private final RuleGroup group;
  private final AlertBook book;
  private final List<RuleRun> runs = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private long lastEvaluation;
  private long lastDuration;
  private volatile long missed;
  private volatile long evaluations;

  GroupRun(RuleGroup group, RuleContext context) {
    this.group = group;
    this.book = context.book();
    var ordinals = new HashMap<String, Integer>();
    for (var rule : group.rules()) {
      var name = group.name() + "/" + rule.name() + rule.labels();
      int ordinal = ordinals.merge(name, 1, Integer::sum);
      runs.add(run(rule, context, "rule " + name + (ordinal > 1 ? "#" + ordinal : "")));
    }
  }

  private RuleRun run(Rule rule, RuleContext context, String target) {
    return switch (rule) {
      case RecordingRule recording -> new RecordingRun(recording, context, group, target);
      case AlertRule alert -> new AlertRun(alert, context, group, target, changes);
    };
  }

  /// Takes over the alerts of before.
  void takeOver(long now) {
    for (var run : runs) {
      if (run instanceof AlertRun alerts) {
        alerts.takeOver(book.takeOver(alerts.key()), now);
      }
    }
  }

  /// Evaluates at a slot. Changes that could not be written down are kept for the next time.
  void evaluate(long time) {
    long start = System.nanoTime();
    for (int i = 0; i < runs.size(); i++) {
      runs.get(i).evaluate(time);
    }
    if (!changes.isEmpty()) {
      book.record(changes);
      changes.clear();
    }
    if (time - book.lastAlive() >= ALIVE_EVERY && anyActive()) {
      book.alive(time);
    }
    lastDuration = System.nanoTime() - start;
    lastEvaluation = time;
    evaluations++;
  }

  private boolean anyActive() {
    for (int i = 0; i < runs.size(); i++) {
      if (!runs.get(i).alerts().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  void miss(long slots) {
    missed += slots;
  }

  /// The alerts as they stand, for the rules that take the place of these.
  List<Entry.Changed> leave(long now) {
    return runs.stream()
        .flatMap(run -> run.alerts().stream())
        .filter(alert -> !(alert.state() instanceof AlertState.Inactive))
        .map(alert -> alert.changed(now))
        .toList();
  }

  RuleGroup group() {
    return group;
  }

  List<RuleRun> runs() {
    return runs;
  }

  long lastEvaluation() {
    return lastEvaluation;
  }

  long lastDuration() {
    return lastDuration;
  }

  long missed() {
    return missed;
  }

  long evaluations() {
    return evaluations;
  }

  @Override
  public void close() {
    runs.forEach(RuleRun::close);
  }
}
