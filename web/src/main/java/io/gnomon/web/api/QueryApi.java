package io.gnomon.web.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gnomon.promql.Expr;
import io.gnomon.promql.Limits;
import io.gnomon.promql.Options;
import io.gnomon.promql.Parser;
import io.gnomon.promql.Prettier;
import io.gnomon.promql.QueryException;
import io.gnomon.promql.SyntaxTree;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `query` and `query_range`.
public final class QueryApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Queries queries;
  private final Options options;
  private final InstantSource clock;

  public QueryApi(Queries queries, Options options, InstantSource clock) {
    this.queries = queries;
    this.options = options;
    this.clock = clock;
  }

  /// The answer to a query at one time.
  public void query(Context ctx) throws ApiException, IOException {
    var params = new Params(ctx);
    long time = params.time("time", clock.millis());
    int limit = params.limit("limit");
    var limits = limits(params);
    try {
      queries.<@Nullable Void, IOException>at(
          time,
          params.text("query", ""),
          limits,
          result -> {
            var json = new ResultJson(result, limit);
            Answer.success(ctx, json::writeInstant, warnings(json), result.infos());
            return null;
          });
    } catch (QueryException e) {
      throw inQuery(e);
    }
  }

  /// The answers at every step of a range of time.
  public void range(Context ctx) throws ApiException, IOException {
    var params = new Params(ctx);
    long start = params.time("start");
    long end = params.time("end");
    long step = params.duration("step");
    int limit = params.limit("limit");
    var limits = limits(params);
    check(start, end, step, limits);
    try {
      queries.<@Nullable Void, IOException>range(
          start,
          end,
          step,
          params.text("query", ""),
          limits,
          result -> {
            var json = new ResultJson(result, limit);
            Answer.success(ctx, json::writeRange, warnings(json), result.infos());
            return null;
          });
    } catch (QueryException e) {
      throw inQuery(e);
    }
  }

  /// The query as Prometheus writes it.
  public void format(Context ctx) throws ApiException, IOException {
    var text = Prettier.print(expr(ctx));
    Answer.success(ctx, json -> json.writeString(text));
  }

  /// The query's syntax tree.
  public void parse(Context ctx) throws ApiException, IOException {
    var tree = JSON.writeValueAsString(SyntaxTree.of(expr(ctx)));
    Answer.success(ctx, json -> json.writeRawValue(tree));
  }

  private Expr expr(Context ctx) throws ApiException {
    try {
      return Parser.parse(new Params(ctx).text("query", ""), options);
    } catch (QueryException e) {
      throw inQuery(e);
    }
  }

  /// No exemplars are kept.
  public void exemplars(Context ctx) throws IOException {
    Answer.strings(ctx, List.of(), false);
  }

  private static void check(long start, long end, long step, Limits limits) throws ApiException {
    if (end < start) {
      throw ApiException.badParameter("end", "end timestamp must not be before start time");
    }
    if (step <= 0) {
      throw ApiException.badParameter(
          "step",
          "zero or negative query resolution step widths are not accepted. Try a positive integer");
    }
    if ((end - start) / step > limits.points()) {
      throw ApiException.badData(
          "exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query"
              + " resolution (?step=XX)");
    }
  }

  /// A request may shorten the time a query has, not lengthen it.
  private Limits limits(Params params) throws ApiException {
    var most = queries.limits();
    long timeout = Math.min(most.timeout(), params.duration("timeout", most.timeout()));
    return new Limits(timeout, most.samples(), most.points(), most.series());
  }

  private static List<String> warnings(ResultJson json) {
    var warnings = new ArrayList<>(json.result().warnings());
    if (json.isTruncated()) {
      warnings.addAll(Answer.TRUNCATED);
    }
    return warnings;
  }

  private static ApiException inQuery(QueryException e) {
    return e.kind() == QueryException.Kind.BAD_DATA
        ? ApiException.badParameter("query", String.valueOf(e.getMessage()))
        : ApiException.of(e);
  }
}
