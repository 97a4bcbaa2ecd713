package io.gnomon.promql.op;

import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import io.gnomon.promql.QueryException;
import io.gnomon.promql.QueryException.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows that `info` can yield, settled when bound: for each row of the vector, the info series
/// of the same `instance` and `job` by metric, any of which may be there or not at a point.
final class InfoRows {
  private static final List<String> IDENTITY = List.of("instance", "job");

  private final List<Row> base;
  private final List<Row> infos;

  /// The labels that are wanted, by the matchers on them; all when there are none.
  private final Map<String, List<Matcher>> wanted;

  private final List<Matcher> names;
  private final List<Row> rows = new ArrayList<>();
  private final Map<Labels, Integer> numbers = new HashMap<>();

  InfoRows(List<Row> base, List<Row> infos, List<Matcher> matchers) {
    this.base = base;
    this.infos = infos;
    this.wanted = new LinkedHashMap<>();
    this.names = new ArrayList<>();
    for (var matcher : matchers) {
      if (matcher.name().equals(Labels.NAME)) {
        names.add(matcher);
      } else {
        wanted.computeIfAbsent(matcher.name(), _ -> new ArrayList<>()).add(matcher);
      }
    }
  }

  List<Row> rows() {
    return rows;
  }

  /// For each row of the vector the info series that fit it, those of one metric together.
  int[][][] candidates() {
    return base.stream().map(this::candidates).toArray(int[][][]::new);
  }

  private int[][] candidates(Row row) {
    if (!names.isEmpty() && names.stream().allMatch(name -> name.accepts(row.labels()))) {
      return new int[0][];
    }
    var identity = row.labels().only(IDENTITY);
    var byName = new LinkedHashMap<String, List<Integer>>();
    for (int i = 0; i < infos.size(); i++) {
      var labels = infos.get(i).labels();
      if (!identity.isEmpty() && labels.only(IDENTITY).equals(identity)) {
        byName.computeIfAbsent(labels.metric(), _ -> new ArrayList<>()).add(i);
      }
    }
    return byName.values().stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /// Whether a row stays when no info series fits it: none is asked of, or it is an info series.
  boolean staysAlone(int row) {
    var labels = base.get(row).labels();
    boolean isInfo = !names.isEmpty() && names.stream().allMatch(name -> name.accepts(labels));
    return isInfo
        || wanted.values().stream().flatMap(List::stream).allMatch(matcher -> matcher.test(""));
  }

  /// The answer's row for a row and the info series that are there with it; -1 stands for none.
  int number(int row, int[] present) {
    var added = new HashMap<String, String>();
    for (int info : present) {
      if (info >= 0) {
        add(base.get(row).labels(), infos.get(info).labels(), added);
      }
    }
    var labels = base.get(row).labels().with(Labels.of(added));
    return numbers.computeIfAbsent(
        labels,
        _ -> {
          rows.add(new Row(labels, base.get(row).nameless()));
          return rows.size() - 1;
        });
  }

  private void add(Labels of, Labels info, Map<String, String> added) {
    for (int i = 0; i < info.size(); i++) {
      var name = info.name(i);
      boolean isWanted = wanted.isEmpty() || wanted.containsKey(name);
      if (name.equals(Labels.NAME) || !isWanted || of.has(name)) {
        continue;
      }
      var other = added.put(name, info.value(i));
      if (other != null && !other.equals(info.value(i))) {
        throw new QueryException(Kind.EXECUTION, "conflicting label: " + name);
      }
    }
  }
}
