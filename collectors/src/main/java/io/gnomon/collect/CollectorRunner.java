package io.gnomon.collect;

import io.gnomon.store.Appender;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads every target at its interval. The only place that times collectors, catches what they
/// throw, and writes `up`.
public final class CollectorRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CollectorRunner.class);

  private final Function<String, Appender> appenders;
  private final InstantSource clock;
  private final RunnerMetrics metrics;
  private final Map<String, TargetLoop> loops = new LinkedHashMap<>();

  /// @param appenders gives the rows of a target by its name: `store::appender`
  public CollectorRunner(
      Function<String, Appender> appenders, InstantSource clock, MeterRegistry registry) {
    this.appenders = appenders;
    this.clock = clock;
    this.metrics = RunnerMetrics.in(registry);
  }

  /// Makes these the targets: those that were there already go on undisturbed, those that are gone
  /// have their series ended.
  public synchronized void replace(Collection<Target> targets) throws InterruptedException {
    var wanted = byName(targets);
    var stopped = loops.values().stream().filter(loop -> !isWanted(loop, wanted)).toList();
    stopped.forEach(loop -> loop.stop(!wanted.containsKey(loop.target().name())));
    for (var loop : stopped) {
      loop.join();
      loops.remove(loop.target().name());
    }
    wanted.forEach((name, target) -> loops.computeIfAbsent(name, _ -> start(target)));
  }

  private static Map<String, Target> byName(Collection<Target> targets) {
    var byName = new LinkedHashMap<String, Target>();
    for (var target : targets) {
      var first = byName.putIfAbsent(target.name(), target);
      if (first != null && !first.equals(target)) {
        LOG.warn("{}: two targets with these labels; {} is left out", target.name(), target.url());
      }
    }
    return byName;
  }

  private static boolean isWanted(TargetLoop loop, Map<String, Target> wanted) {
    return loop.target().equals(wanted.get(loop.target().name()));
  }

  private TargetLoop start(Target target) {
    var loop = new TargetLoop(target, appenders.apply(target.name()), clock, metrics);
    loop.start();
    return loop;
  }

  public synchronized List<TargetState> states() {
    return loops.values().stream().map(TargetLoop::state).toList();
  }

  /// Ends all turns; the series stay as they are, for the next start goes on with them.
  @Override
  public synchronized void close() {
    loops.values().forEach(loop -> loop.stop(false));
    try {
      for (var loop : loops.values()) {
        loop.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    loops.clear();
  }
}
