package io.gnomon.collect;

import io.gnomon.collect.relabel.Relabeling;

/// What may come in from a target, and under which labels.
///
/// @param honorLabels a scraped label wins over the target's of the same name; else it is kept as
///   `exported_` and its name
/// @param honorTimestamps samples keep the times the target gives them
/// @param relabeling applied to each series' labels, the target's among them
public record Intake(
    boolean honorLabels, boolean honorTimestamps, Relabeling relabeling, Limits limits) {

  /// For our own collectors: their labels are of our making.
  public static final Intake OWN = new Intake(true, true, Relabeling.NONE, Limits.DEFAULT);

  /// How much one scrape may bring. A scrape that brings more fails whole.
  ///
  /// @param nameLength of a label's name, in characters
  /// @param valueLength of a label's value, in characters
  public record Limits(int samples, int labels, int nameLength, int valueLength) {
    public static final Limits DEFAULT = new Limits(50_000, 64, 512, 4096);
  }
}
