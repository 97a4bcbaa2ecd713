package io.gnomon.notify;

import io.gnomon.alert.Alert;
import io.gnomon.alert.Entry;
import io.gnomon.alert.Journal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Why alerts were told or not told; written down when the answer is another than last time.
final class Decisions {
  private final Journal journal;
  private final Map<String, Last> last = new HashMap<>();

  private record Last(List<Long> alerts, String reason) {}

  Decisions(Journal journal) {
    this.journal = journal;
  }

  void decided(String about, List<Alert> alerts, String reason, long now) {
    var decision = new Last(alerts.stream().map(Alert::id).toList(), reason);
    if (!decision.equals(last.put(about, decision))) {
      journal.write(List.of(new Entry.Decided(now, about, decision.alerts(), reason)));
    }
  }

  void forget(String about) {
    last.keySet().removeIf(key -> key.startsWith(about));
  }
}
