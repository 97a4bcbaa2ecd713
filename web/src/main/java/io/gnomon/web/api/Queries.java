package io.gnomon.web.api;

import io.gnomon.promql.Engine;
import io.gnomon.promql.Limits;
import io.gnomon.promql.Plan;
import io.gnomon.promql.QueryException;
import io.gnomon.promql.Result;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs people's queries, a few at a time; the others wait their turn. Rules do not pass here.
public final class Queries {
  /// What becomes of a result, while it is good.
  @FunctionalInterface
  public interface Use<T extends @Nullable Object, E extends Exception> {
    T of(Result result) throws E;
  }

  private final Engine engine;
  private final Limits limits;
  private final Duration patience;
  private final Semaphore turns;
  private final Timer timer;

  public Queries(
      Engine engine, Limits limits, int atOnce, Duration patience, MeterRegistry meters) {
    this.engine = engine;
    this.limits = limits;
    this.patience = patience;
    this.turns = new Semaphore(atOnce, true);
    this.timer =
        Timer.builder("gnomon.query.duration")
            .description("Answering one query, waiting for its turn included")
            .publishPercentiles(0.5, 0.9, 0.99)
            .register(meters);
  }

  public Limits limits() {
    return limits;
  }

  public <T extends @Nullable Object, E extends Exception> T at(
      long time, String query, Limits limits, Use<T, E> use) throws E {
    return inTurn(() -> engine.plan(query, limits), time, 0, 1, use);
  }

  public <T extends @Nullable Object, E extends Exception> T range(
      long start, long end, long step, String query, Limits limits, Use<T, E> use) throws E {
    int size = Math.toIntExact((end - start) / step + 1);
    return inTurn(() -> engine.plan(query, limits), start, step, size, use);
  }

  private <T extends @Nullable Object, E extends Exception> T inTurn(
      Supplier<Plan> plan, long start, long step, int size, Use<T, E> use) throws E {
    long began = System.nanoTime();
    waitForTurn();
    try {
      return use.of(plan.get().run(start, step, size));
    } finally {
      turns.release();
      timer.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }
  }

  private void waitForTurn() {
    try {
      if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new QueryException(QueryException.Kind.TIMEOUT, "query timed out in query queue");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QueryException(QueryException.Kind.CANCELED, "query was canceled in query queue");
    }
  }
}
