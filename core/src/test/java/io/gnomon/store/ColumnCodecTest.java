package io.gnomon.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.model.Absent;
import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnCodecTest {
  private static final Arena ARENA = Arena.ofAuto();
  private final ColumnEncoder encoder = new ColumnEncoder(ARENA);
  private final ColumnDecoder decoder = new ColumnDecoder();

  static Stream<Arguments> columns() {
    return Stream.of(
        column("a constant", i -> 42),
        column("a constant fraction", i -> 0.1),
        column("zero", i -> 0),
        column("negative zero", i -> -0.0),
        column("zeros of both signs", i -> i % 3 == 0 ? -0.0 : 0.0),
        column("a counter", i -> 1000 + 15 * i),
        column("a counter that resets", i -> i % 37 * 11),
        column("a counter of pages", i -> 4096.0 * (i * i % 91)),
        column("a rare counter", i -> i / 100),
        column("a gauge", i -> 20 + Math.abs(i * 7919 % 41)),
        column("seconds with decimals", i -> i * 0.25 + i % 7 / 100.0),
        column("a noisy sum", noisySum()),
        column("thirds", i -> i / 3.0),
        column("irrationals", i -> Math.sin(i) * 1e9),
        column("huge and tiny", i -> i % 2 == 0 ? Double.MAX_VALUE : Double.MIN_VALUE),
        column("denormals", i -> i * Double.MIN_VALUE),
        column("beyond 2^53", i -> 0x1p60 + i * 1e6),
        column("infinities", i -> i % 5 == 0 ? Double.POSITIVE_INFINITY : i),
        column("both infinities", i -> i % 2 == 0 ? 1.0 / 0 : -1.0 / 0),
        column("a NaN here and there", i -> i % 50 == 9 ? Double.NaN : i),
        column("NaNs with payloads", i -> Double.longBitsToDouble(0x7ff8000000000000L + i)),
        column("negative NaNs", i -> Double.longBitsToDouble(0xfff8000000000001L + i)),
        column("stale throughout", i -> Absent.STALE),
        column("gaps throughout", i -> Absent.GAP),
        column("gaps then stale", i -> i < 5 ? Absent.GAP : Absent.STALE),
        column("born late", i -> i < 60 ? Absent.STALE : i),
        column("ends early", i -> i < 60 ? i * 0.1 : Absent.STALE),
        column("flapping", i -> i % 3 == 0 ? Absent.STALE : i / 7.0),
        column("mostly gaps", i -> i % 10 == 3 ? i : Absent.GAP),
        column("one outlier", i -> i == 77 ? 1e15 : i % 4),
        column("random bits", i -> Double.longBitsToDouble(new Random(i).nextLong())));
  }

  private static Arguments column(String name, IntToDoubleFunction value) {
    return Arguments.of(name, value);
  }

  private static IntToDoubleFunction noisySum() {
    var sums = new double[ColumnFormat.MAX_ROWS];
    var random = new Random(1);
    for (int i = 1; i < sums.length; i++) {
      sums[i] = sums[i - 1] + random.nextInt(1000) / 1000.0;
    }
    return i -> sums[i];
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("columns")
  void comesBackBitForBit(String name, IntToDoubleFunction value) {
    for (int rows : new int[] {1, 2, 3, 8, 100, 127, 128, 129, 256, 300, 1024}) {
      assertRoundTrip(IntStream.range(0, rows).mapToDouble(value).toArray());
    }
  }

  @Test
  void randomMixturesComeBackBitForBit() {
    var random = new Random(7);
    for (int round = 0; round < 3000; round++) {
      assertRoundTrip(randomColumn(random));
    }
  }

  private static double[] randomColumn(Random random) {
    var values = new double[1 + random.nextInt(300)];
    double scale = Math.pow(10, random.nextInt(12) - 6);
    int kind = random.nextInt(6);
    double last = 0;
    for (int i = 0; i < values.length; i++) {
      last +=
          switch (kind) {
            case 0 -> random.nextInt(100);
            case 1 -> random.nextInt(1000) / 1000.0;
            case 2 -> random.nextGaussian() * scale;
            case 3 -> random.nextInt(50) == 0 ? 1e12 * random.nextDouble() : 0;
            case 4 -> 4096 * random.nextInt(5) - 8192;
            default -> Math.round(random.nextDouble() * 1e4) * scale;
          };
      values[i] = random.nextInt(40) == 0 ? odd(random) : last;
    }
    return values;
  }

  private static double odd(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Absent.STALE;
      case 1 -> Absent.GAP;
      case 2 -> Double.NaN;
      case 3 -> -0.0;
      case 4 -> Double.NEGATIVE_INFINITY;
      default -> Double.longBitsToDouble(random.nextLong());
    };
  }

  private void assertRoundTrip(double[] values) {
    var memory = ARENA.allocate(ColumnFormat.mostBytes(values.length) + 100);
    var out = new ByteOutput().at(memory, 5);
    encoder.encode(values, 0, values.length, out);
    assertThat(out.position - 5).isLessThanOrEqualTo(ColumnFormat.mostBytes(values.length));
    var decoded = new double[values.length + 3];
    long end = decoder.decode(memory, 5, decoded, 3, values.length);
    assertThat(end).isEqualTo(out.position);
    assertThat(bits(decoded, 3)).isEqualTo(bits(values, 0));
  }

  private static long[] bits(double[] values, int from) {
    return Arrays.stream(values).skip(from).mapToLong(Double::doubleToRawLongBits).toArray();
  }
}
