package io.gnomon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Damages the files of a store and opens it: it starts, says what is wrong, and gives no wrong
/// sample; what was not damaged is all there.
class DamageTest {
  private static final StoreOptions OPTIONS = new StoreOptions(4 << 20, Long.MAX_VALUE / 4, false);
  private static final int ROWS = 1500;

  /// Most rows that one damaged frame takes along.
  private static final int FRAME = 256;

  @TempDir static Path pristine;
  @TempDir Path directory;

  @BeforeAll
  static void fill() throws IOException {
    try (var store = Store.open(pristine, OPTIONS)) {
      for (var scrapes : Scrapes.ALL) {
        var appender = store.appender(scrapes.target());
        for (int row = 0; row < ROWS; row++) {
          scrapes.append(appender, row);
        }
        appender.close();
      }
    }
  }

  private void copy() throws IOException {
    for (var file : files(pristine)) {
      var to = directory.resolve(pristine.relativize(file));
      Files.createDirectories(to.getParent());
      Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /// Opens the store and gives how many samples in a row are missing at most.
  private long missing(List<String> problems) throws IOException, InterruptedException {
    long most = 0;
    try (var store = Store.open(directory, OPTIONS)) {
      store.awaitVerified();
      problems.addAll(store.stats().problems());
      for (var scrapes : Scrapes.ALL) {
        var lost = new ArrayList<Long>();
        assertThat(scrapes.faults(store, row -> lost.add(row))).isEmpty();
        most = Math.max(most, lost.stream().distinct().count());
        most = Math.max(most, ROWS - 1 - scrapes.newestRow(store));
      }
    }
    return most;
  }

  @Test
  void nothingIsMissingUndamaged() throws Exception {
    copy();
    var problems = new ArrayList<String>();
    assertThat(missing(problems)).isZero();
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aFlippedBitTakesAtMostAFrame(long seed) throws Exception {
    var random = new Random(seed);
    for (int round = 0; round < 5; round++) {
      copy();
      var file = files(directory).get(random.nextInt(files(directory).size()));
      long at = flip(file, random);
      var problems = new ArrayList<String>();
      long missing = missing(problems);
      assertThat(missing).as("%s, bit %d: %s", file, at, problems).isLessThanOrEqualTo(FRAME);
      if (missing > 0) {
        assertThat(problems).as("%s, bit %d", file, at).isNotEmpty();
      }
    }
  }

  private static long flip(Path file, Random random) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      if (bytes.length() == 0) {
        return -1;
      }
      long bit = random.nextLong(8 * bytes.length());
      bytes.seek(bit / 8);
      int old = bytes.read();
      bytes.seek(bit / 8);
      bytes.write(old ^ 1 << bit % 8);
      return bit;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aCutFileLosesOnlyWhatWasCutOff(long seed) throws Exception {
    var random = new Random(seed);
    copy();
    var file = files(directory).get(random.nextInt(files(directory).size()));
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(seed == 1 ? 0 : random.nextLong(bytes.length() + 1));
    }
    missing(new ArrayList<>());
  }

  @Test
  void anEmptyHotFileIsReplaced() throws Exception {
    copy();
    Files.write(directory.resolve("hot"), new byte[0]);
    assertThat(missing(new ArrayList<>())).isPositive();
  }

  @Test
  void filesOfGarbageAreSetAside() throws Exception {
    copy();
    var garbage = new byte[100_000];
    new Random(5).nextBytes(garbage);
    Files.write(directory.resolve("hot"), garbage);
    Files.write(directory.resolve("ring/segment-0"), garbage);
    var problems = new ArrayList<String>();
    missing(problems);
    assertThat(problems).anySatisfy(problem -> assertThat(problem).contains("broken-hot"));
    assertThat(problems).anySatisfy(problem -> assertThat(problem).contains("broken-segment-0"));
    assertThat(directory.resolve("broken-hot")).exists();
  }
}
