package io.gnomon.web.api;

import io.gnomon.collect.exposition.ExpositionWriter;
import io.gnomon.collect.exposition.Format;
import io.gnomon.model.Absent;
import io.gnomon.model.Matcher;
import io.gnomon.model.Metric;
import io.gnomon.store.Store;
import io.gnomon.store.Window;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// The newest sample of every series that is asked for, as text for another Prometheus.
public final class FederateApi {
  private static final long LOOKBACK = 300_000;

  private final Store store;
  private final SeriesApi series;
  private final InstantSource clock;

  public FederateApi(Store store, SeriesApi series, InstantSource clock) {
    this.store = store;
    this.series = series;
    this.clock = clock;
  }

  public void federate(Context ctx) throws ApiException {
    var format = Format.accepted(Objects.requireNonNullElse(ctx.header("Accept"), ""));
    var writer = new ExpositionWriter(format);
    var selectors = series.selectors(new Params(ctx));
    write(writer, ids(selectors));
    ctx.contentType(format.contentType()).result(writer.end());
  }

  /// The series of all selectors, those of one metric together.
  private List<Integer> ids(List<List<Matcher>> selectors) {
    return selectors.stream()
        .flatMap(selector -> IntStream.of(store.select(selector)).boxed())
        .distinct()
        .sorted(Comparator.comparing(store::labels))
        .sorted(Comparator.comparing(id -> store.labels(id).metric()))
        .toList();
  }

  private void write(ExpositionWriter writer, List<Integer> ids) {
    long now = clock.millis();
    var window = new Window();
    var family = "";
    for (int id : ids) {
      window.clear();
      boolean found = store.newest(id, now - LOOKBACK, now, window) > 0;
      if (found && !Absent.is(window.values[0])) {
        var labels = store.labels(id);
        if (!labels.metric().equals(family)) {
          family = labels.metric();
          writer.family(new Metric(family, Metric.Type.UNKNOWN, "", ""));
        }
        writer.sample(labels, window.values[0], window.times[0]);
      }
    }
  }
}
