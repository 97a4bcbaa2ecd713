package io.gnomon.collect;

import io.gnomon.model.Labels;
import io.gnomon.model.Metric;
import io.gnomon.store.Appender;

/// The series about a target that its runner writes beside those it brings: `up` and the like.
final class Report {
  private static final Metric[] METRICS = {
    gauge("up", "1 when the target answered, 0 when it did not"),
    gauge("scrape_duration_seconds", "How long the scrape took"),
    gauge("scrape_samples_scraped", "Samples the target gave"),
    gauge("scrape_samples_post_metric_relabeling", "Samples left after metric relabelling"),
    gauge("scrape_series_added", "Series that were not in the scrape before"),
  };

  private final Appender appender;
  private final Labels target;
  private final int[] columns = new int[METRICS.length];
  private int layout = -1;

  Report(Appender appender, Labels target) {
    this.appender = appender;
    this.target = target;
  }

  private static Metric gauge(String name, String help) {
    return new Metric(name, Metric.Type.GAUGE, help, "");
  }

  void put(boolean up, double seconds, Batch batch) {
    bind();
    appender.put(columns[0], up ? 1 : 0);
    appender.put(columns[1], seconds);
    appender.put(columns[2], batch.scraped());
    appender.put(columns[3], batch.kept());
    appender.put(columns[4], batch.added());
  }

  private void bind() {
    if (layout != appender.layout()) {
      for (int i = 0; i < columns.length; i++) {
        appender.describe(METRICS[i]);
        columns[i] = appender.column(target.with(Labels.NAME, METRICS[i].name()));
      }
      layout = appender.layout();
    }
  }
}
