package io.gnomon.promql.corpus;

import io.gnomon.promql.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The test files and the options that the reference runs them with.
public final class Corpus {
  public static final Options OPTIONS = new Options(300_000, 60_000, true, true, true, true, true);

  private static final Path FOLDER = Path.of("src/test/resources/promql/corpus");

  /// Cases of our own, of what stands behind `--enable-feature`.
  public static final Path EXPERIMENTAL = Path.of("src/test/resources/promql/experimental.test");

  private Corpus() {}

  public static List<Path> files() throws IOException {
    var folder = System.getProperty("promql.corpus");
    try (var files = Files.list(folder == null ? FOLDER : Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".test")).sorted().toList();
    }
  }

  public static List<Eval> evals(Path file) {
    try {
      return Script.parse(file.getFileName().toString(), Files.readString(file), OPTIONS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
