package io.gnomon.promql.op;

/// The rows as they are, in another order for an instant vector. Of range queries the order is that
/// of the labels, so sorting there is worth a warning.
abstract class Reordered extends VectorOperator {
  protected final VectorOperator of;
  private final Note ineffective;
  private double[] line = {};

  Reordered(Frame frame, VectorOperator of, Note ineffective) {
    super(frame, of.rows(), of);
    this.of = of;
    this.ineffective = ineffective;
  }

  @Override
  public final void prepare() {
    super.prepare();
    if (frame.size() > 1) {
      ineffective.raise();
    }
  }

  @Override
  public final void row(int row, double[] out) {
    of.row(row, out);
  }

  /// The value at the first point.
  protected final double first(int row) {
    line = frame.fit(line);
    of.row(row, line);
    return line[0];
  }
}
