package io.gnomon.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.gnomon.collect.exposition.ExpositionParser;
import io.gnomon.collect.exposition.Format;
import io.gnomon.collect.exposition.Recordings;
import io.gnomon.model.Labels;
import io.gnomon.store.Appender;
import io.gnomon.store.Store;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scrape after scrape of known series: parsed, labelled, appended, committed.
class SteadyScrapeTest {
  private static final int WARM = 100;
  private static final int COUNTED = 50;
  private static final Labels LABELS = Labels.of("job", "node", "instance", "h:9100");

  @TempDir Path directory;
  private final ExpositionParser parser = new ExpositionParser();
  private final List<byte[]> pages = Recordings.pages("node");
  private Store store;
  private Appender appender;
  private Batch batch;
  private Report report;

  @BeforeEach
  void open() throws IOException {
    store = StoredSeries.open(directory);
    appender = store.appender("node");
    var timing = new Timing(Duration.ofSeconds(15), Duration.ofSeconds(10));
    var target =
        new Target(
            "node", LABELS, LABELS, "http://h:9100/metrics", timing, Intake.OWN, () -> _ -> {});
    batch = new Batch(target);
    report = new Report(appender, LABELS);
  }

  @AfterEach
  void close() {
    appender.close();
    store.close();
  }

  @Test
  void allocatesNothing() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().threadId();
    for (int i = 0; i < WARM; i++) {
      scrape(i);
    }

    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = WARM; i < WARM + COUNTED; i++) {
      scrape(i);
    }
    long after = threads.getThreadAllocatedBytes(thread);

    assertThat(after - before).isZero();
    assertThat(StoredSeries.values(store, "node_load1")).hasSize(WARM + COUNTED);
  }

  private void scrape(int round) {
    var page = pages.get(round % pages.size());
    appender.begin(1_700_000_000_000L + round * 15_000L);
    batch.begin(appender);
    parser.text().clear();
    parser.text().add(page, 0, page.length);
    parser.parse(Format.TEXT, batch);
    batch.deliver(appender);
    report.put(true, 0.01, batch);
    appender.commit();
  }
}
