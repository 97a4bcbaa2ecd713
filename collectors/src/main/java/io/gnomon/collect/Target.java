package io.gnomon.collect;

import io.gnomon.model.Labels;

/// One thing to read: where it is, what its series are labelled with, how often it is read and what
/// may come in from it.
///
/// @param job the pool it belongs to, which relabelling may have made another than the label `job`
/// @param labels `job`, `instance` and what the configuration adds; no two targets have the same
/// @param discovered the labels before relabelling, `__address__` and the like
/// @param url what is read, in words fit for a page: no password in it
public record Target(
    String job,
    Labels labels,
    Labels discovered,
    String url,
    Timing timing,
    Intake intake,
    Source source) {

  /// A collector's target, all of whose series come in as they are.
  public static <C extends Record> Target of(CollectorType<C> type, C config, Timing timing) {
    var labels = Labels.of("job", type.name(), "instance", type.instance(config));
    return new Target(
        type.name(),
        labels,
        labels,
        type.name() + "://" + type.instance(config),
        timing,
        Intake.OWN,
        new Source.Configured<>(type, config));
  }

  /// The name under which the store keeps its rows.
  public String name() {
    return labels.toString();
  }
}
