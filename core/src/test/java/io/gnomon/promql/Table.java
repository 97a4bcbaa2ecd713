package io.gnomon.promql;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// Test cases as text: one a line, the columns parted by `=>`.
final class Table {
  private Table() {}

  static Stream<Arguments> of(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .map(line -> Arguments.of((Object[]) line.strip().split(" +=> +")));
  }
}
