package io.gnomon.collect;

import com.sun.management.ThreadMXBean;
import io.gnomon.collect.node.NodeCollectorType;
import io.gnomon.collect.node.NodeConfig;
import io.gnomon.collect.postgres.PostgresBenchmarkServer;
import io.gnomon.collect.redis.RedisCollectorType;
import io.gnomon.collect.redis.RedisConfig;
import io.gnomon.collect.redis.TestRedis;
import io.gnomon.model.Labels;
import io.gnomon.model.Metric;
import io.gnomon.model.SampleSink;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What one collection costs us, and one scrape the exporter we stand for, on the same server in
/// the same run. JMH tells the time that passes; the processor's time is printed at the end.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class CollectorBenchmark {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Param({"node", "redis", "postgres"})
  public String what;

  private final CountingSink sink = new CountingSink();
  private AutoCloseable server = () -> {};
  private Collector collector = ignored -> {};
  private Programs.Exporter exporter;
  private long ours;
  private long theirs;
  private long ourNanos;
  private Duration theirsBefore;

  @Setup
  public void start() throws Exception {
    switch (what) {
      case "node" -> {
        collector = new NodeCollectorType().create(NodeConfig.defaults());
        exporter = exporter("prometheus-node-exporter", Map.of(), "--web.listen-address=");
      }
      case "redis" -> startRedis(TestRedis.run());
      default -> startPostgres(PostgresBenchmarkServer.start());
    }
    theirsBefore = cpu();
  }

  private void startRedis(TestRedis redis) throws Exception {
    server = redis;
    collector = new RedisCollectorType().create(RedisConfig.of(redis.url()));
    var address = Map.of("REDIS_ADDR", redis.url());
    exporter = exporter("prometheus-redis-exporter", address, "-web.listen-address=");
  }

  private void startPostgres(PostgresBenchmarkServer postgres) throws Exception {
    server = postgres;
    collector = postgres.collector();
    var name = Map.of("DATA_SOURCE_NAME", postgres.dsn() + "?sslmode=disable");
    exporter = exporter("prometheus-postgres-exporter", name, "--web.listen-address=");
  }

  private static Programs.Exporter exporter(
      String program, Map<String, String> environment, String address) throws Exception {
    return Programs.exporter(
        program, environment, port -> new String[] {address + "127.0.0.1:" + port});
  }

  private Duration cpu() {
    return exporter.program().process().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Benchmark
  public int collection() throws Exception {
    long before = THREADS.getCurrentThreadCpuTime();
    sink.samples = 0;
    collector.collect(sink);
    ourNanos += THREADS.getCurrentThreadCpuTime() - before;
    ours++;
    return sink.samples;
  }

  @Benchmark
  public int exporterScrape() throws Exception {
    theirs++;
    return exporter.scrape().size();
  }

  @TearDown
  public void stop() throws Exception {
    if (ours > 0) {
      System.out.printf(
          "%n%s: %d samples, %d us of processor time a collection%n",
          what, sink.samples, ourNanos / 1000 / ours);
    }
    if (theirs > 0) {
      long micros = cpu().minus(theirsBefore).toNanos() / 1000 / theirs;
      System.out.printf("%n%s exporter: %d us of processor time a scrape%n", what, micros);
    }
    collector.close();
    exporter.close();
    server.close();
  }

  /// Knows columns as the store does and forgets the values.
  private static final class CountingSink implements SampleSink {
    private int columns;
    private int samples;

    @Override
    public int column(Labels series) {
      return columns++;
    }

    @Override
    public int layout() {
      return 0;
    }

    @Override
    public void put(int column, double value) {
      samples++;
    }

    @Override
    public void put(int column, long time, double value) {
      samples++;
    }

    @Override
    public void describe(Metric metric) {}
  }
}
