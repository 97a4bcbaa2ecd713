package io.gnomon.collect.exposition;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.Warmup;

/// What a sample costs to parse, on pages of real exporters 15 s apart: `samples` is samples per
/// second. `first` is a parser that has never seen the page.
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ExpositionBenchmark {
  @Param({"node", "postgres", "redis", "prometheus", "api"})
  public String exporter = "node";

  private final Counter sink = new Counter();
  private final ExpositionParser parser = new ExpositionParser();
  private List<byte[]> pages = List.of();
  private int next;

  /// Samples parsed, for JMH to divide by the time.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Samples {
    public long samples;
  }

  @Setup
  public void read() {
    pages = Recordings.pages(exporter);
  }

  @Benchmark
  public void next(Samples counted) {
    parse(parser, pages.get(next++ & 3), counted);
  }

  @Benchmark
  public void same(Samples counted) {
    parse(parser, pages.get(0), counted);
  }

  @Benchmark
  public void first(Samples counted) {
    parse(new ExpositionParser(), pages.get(0), counted);
  }

  private void parse(ExpositionParser with, byte[] page, Samples counted) {
    long before = sink.samples;
    with.text().clear();
    with.text().add(page, 0, page.length);
    with.parse(Format.TEXT, sink);
    counted.samples += sink.samples - before;
  }
}
