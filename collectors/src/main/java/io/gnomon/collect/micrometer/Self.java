package io.gnomon.collect.micrometer;

import io.gnomon.collect.Collector;
import io.gnomon.collect.Intake;
import io.gnomon.collect.Source;
import io.gnomon.collect.Target;
import io.gnomon.collect.Timing;
import io.gnomon.model.Labels;

/// This program as a target.
public record Self(SelfRegistry registry) implements Source {
  private static final String JOB = "gnomon";

  /// @param instance the address the program listens on, as host:port
  public Target target(String instance, Timing timing) {
    var labels = Labels.of("job", JOB, "instance", instance);
    return new Target(JOB, labels, labels, JOB + "://" + instance, timing, Intake.OWN, this);
  }

  @Override
  public Collector create() {
    return new SelfCollector(registry);
  }
}
