package io.gnomon.rules.template;

import io.gnomon.model.Labels;
import java.util.List;
import java.util.function.Function;

/// What a template may know: the alert, the program's address and outside labels, the time in
/// milliseconds, and the answers to queries at that time.
public record Context(
    Labels labels,
    double value,
    long time,
    Labels externalLabels,
    String externalUrl,
    Function<String, List<Sample>> query) {

  /// One series of an answer.
  public record Sample(Labels labels, double value) {}
}
