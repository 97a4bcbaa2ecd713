package io.gnomon.web.page;

import io.gnomon.model.LabelText;
import io.gnomon.model.Labels;
import io.gnomon.web.page.OverviewPage.KeyNumber;
import java.util.List;

/// Which numbers an overview shows of a target, by its job; `cards.yml` names them.
public record KeyNumbers(List<Card> cards) {
  /// @param job empty for every job that has no card of its own
  public record Card(String job, List<Dashboard.Panel> numbers) {
    public Card {
      job = job == null ? "" : job;
    }
  }

  static KeyNumbers builtin() {
    return Bundled.read("cards.yml", KeyNumbers.class);
  }

  List<KeyNumber> of(Labels target, Reader reader, PanelQueries queries, TimeRange range) {
    return panels(target.get("job")).stream()
        .map(panel -> number(panel, target, reader, queries, range))
        .toList();
  }

  private List<Dashboard.Panel> panels(String job) {
    return cards.stream()
        .filter(card -> card.job().equals(job) || card.job().isEmpty())
        .findFirst()
        .map(Card::numbers)
        .orElse(List.of());
  }

  private static KeyNumber number(
      Dashboard.Panel panel, Labels target, Reader reader, PanelQueries queries, TimeRange range) {
    var data = queries.ask(panel.with("$target", selector(target)), range);
    if (data.isEmpty()) {
      return new KeyNumber(reader.title(panel), "–", "");
    }
    var series = data.series().getFirst();
    return new KeyNumber(
        reader.title(panel), Units.format(panel.unit(), series.last()), Spark.path(series));
  }

  private static String selector(Labels target) {
    return "job="
        + LabelText.quote(target.get("job"))
        + ",instance="
        + LabelText.quote(target.get("instance"));
  }
}
