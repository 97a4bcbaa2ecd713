package io.gnomon.web.config;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gnomon.collect.Timing;
import io.gnomon.model.Labels;
import io.gnomon.notify.GlobalConfig;
import java.time.Duration;

/// Defaults for every job, rule group and receiver: Prometheus's keys, and Alertmanager's among
/// them.
public record Global(
    Duration scrapeInterval,
    Duration scrapeTimeout,
    Duration evaluationInterval,
    Labels externalLabels,
    @JsonUnwrapped GlobalConfig notifying) {
  public Global {
    scrapeInterval = scrapeInterval == null ? Duration.ofSeconds(15) : scrapeInterval;
    evaluationInterval = evaluationInterval == null ? Duration.ofSeconds(15) : evaluationInterval;
    scrapeTimeout = scrapeTimeout == null ? shorter(scrapeInterval) : scrapeTimeout;
    externalLabels = externalLabels == null ? Labels.EMPTY : externalLabels;
    if (scrapeInterval.isZero()) {
      throw new IllegalArgumentException("scrape_interval: must be above 0");
    }
    if (evaluationInterval.isZero()) {
      throw new IllegalArgumentException("evaluation_interval: must be above 0");
    }
    if (scrapeTimeout.compareTo(scrapeInterval) > 0) {
      throw new IllegalArgumentException("scrape_timeout: must not exceed scrape_interval");
    }
  }

  private static Duration shorter(Duration interval) {
    var ten = Duration.ofSeconds(10);
    return interval.compareTo(ten) < 0 ? interval : ten;
  }

  public Timing timing() {
    return new Timing(scrapeInterval, scrapeTimeout);
  }
}
