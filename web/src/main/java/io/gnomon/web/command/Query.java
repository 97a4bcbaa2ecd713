package io.gnomon.web.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.gnomon.model.Durations;
import io.gnomon.web.command.QuerySource.Times;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Answers one query, from a running server or from a data directory that no server has open.
@Command(
    name = "query",
    description = "Answers a PromQL query, at one instant or over a range.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:answered", "1:the query is wrong", "2:used wrongly or nobody answers"})
final class Query implements Callable<Integer> {
  @Parameters(paramLabel = "EXPR", description = "The query.")
  private String expr = "";

  @Option(names = "--range", paramLabel = "TIME", description = "From so long ago, such as 6h.")
  private @Nullable String range;

  @Option(
      names = "--step",
      paramLabel = "TIME",
      defaultValue = "1m",
      description = "The step of a range (default: ${DEFAULT-VALUE}).")
  private String step = "1m";

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:9090",
      description = "The running server (default: ${DEFAULT-VALUE}).")
  private URI url = URI.create("http://127.0.0.1:9090");

  @Option(
      names = "--storage.tsdb.path",
      paramLabel = "DIR",
      description = "Ask this data directory instead of a server.")
  private @Nullable Path path;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var line = Objects.requireNonNull(spec).commandLine();
    var source = path == null ? QuerySource.server(url) : QuerySource.directory(path);
    var answer = source.ask(expr, times());
    if (answer.path("status").asText().equals("error")) {
      line.getErr().println("gnomon: " + answer.path("error").asText());
      return 1;
    }
    print(answer.path("data"), line.getOut());
    line.getOut().flush();
    return 0;
  }

  private Times times() {
    long now = System.currentTimeMillis();
    var back = range == null ? Duration.ZERO : Durations.parse(range);
    return new Times(
        now - back.toMillis(), now, range == null ? 0 : Durations.parse(step).toMillis());
  }

  /// As promtool prints: `series => value @[time]`, and a range's samples below their series.
  private static void print(JsonNode data, PrintWriter out) {
    var result = data.path("result");
    switch (data.path("resultType").asText()) {
      case "vector" ->
          result.forEach(
              row -> out.println(QuerySource.series(row) + " => " + sample(row.path("value"))));
      case "matrix" -> result.forEach(row -> printRow(row, out));
      default -> out.println(sample(result));
    }
  }

  private static void printRow(JsonNode row, PrintWriter out) {
    out.println(QuerySource.series(row) + " =>");
    row.path("values").forEach(value -> out.println(sample(value)));
  }

  private static String sample(JsonNode pair) {
    return pair.path(1).asText()
        + " @["
        + pair.path(0).decimalValue().stripTrailingZeros().toPlainString()
        + "]";
  }
}
