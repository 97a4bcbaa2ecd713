package io.gnomon.web.config;

import io.gnomon.model.Labels;
import java.time.Duration;

/// Defaults for every job and rule group, with Prometheus's keys.
public record Global(
    Duration scrapeInterval,
    Duration scrapeTimeout,
    Duration evaluationInterval,
    Labels externalLabels) {
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
}
