package io.gnomon.promql.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.promql.Engine;
import io.gnomon.promql.Limits;
import io.gnomon.promql.Options;
import io.gnomon.promql.QueryException;
import io.gnomon.store.Store;
import io.gnomon.store.StoreOptions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same samples to a real Prometheus and to a store, the same queries to both. Where there is
/// no Prometheus nothing is compared; `-Dpromql.prometheus=PROGRAM` names another than the one on
/// the path, `-Dpromql.queries` how many random ones are asked, `-Dpromql.seed` which.
///
/// Prometheus 3 must agree on every query. What version 2 answers differently was changed since: it
/// may differ on a few in a hundred.
class PrometheusAgreementTest {
  private static final Options OPTIONS =
      new Options(300_000, 60_000, true, false, false, false, false);
  private static final double ALLOWED_OF_OLD = 0.1;

  @TempDir private static Path directory;
  private static Prometheus prometheus;
  private static Store store;

  @BeforeAll
  static void start() throws IOException {
    var program = Prometheus.program();
    Assumptions.assumeTrue(program.isPresent(), "no prometheus on the path");
    prometheus = Prometheus.start(program.get(), directory);
    prometheus.fill();
    store =
        Store.open(directory.resolve("store"), new StoreOptions(64 << 20, Long.MAX_VALUE, false));
    AgreementData.fill(store);
  }

  @AfterAll
  static void stop() {
    if (prometheus != null) {
      prometheus.close();
    }
    if (store != null) {
      store.close();
    }
  }

  @Test
  void onTheQueriesOfTheComplianceTester() throws IOException, URISyntaxException {
    var file =
        Objects.requireNonNull(getClass().getResource("/promql/compliance-queries.yml")).toURI();
    var queries = ComplianceQueries.read(Path.of(file));
    assertThat(queries).hasSizeGreaterThanOrEqualTo(539);
    compare("compliance", queries);
  }

  @Test
  void onRandomQueries() {
    var random = new RandomQueries(Long.getLong("promql.seed", 1));
    compare(
        "random",
        Stream.generate(random::next).limit(Long.getLong("promql.queries", 2000)).toList());
  }

  private static void compare(String name, List<String> queries) {
    var differences = new ArrayList<String>();
    for (var query : queries) {
      instant(query, differences);
      range(query, differences);
    }
    var version = prometheus.version();
    System.out.printf(
        "Prometheus %s, %d %s queries, instant and range: %d differ%n",
        version, queries.size(), name, differences.size());
    double allowed = version.startsWith("2.") ? ALLOWED_OF_OLD * 2 * queries.size() : 0;
    assertThat(differences.size() <= allowed)
        .withFailMessage(() -> String.join("\n\n", differences))
        .isTrue();
  }

  private static void instant(String query, List<String> differences) {
    long time = AgreementData.START + 6_000_000;
    var theirs =
        Answer.of(prometheus.ask("/api/v1/query", Map.of("query", query, "time", seconds(time))));
    compare(query, "instant", ours(query, time, 0, 1), theirs, differences);
  }

  private static void range(String query, List<String> differences) {
    long start = AgreementData.START + 4_000_000;
    long step = 47_000;
    int size = 40;
    var theirs =
        Answer.of(
            prometheus.ask(
                "/api/v1/query_range",
                Map.of(
                    "query", query,
                    "start", seconds(start),
                    "end", seconds(start + (size - 1) * step),
                    "step", seconds(step))));
    compare(query, "range", ours(query, start, step, size), theirs, differences);
  }

  private static String seconds(long millis) {
    return String.valueOf(millis / 1000);
  }

  private static Answer ours(String query, long start, long step, int size) {
    try {
      return Answer.of(
          new Engine(store, OPTIONS).plan(query, Limits.DEFAULT).run(start, step, size));
    } catch (QueryException e) {
      return Answer.failure(e.getMessage());
    }
  }

  private static void compare(
      String query, String kind, Answer ours, Answer theirs, List<String> differences) {
    boolean same = ours.agrees(theirs) || changedSince(ours, theirs);
    if (!same) {
      differences.add(kind + " " + query + "\n  ours   " + ours + "\n  theirs " + theirs);
    }
  }

  /// Since 3.6 a join that is not one to one fails even when a comparison would filter the
  /// ambiguous pairs away, and series that come to the same labels may take turns.
  private static boolean changedSince(Answer ours, Answer theirs) {
    return theirs.error().isEmpty()
        ? ours.error().startsWith("multiple matches for labels")
        : ours.error().isEmpty() && theirs.error().startsWith("vector cannot contain");
  }
}
