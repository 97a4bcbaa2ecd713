package io.gnomon.promql.agreement;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.store.Store;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;

/// Scrapes of the fleet, the same for both sides: a marker ends each series that a page no longer
/// has. Scrapes fall between whole seconds, so that it does not matter to a query at whole seconds
/// whether ranges are closed on the left, as they were before Prometheus 3.
final class AgreementData {
  static final long START = 1_700_000_000_000L;
  static final long STEP = 15_000;
  static final int SCRAPES = 480;
  static final long END = START + STEP * SCRAPES;

  private AgreementData() {}

  /// Samples of one scrape round, by series.
  record Round(int instance, long time, Map<Labels, Double> samples) {}

  interface Receiver {
    void accept(Round round);
  }

  static void feed(Receiver receiver) {
    var before = new HashMap<Integer, Map<Labels, Double>>();
    for (int scrape = 0; scrape < SCRAPES; scrape++) {
      for (int instance = 0; instance < DemoFleet.INSTANCES; instance++) {
        long time = START + scrape * STEP + 137 + 1237L * instance;
        var page = DemoFleet.page(instance, time / 1000.0);
        receiver.accept(new Round(instance, time, ended(before.put(instance, page), page)));
      }
    }
  }

  private static Map<Labels, Double> ended(Map<Labels, Double> before, Map<Labels, Double> page) {
    var all = new TreeMap<>(page);
    var gone = new HashSet<>(before == null ? Map.<Labels, Double>of().keySet() : before.keySet());
    gone.removeAll(page.keySet());
    gone.forEach(labels -> all.put(labels, Absent.STALE));
    return all;
  }

  static void fill(Store store) {
    var appenders = new HashMap<Integer, io.gnomon.store.Appender>();
    feed(round -> {
      var appender =
          appenders.computeIfAbsent(round.instance(), i -> store.appender("instance " + i));
      appender.begin(round.time());
      round.samples().forEach((labels, value) -> appender.put(appender.column(labels), value));
      appender.commit();
    });
    appenders.values().forEach(io.gnomon.store.Appender::close);
  }
}
