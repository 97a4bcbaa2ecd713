package io.gnomon.web.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A panel ready to be drawn.
public record PanelView(PanelData data, Chart chart, List<LegendLine> legend) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// One line of a legend: the series' name, its place in the palette, its newest value.
  public record LegendLine(String name, int color, String last) {}

  static PanelView of(PanelData data) {
    return new PanelView(data, Chart.of(data, ZoneId.systemDefault()), legend(data));
  }

  private static List<LegendLine> legend(PanelData data) {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < data.series().size(); i++) {
      order.add(i);
    }
    if (data.panel().type() == Dashboard.Type.TABLE) {
      order.sort(Comparator.comparingDouble(i -> -data.series().get(i).last()));
    }
    return order.stream().map(i -> line(data, i)).toList();
  }

  private static LegendLine line(PanelData data, int i) {
    var series = data.series().get(i);
    var last = Units.format(data.panel().unit(), series.last());
    return new LegendLine(series.name(), i % 10, last);
  }

  public String id() {
    return data.panel().id();
  }

  public boolean isTable() {
    return data.panel().type() == Dashboard.Type.TABLE;
  }

  /// What the script needs to draw the panel anew.
  public String json() {
    var panel = new LinkedHashMap<String, Object>();
    panel.put("unit", data.panel().unit());
    panel.put("table", isTable());
    if (data.panel().threshold() != null) {
      panel.put("threshold", data.panel().threshold());
    }
    panel.put(
        "queries",
        data.panel().queries().stream()
            .map(query -> Map.of("expr", query.expr(), "legend", query.legend()))
            .toList());
    try {
      return JSON.writeValueAsString(panel);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
