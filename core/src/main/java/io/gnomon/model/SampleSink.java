package io.gnomon.model;

/// The one door into the store: takes the samples of one scrape of one target. A series is known by
/// its column, asked for once and kept; what runs every scrape moves numbers only. A column that
/// gets no value in a scrape ends there: the store writes a stale marker. Used by one thread at a
/// time.
public interface SampleSink {
  /// The column of a series, made when the series is new here.
  int column(Labels series);

  /// Grows when the columns were numbered anew: numbers got before are then void. It changes only
  /// between two scrapes.
  int layout();

  /// The value of a series at the time of this scrape. Setting `Absent.STALE` ends the series.
  void put(int column, double value);

  /// The value of a series at a time of its own, in milliseconds since the epoch.
  void put(int column, long time, double value);

  /// What a metric family says of itself; only new or changed families need to be told.
  void describe(Metric metric);
}
