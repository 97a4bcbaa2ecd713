package io.gnomon.collect.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.gnomon.model.SampleSink;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedPagesTest {
  private final ExpositionParser parser = new ExpositionParser();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node-exporter-1.5",
        "postgres-exporter-0.11.1",
        "redis-exporter-1.45",
        "celery-exporter-0.8.0"
      })
  void readsEverySampleLineOfARealPage(String exporter) throws IOException {
    var page = resource("/exposition/" + exporter + "-metrics.txt");
    var recorder = new Recorder();
    parse(parser, page, recorder);

    assertThat(recorder.samples).hasSize(sampleLines(page));
  }

  @ParameterizedTest
  @ValueSource(strings = {"node", "postgres", "redis", "prometheus", "api"})
  void readsAPageTheSameBesideTheOneBeforeAndAlone(String exporter) {
    for (var page : Recordings.pages(exporter)) {
      var beside = new Recorder();
      var alone = new Recorder();
      parse(parser, page, beside);
      parse(new ExpositionParser(), page, alone);

      assertThat(beside.samples).isEqualTo(alone.samples).hasSize(sampleLines(page));
    }
  }

  @Test
  void allocatesNothingForSeriesItKnows() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var pages = List.of("node", "postgres", "redis").stream().map(Recordings::pages).toList();
    var parsers = List.of(new ExpositionParser(), new ExpositionParser(), new ExpositionParser());
    var counter = new Counter();
    long allocated = Long.MAX_VALUE;
    for (int round = 0; round < 60; round++) {
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
      for (int i = 0; i < pages.size(); i++) {
        parse(parsers.get(i), pages.get(i).get(round & 3), counter);
      }
      long after = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
      allocated = Math.min(allocated, after - before);
    }

    assertThat(allocated).isZero();
  }

  private static void parse(ExpositionParser parser, byte[] page, SampleSink sink) {
    parser.text().clear();
    parser.text().add(page, 0, page.length);
    parser.parse(Format.TEXT, sink);
  }

  private static byte[] resource(String path) throws IOException {
    try (var in = RecordedPagesTest.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    }
  }

  private static int sampleLines(byte[] page) {
    return (int)
        new String(page, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .count();
  }
}
