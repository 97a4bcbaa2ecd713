package io.gnomon.web.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// A dashboard with its panels.
///
/// @param tabs the other dashboards
/// @param keep what the address of another time has in front, such as `expr=up&`
/// @param refresh seconds after which the script asks anew; 0 for never
public record DashboardPage(
    Frame frame,
    List<Frame.Link> tabs,
    String keep,
    TimeRange range,
    int refresh,
    List<PanelView> panels) {
  /// The ends of a range that does not move with the clock.
  public String fixedRange() {
    var form = DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.systemDefault());
    return form.format(Instant.ofEpochMilli(range.from()))
        + " – "
        + form.format(Instant.ofEpochMilli(range.to()));
  }
}
