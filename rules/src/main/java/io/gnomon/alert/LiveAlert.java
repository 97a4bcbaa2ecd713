package io.gnomon.alert;

import io.gnomon.model.Labels;

/// An alert that a rule keeps alive: it can be asked for its value and annotations as they are now.
public interface LiveAlert {
  /// Everything that an alert is told by, its name among them.
  Labels labels();

  AlertState state();

  /// As those who are told see it now; for a pending alert, since when it is active.
  Alert current();
}
