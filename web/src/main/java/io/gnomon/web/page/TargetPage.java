package io.gnomon.web.page;

import io.gnomon.model.Labels;
import java.util.List;
import java.util.Map;

/// Every target, by its job.
public record TargetPage(Frame frame, Map<String, List<Line>> jobs) {
  /// @param warnings what the collector could not see though it answered
  public record Line(
      String url,
      String state,
      Labels labels,
      String lastScrape,
      String duration,
      String samples,
      String error,
      List<String> warnings) {}
}
