package io.gnomon.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of panels, as a YAML file describes it.
///
/// @param origin where it comes from, for who reads the file
public record Dashboard(
    String id, String titleZh, String titleEn, @Nullable String origin, List<Panel> panels) {
  public Dashboard {
    Titles.check(id, titleZh, titleEn);
    panels = panels == null ? List.of() : panels;
  }

  /// One chart, or one table.
  ///
  /// @param unit what the values are, by Grafana's ids
  /// @param threshold where a line is drawn
  /// @param note what one should know of the values
  public record Panel(
      String id,
      String titleZh,
      String titleEn,
      @Nullable String origin,
      String unit,
      @Nullable Double threshold,
      @Nullable String note,
      Type type,
      List<Query> queries) {
    public Panel {
      Titles.check(id, titleZh, titleEn);
      unit = unit == null ? "short" : unit;
      type = type == null ? Type.TIMESERIES : type;
      if (queries == null || queries.isEmpty()) {
        throw new IllegalArgumentException("expected queries");
      }
    }

    /// The panel with a placeholder of its expressions filled in.
    Panel with(String place, String text) {
      var filled =
          queries.stream()
              .map(q -> new Query(q.expr().replace(place, text), q.legend(), q.optional()))
              .toList();
      return new Panel(id, titleZh, titleEn, origin, unit, threshold, note, type, filled);
    }

    /// The panel with its legends in one language.
    Panel in(Language language) {
      var said =
          queries.stream()
              .map(q -> new Query(q.expr(), Legend.in(language, q.legend()), q.optional()))
              .toList();
      return new Panel(id, titleZh, titleEn, origin, unit, threshold, note, type, said);
    }
  }

  public enum Type {
    TIMESERIES,
    TABLE
  }

  /// One expression; `{{label}}` in the legend is a label of each of its series.
  ///
  /// @param optional why it may have no answer
  public record Query(String expr, String legend, @Nullable String optional) {
    public Query {
      legend = legend == null ? "" : legend;
      if (expr == null) {
        throw new IllegalArgumentException("expected expr");
      }
    }
  }
}
