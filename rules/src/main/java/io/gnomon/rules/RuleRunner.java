package io.gnomon.rules;

import io.gnomon.alert.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives every group its slots. A group that is still at work when its next slot comes misses it,
/// which is counted; the time that rules see is the slot's, not the clock's.
public final class RuleRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RuleRunner.class);
  private static final int THREADS = 2;

  private final RuleContext context;
  private final List<GroupRun> groups;
  private final ScheduledThreadPoolExecutor threads =
      new ScheduledThreadPoolExecutor(
          THREADS, Thread.ofPlatform().daemon().name("rules-", 0).factory());

  public RuleRunner(List<RuleGroup> groups, RuleContext context) {
    this.context = context;
    this.groups = groups.stream().map(group -> new GroupRun(group, context)).toList();
  }

  /// Goes on where the rules of before stopped. Alerts of rules that are gone are resolved.
  public void start() {
    long now = context.clock().millis();
    groups.forEach(group -> group.takeOver(now));
    context.book().resolveOrphans(now);
    groups.forEach(group -> schedule(group, group.group().slot(now)));
  }

  private void schedule(GroupRun group, long slot) {
    long wait = Math.max(0, slot - context.clock().millis());
    if (!threads.isShutdown()) {
      threads.schedule(() -> turn(group, slot), wait, TimeUnit.MILLISECONDS);
    }
  }

  private void turn(GroupRun group, long slot) {
    try {
      group.evaluate(slot);
    } catch (RuntimeException e) {
      LOG.error("rule group {} cannot write down what changed", group.group().name(), e);
    }
    schedule(group, next(group, slot));
  }

  /// The next slot; those that are over already are missed. A clock that was set back begins anew
  /// from its time.
  private long next(GroupRun group, long slot) {
    long every = group.group().interval().toMillis();
    long now = context.clock().millis();
    if (now < slot - every) {
      return group.group().slot(now);
    }
    long missed = Math.max(0, (now - slot) / every - 1);
    if (missed > 0) {
      group.miss(missed);
    }
    return slot + (missed + 1) * every;
  }

  /// Stops, and gives a runner for other rules that goes on with the alerts of these. The series of
  /// rules that are gone end.
  public RuleRunner with(List<RuleGroup> others) {
    close();
    long now = context.clock().millis();
    var left = new ArrayList<Entry.Changed>();
    groups.forEach(group -> left.addAll(group.leave(now)));
    context.book().handOver(left);
    var next = new RuleRunner(others, context.settled());
    endSeries(next, now);
    return next;
  }

  private void endSeries(RuleRunner next, long now) {
    var kept = new HashSet<String>();
    next.groups.forEach(group -> group.runs().forEach(run -> kept.add(run.target())));
    for (var group : groups) {
      for (var run : group.runs()) {
        if (!kept.contains(run.target())) {
          try (var appender = context.appenders().apply(run.target())) {
            appender.end(now);
          }
        }
      }
    }
  }

  /// The groups as the API shows them.
  public List<GroupView> view() {
    return groups.stream().map(GroupView::of).toList();
  }

  @Override
  public void close() {
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    groups.forEach(GroupRun::close);
  }
}
