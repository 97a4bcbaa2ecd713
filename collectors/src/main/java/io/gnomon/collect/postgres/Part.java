package io.gnomon.collect.postgres;

import io.gnomon.model.SampleSink;
import java.sql.SQLException;

/// One part of a collection; when it fails the others go on.
interface Part {
  /// What it is called in warnings.
  String name();

  /// @param now milliseconds since the epoch
  void read(Session session, long now, SampleSink sink) throws SQLException;
}
