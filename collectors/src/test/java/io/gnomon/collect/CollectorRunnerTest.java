package io.gnomon.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.collect.TargetState.Health;
import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import io.gnomon.model.SampleSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorRunnerTest {
  private static final Timing FAST = new Timing(Duration.ofMillis(100), Duration.ofMillis(50));

  /// A source that is the same as another only when it is the very same.
  private record Given(Collector collector, AtomicInteger made) implements Source {
    Given(Collector collector) {
      this(collector, new AtomicInteger());
    }

    @Override
    public Collector create() {
      made.incrementAndGet();
      return collector;
    }
  }

  /// Asks for its column once, as collectors do.
  private static final class Load implements Collector {
    private @Nullable SampleSink bound;
    private int column;

    @Override
    public void collect(SampleSink sink) {
      if (bound != sink) {
        bound = sink;
        column = sink.column(series("load"));
      }
      sink.put(column, 5);
    }
  }

  @TempDir Path directory;
  private RunningStore running;

  @BeforeEach
  void open() throws IOException {
    running = RunningStore.open(directory);
  }

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void keepsWhatACollectorBringsUnderTheTargetsLabels() throws InterruptedException {
    run(target("a", new Load()));

    until("load", "{instance=\"a\", job=\"test\"}", "5.0");
    until("up", "{instance=\"a\", job=\"test\"}", "1.0");
    until("scrape_samples_scraped", "{instance=\"a\", job=\"test\"}", "1.0");
    until("scrape_samples_post_metric_relabeling", "{instance=\"a\", job=\"test\"}", "1.0");
    until("scrape_series_added", "{instance=\"a\", job=\"test\"}", "0.0");
    assertThat(StoredSeries.values(running.store(), "scrape_series_added"))
        .startsWith("1.0", "0.0");
    assertThat(state("a")).matches(state -> state.health() == Health.UP && state.samples() == 1);
  }

  @Test
  void endsTheSeriesOfATargetThatFailsAndSaysWhy() throws InterruptedException {
    var fails = new AtomicBoolean();
    run(
        target(
            "a",
            sink -> {
              sink.put(sink.column(series("load")), 5);
              if (fails.get()) {
                throw new IOException("no such disk");
              }
            }));
    until("load", "{instance=\"a\", job=\"test\"}", "5.0");

    fails.set(true);

    until("load", "{instance=\"a\", job=\"test\"}", "stale");
    until("up", "{instance=\"a\", job=\"test\"}", "0.0");
    Await.until("it is said", () -> state("a").error().equals("no such disk"));
    fails.set(false);
    until("load", "{instance=\"a\", job=\"test\"}", "5.0");
    Await.until("the error is gone", () -> state("a").error().isEmpty());
  }

  @Test
  void endsOneSeriesThatNoLongerComes() throws InterruptedException {
    var both = new AtomicBoolean(true);
    run(
        target(
            "a",
            sink -> {
              sink.put(sink.column(series("load")), 5);
              if (both.get()) {
                sink.put(sink.column(series("heat")), 6);
              }
            }));
    until("heat", "{instance=\"a\", job=\"test\"}", "6.0");

    both.set(false);

    until("heat", "{instance=\"a\", job=\"test\"}", "stale");
    until("load", "{instance=\"a\", job=\"test\"}", "5.0");
  }

  @Test
  void letsATargetThatHangsDelayNobody() throws InterruptedException {
    var interrupted = new CountDownLatch(1);
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    var release = new CountDownLatch(1);
    Collector deaf =
        sink -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          int column = sink.column(series("late"));
          boolean hangs = true;
          while (hangs) {
            try {
              release.await();
              hangs = false;
            } catch (InterruptedException e) {
              interrupted.countDown();
            }
          }
          sink.put(column, 1);
          now.decrementAndGet();
        };
    run(target("deaf", deaf), target("good", sink -> sink.put(sink.column(series("load")), 5)));

    until("up", "{instance=\"deaf\", job=\"test\"}", "0.0");
    until("up", "{instance=\"good\", job=\"test\"}", "1.0");
    interrupted.await();
    Await.until(
        "it is said",
        () -> state("deaf").error().equals("the collection before this one still hangs"));
    assertThat(StoredSeries.newest(running.store(), Matcher.equal("__name__", "late"))).isEmpty();
    Await.until("the good one is up", () -> state("good").health() == Health.UP);

    release.countDown();
    until("late", "{instance=\"deaf\", job=\"test\"}", "1.0");
    assertThat(most).hasValue(1);
  }

  @Test
  void keepsATargetRunningThatAReloadDoesNotChange() throws InterruptedException {
    var kept = new Given(sink -> sink.put(sink.column(series("load")), 5));
    var gone = new Given(sink -> sink.put(sink.column(series("load")), 6));
    run(target("kept", kept), target("gone", gone));
    until("load", "{instance=\"gone\", job=\"test\"}", "6.0");
    until("load", "{instance=\"kept\", job=\"test\"}", "5.0");

    run(target("kept", kept));

    until("load", "{instance=\"gone\", job=\"test\"}", "stale");
    until("up", "{instance=\"gone\", job=\"test\"}", "stale");
    until("load", "{instance=\"kept\", job=\"test\"}", "5.0");
    assertThat(kept.made()).hasValue(1);
    assertThat(running.runner().states()).hasSize(1);
  }

  @Test
  void startsATargetAnewThatAReloadChanges() throws InterruptedException {
    run(target("a", sink -> sink.put(sink.column(series("load")), 5)));
    until("load", "{instance=\"a\", job=\"test\"}", "5.0");

    run(target("a", sink -> sink.put(sink.column(series("load")), 7)));

    until("load", "{instance=\"a\", job=\"test\"}", "7.0");
    assertThat(StoredSeries.values(running.store(), "load")).doesNotContain("stale");
  }

  @Test
  void refusesMoreSamplesThanTheLimit() throws InterruptedException {
    var limits = new Intake.Limits(2, 10, 10, 10);
    var intake = new Intake(true, true, io.gnomon.collect.relabel.Relabeling.NONE, limits);
    Collector three =
        sink -> {
          for (int i = 0; i < 3; i++) {
            sink.put(sink.column(series("load" + i)), i);
          }
        };
    run(target("a", new Given(three), intake));

    until("up", "{instance=\"a\", job=\"test\"}", "0.0");
    Await.until(
        "it is said",
        () -> state("a").error().equals("expected no more than sample_limit 2 samples"));
    assertThat(StoredSeries.newest(running.store(), Matcher.equal("__name__", "load0"))).isEmpty();
  }

  @Test
  void aTargetThatSaysItIsDownKeepsTheSamplesThatSaySo() throws InterruptedException {
    run(
        target(
            "a",
            sink -> {
              sink.put(sink.column(series("pg_up")), 0);
              throw new DownException("the server is away");
            }));

    until("pg_up", "{instance=\"a\", job=\"test\"}", "0.0");
    until("up", "{instance=\"a\", job=\"test\"}", "0.0");
    Await.until("it is said", () -> state("a").error().equals("the server is away"));
    assertThat(state("a").health()).isEqualTo(Health.DOWN);
  }

  @Test
  void whatACollectorCouldNotSeeStandsBesideItsState() throws InterruptedException {
    var blind =
        new Collector() {
          @Override
          public void collect(SampleSink sink) {
            sink.put(sink.column(series("load")), 5);
          }

          @Override
          public List<String> warnings() {
            return List.of("grant it the right to see more");
          }
        };
    run(target("a", blind));

    until("up", "{instance=\"a\", job=\"test\"}", "1.0");
    Await.until(
        "it is said",
        () -> state("a").warnings().equals(List.of("grant it the right to see more")));
  }

  private void run(Target... targets) throws InterruptedException {
    running.runner().replace(List.of(targets));
  }

  private static Target target(String instance, Collector collector) {
    return target(instance, new Given(collector));
  }

  private static Target target(String instance, Source source) {
    return target(instance, source, Intake.OWN);
  }

  private static Target target(String instance, Source source, Intake intake) {
    var labels = Labels.of("job", "test", "instance", instance);
    return new Target("test", labels, labels, "test://" + instance, FAST, intake, source);
  }

  private static Labels series(String name) {
    return Labels.of("__name__", name);
  }

  private TargetState state(String instance) {
    return running.state(instance);
  }

  private void until(String metric, String labels, String value) throws InterruptedException {
    running.await(metric, labels, value);
  }
}
