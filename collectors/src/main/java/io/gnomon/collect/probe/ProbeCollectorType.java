package io.gnomon.collect.probe;

import io.gnomon.collect.Collector;
import io.gnomon.collect.CollectorType;

/// Probes, found under `probe` in the configuration.
public final class ProbeCollectorType implements CollectorType<ProbeConfig> {
  @Override
  public String name() {
    return "probe";
  }

  @Override
  public Class<ProbeConfig> config() {
    return ProbeConfig.class;
  }

  @Override
  public String instance(ProbeConfig config) {
    return config.target();
  }

  @Override
  public Collector create(ProbeConfig config) {
    return new ProbeCollector(config);
  }
}
