package io.gnomon.collect;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Programs that live tests run beside ours, where they are installed.
public final class Live {
  private Live() {}

  /// The program on the PATH; without it the test is skipped, and says so.
  public static Path program(String name) {
    var found =
        Arrays.stream(System.getenv("PATH").split(":"))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty()) {
      System.err.println("SKIPPED: " + name + " is not installed, so nothing was compared with it");
    }
    assumeTrue(found.isPresent(), name + " is not installed");
    return found.get();
  }
}
