package io.gnomon.store;

import java.lang.foreign.Arena;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Encoding and decoding one column of 256 samples, a sample.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ColumnBenchmark {
  private static final int ROWS = 256;

  @Param({"constant", "counter", "gauge", "seconds", "noise"})
  public String kind;

  private final ColumnEncoder encoder = new ColumnEncoder(Arena.ofAuto());
  private final ColumnDecoder decoder = new ColumnDecoder();
  private final ByteOutput out = new ByteOutput();
  private final double[] values = new double[ROWS];
  private final double[] decoded = new double[ROWS];

  @Setup
  public void fill() {
    for (int i = 0; i < ROWS; i++) {
      int noise = i * 7919 % 101;
      values[i] =
          switch (kind) {
            case "constant" -> 42;
            case "counter" -> 1000.0 * i + noise;
            case "gauge" -> 50 + noise;
            case "seconds" -> 15 * i + noise / 100.0;
            default -> Math.sin(i);
          };
    }
    out.at(Arena.ofAuto().allocate(ColumnFormat.mostBytes(ROWS)), 0);
    encoder.encode(values, 0, ROWS, out);
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long encode() {
    out.position = 0;
    encoder.encode(values, 0, ROWS, out);
    return out.position;
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long decode() {
    return decoder.decode(out.memory, 0, decoded, 0, ROWS);
  }
}
