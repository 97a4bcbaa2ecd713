package io.gnomon.web.config;

import io.gnomon.collect.scrape.ScrapeConfig;
import java.util.HashSet;
import java.util.List;

/// What must hold of all jobs together.
final class Jobs {
  private Jobs() {}

  static void check(List<ScrapeConfig> jobs) {
    var names = new HashSet<String>();
    for (var job : jobs) {
      if (!names.add(job.jobName())) {
        throw new IllegalArgumentException(
            "scrape_configs: expected one job named \"" + job.jobName() + "\"");
      }
    }
  }
}
