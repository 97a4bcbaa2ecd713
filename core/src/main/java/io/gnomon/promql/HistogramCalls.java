package io.gnomon.promql;

import io.gnomon.model.LabelText;
import io.gnomon.promql.op.Concat;
import io.gnomon.promql.op.Histograms;
import io.gnomon.promql.op.Note;
import io.gnomon.promql.op.Notes;
import io.gnomon.promql.op.Operator;
import io.gnomon.promql.op.Relabel;
import io.gnomon.promql.op.Row;
import io.gnomon.promql.op.VectorOperator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The functions of classic histograms.
final class HistogramCalls {
  private HistogramCalls() {}

  static void addTo(Map<String, Calls.Maker> makers) {
    makers.put("histogram_quantile", HistogramCalls::quantile);
    makers.put("histogram_quantiles", HistogramCalls::quantiles);
    makers.put("histogram_fraction", HistogramCalls::fraction);
  }

  private static VectorOperator quantile(Planner planner, Expr.Call call) {
    var share = planner.share(call.args().get(0));
    return summary(planner, call, 1, true, (buckets, k) -> buckets.quantile(share.at(k)), share);
  }

  /// One quantile after the other, each with a label that says which.
  private static VectorOperator quantiles(Planner planner, Expr.Call call) {
    var label = Planner.string(call.args().get(1));
    var parts =
        call.args().stream().skip(2).map(share -> quantile(planner, call, label, share)).toList();
    return Concat.of(planner.frame(), call.function().name(), parts);
  }

  private static VectorOperator quantile(
      Planner planner, Expr.Call call, String label, Expr share) {
    var value = Numbers.openMetrics(planner.constant(share));
    var scalar = planner.share(share);
    var of =
        summary(planner, call, 0, true, (buckets, k) -> buckets.quantile(scalar.at(k)), scalar);
    return Relabel.of(
        planner.frame(),
        "quantile " + value,
        of,
        of.rows().stream()
            .map(row -> new Row(row.labels().with(label, value), row.nameless()))
            .toList());
  }

  private static VectorOperator fraction(Planner planner, Expr.Call call) {
    var from = planner.scalar(call.args().get(0));
    var to = planner.scalar(call.args().get(1));
    return summary(
        planner, call, 2, false, (buckets, k) -> buckets.fraction(from.at(k), to.at(k)), from, to);
  }

  private static VectorOperator summary(
      Planner planner,
      Expr.Call call,
      int vector,
      boolean repairs,
      Histograms.Summary summary,
      Operator... params) {
    var arg = call.args().get(vector);
    return planner.dropNames(
        Histograms.of(
            planner.frame(),
            call.function().name(),
            planner.vector(arg),
            new Complaints(planner.binder().notes(), arg.span(), repairs, new HashMap<>()),
            summary,
            params));
  }

  /// Notes about buckets, one for each text.
  private record Complaints(Notes notes, Expr.Span span, boolean repairs, Map<String, Note> byText)
      implements Histograms.Complaints {
    @Override
    public Note noBound(String metric, String bound) {
      var text =
          "bucket label \"le\" is missing or has a malformed value of %s for metric name %s"
              .formatted(LabelText.quote(bound), LabelText.quote(metric));
      return byText.computeIfAbsent(text, _ -> notes.warning(text, span));
    }

    @Override
    public @Nullable Note repaired(String metric) {
      var text =
          "input to histogram_quantile needed to be fixed for monotonicity (see"
              + " https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile)"
              + " for metric name "
              + LabelText.quote(metric);
      return repairs ? byText.computeIfAbsent(text, _ -> notes.info(text, span)) : null;
    }
  }
}
