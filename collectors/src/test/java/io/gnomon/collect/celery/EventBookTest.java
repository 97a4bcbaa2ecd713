package io.gnomon.collect.celery;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.collect.SampleTable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventBookTest {
  private final AtomicLong nanos = new AtomicLong();
  private final EventBook book = new EventBook(Duration.ofSeconds(60), nanos::get);
  private final SampleTable table = new SampleTable();

  private void hear(String... events) {
    for (var event : events) {
      book.take(() -> event.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String task(String type, String uuid, String more) {
    return "{'type':'task-%s','uuid':'%s','hostname':'w1@vm','timestamp':100%s}"
        .formatted(type, uuid, more);
  }

  private static String heartbeat(int pid, int processed, double timestamp) {
    return "{'type':'worker-heartbeat','hostname':'w1@vm','pid':%d,'processed':%d,'active':1,'timestamp':%s}"
        .formatted(pid, processed, timestamp);
  }

  private static String started(double timestamp) {
    return "{'type':'task-started','uuid':'u%s','hostname':'w1@vm','timestamp':%s}"
        .formatted(timestamp, timestamp);
  }

  private Map<String, Double> row() {
    book.put(table.begin(), 0);
    return table.row();
  }

  private double missed() {
    return row().get("celery_events_missed_total{hostname=\"vm\", worker=\"w1@vm\"}");
  }

  private static String series(String kind, String queue) {
    return "celery_task_"
        + kind
        + "_total{hostname=\"vm\", name=\"t\", queue_name=\""
        + queue
        + "\"}";
  }

  @Test
  void aTasksNameAndQueueComeFromItsEarlierEvents() {
    hear(
        "{'type':'task-sent','uuid':'a','hostname':'gen1@web','name':'t','queue':'q','timestamp':99}",
        task("received", "a", ",'name':'t'"),
        "[" + task("started", "a", "") + "," + task("succeeded", "a", ",'runtime':0.3") + "]");
    assertThat(row())
        .containsEntry(series("received", "q"), 1.0)
        .containsEntry(series("succeeded", "q"), 1.0)
        .containsEntry(series("failed", "q"), 0.0)
        .containsEntry(
            "celery_task_sent_total{hostname=\"web\", name=\"t\", queue_name=\"q\"}", 1.0)
        .containsEntry(
            "celery_task_runtime_bucket{hostname=\"vm\", le=\"0.25\", name=\"t\", queue_name=\"q\"}",
            0.0)
        .containsEntry(
            "celery_task_runtime_bucket{hostname=\"vm\", le=\"0.5\", name=\"t\", queue_name=\"q\"}",
            1.0)
        .containsEntry(
            "celery_task_queue_wait_time_sum{hostname=\"vm\", name=\"t\", queue_name=\"q\"}", 1.0);
  }

  @Test
  void aFailureToldTwiceCountsOnceUntilTheTaskIsTriedAgain() {
    var failed = task("failed", "a", ",'exception':'Boom(1)'");
    hear(task("received", "a", ",'name':'t'"), failed, failed);
    hear(task("received", "a", ""), task("started", "a", ""), failed);
    assertThat(row())
        .containsEntry(
            "celery_task_failed_total{exception=\"Boom\", hostname=\"vm\", name=\"t\", queue_name=\"unknown\"}",
            2.0)
        .containsEntry("celery_event_duplicates_total", 1.0);
  }

  @Test
  void whatIsNotKnownIsCalledSo() {
    hear(task("revoked", "never-seen", ""));
    assertThat(row())
        .containsEntry(
            "celery_task_revoked_total{hostname=\"vm\", name=\"unknown\", queue_name=\"unknown\"}",
            1.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BoomError('boom 0')                  |                                                  | BoomError",
        "ExceptionWithTraceback()             | billiard.exceptions.TimeLimitExceeded: Time (1,) | TimeLimitExceeded",
        "reject requeue=False: no thanks      |                                                  | Reject",
        "<Odd 1>                              |                                                  | UnknownException",
        "KeyError                             |                                                  | KeyError",
      })
  void exceptionsAreNamedByTheirClass(String exception, String lastLine, String name) {
    assertThat(ExceptionName.of(exception, lastLine == null ? "" : lastLine)).isEqualTo(name);
  }

  @Test
  void aSilentWorkerIsDownAndLaterForgotten() {
    var up = "celery_worker_up{hostname=\"vm\", worker=\"w1@vm\"}";
    hear(heartbeat(7, 0, 100));
    assertThat(row()).containsEntry(up, 1.0);
    nanos.set(TimeUnit.SECONDS.toNanos(61));
    assertThat(row()).containsEntry(up, 0.0);
    nanos.set(TimeUnit.MINUTES.toNanos(11));
    assertThat(row()).doesNotContainKey(up);
  }

  @Test
  void aWorkerThatSaysGoodbyeIsDownAtOnce() {
    hear(heartbeat(7, 0, 100), "{'type':'worker-offline','hostname':'w1@vm','pid':7}");
    assertThat(row()).containsEntry("celery_worker_up{hostname=\"vm\", worker=\"w1@vm\"}", 0.0);
  }

  @Test
  void missedStartsAreCountedExactlyByTheWorkersOwnCount() {
    hear(heartbeat(7, 10, 100), started(101), started(102), heartbeat(7, 15, 104));
    assertThat(missed()).isZero(); // their events may still be on the way
    hear(started(103), heartbeat(7, 15, 106));
    assertThat(missed()).isEqualTo(2);
  }

  @Test
  void startsFromBeforeTheFirstHeartbeatAreNotCountedAgainstIt() {
    hear(
        heartbeat(7, 10, 100),
        started(99.9),
        started(101),
        heartbeat(7, 12, 102),
        heartbeat(7, 12, 104));
    assertThat(missed()).isEqualTo(1);
  }

  @Test
  void aWorkerStartedAnewCountsFromItsOwnBeginning() {
    hear(heartbeat(7, 10, 100), heartbeat(7, 13, 102), heartbeat(7, 13, 104));
    hear(heartbeat(8, 0, 200), started(201), heartbeat(8, 1, 202), heartbeat(8, 1, 204));
    assertThat(missed()).isEqualTo(3);
  }

  @Test
  void aWorkerThatTellsNothingOfItsTasksIsNamed() {
    hear(heartbeat(7, 0, 100), heartbeat(7, 3, 102), heartbeat(7, 3, 104));
    assertThat(book.warnings()).singleElement().asString().contains("w1@vm", "-E");
  }

  @Test
  void messagesThatCannotBeReadAreCountedAndTheReasonIsSaid() {
    book.take(() -> new byte[] {'?'});
    book.take(() ->
        new KombuEnvelope(new com.fasterxml.jackson.core.JsonFactory())
            .open("{\"content-type\":\"application/x-python-serialize\"}".getBytes("UTF-8")));
    assertThat(row()).containsEntry("celery_events_refused_total", 2.0);
    assertThat(book.warnings())
        .singleElement()
        .asString()
        .contains("application/x-python-serialize");
  }

  @Test
  void tenThousandNamesMakeABoundedNumberOfSeriesAndNoneIsLost() {
    for (int i = 0; i < 10_000; i++) {
      hear(task("succeeded", "u" + i, ",'name':'task" + i + "','runtime':1"));
      hear(task("failed", "f" + i, ",'name':'t','exception':'Error" + i + "()'"));
    }
    assertThat(row()).hasSizeLessThan(50_000);
    assertThat(Counts.of(row(), "succeeded").values().stream().mapToDouble(v -> v).sum())
        .isEqualTo(10_000);
    assertThat(Counts.of(row(), "failed").values().stream().mapToDouble(v -> v).sum())
        .isEqualTo(10_000);
  }

  @Test
  void aNewTasksCountersBeganAtZeroOneCollectionAgo() {
    hear(task("received", "a", ",'name':'t'"));
    book.put(table.begin(), 5000);
    assertThat(table.timed(series("received", "unknown"))).containsExactly(Map.entry(5000L, 0.0));
    book.put(table.begin(), 20_000);
    assertThat(table.timed(series("received", "unknown"))).isEmpty();
  }
}
