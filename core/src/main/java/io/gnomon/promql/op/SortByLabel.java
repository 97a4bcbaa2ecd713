package io.gnomon.promql.op;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.promql.fn.NaturalOrder;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// `sort_by_label` and `sort_by_label_desc`: an order that only labels decide, so it is settled
/// when bound.
public final class SortByLabel extends Reordered {
  private final int[] sorted;

  /// The sign is -1 for descending order.
  public SortByLabel(
      Frame frame, VectorOperator of, List<String> labels, int sign, Note ineffective) {
    super(frame, of, ineffective);
    var order = order(labels);
    this.sorted =
        IntStream.range(0, of.size())
            .boxed()
            .sorted((a, b) -> sign * order.compare(labels(a), labels(b)))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  private Labels labels(int row) {
    return rows().get(row).labels();
  }

  private static Comparator<Labels> order(List<String> labels) {
    Comparator<Labels> order = (_, _) -> 0;
    for (var label : labels) {
      order = order.thenComparing(row -> row.get(label), NaturalOrder.ORDER);
    }
    return order.thenComparing(Comparator.naturalOrder());
  }

  @Override
  public int order(int[] rows) {
    int count = 0;
    for (int row : sorted) {
      if (!Absent.is(first(row))) {
        rows[count++] = row;
      }
    }
    return count;
  }

  @Override
  public String describe() {
    return describe("sort by label");
  }
}
