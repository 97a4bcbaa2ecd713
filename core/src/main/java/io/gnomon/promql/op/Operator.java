package io.gnomon.promql.op;

/// One node of a bound tree. Labels are settled when it is made; `prepare` begins a run on the
/// frame's grid, inputs first, and whatever must see several rows at once does its work there.
/// After that values may be asked for, any number of times. None of this allocates once the buffers
/// have grown to the run's size.
public abstract class Operator {
  protected final Frame frame;
  private final Operator[] inputs;

  protected Operator(Frame frame, Operator... inputs) {
    this.frame = frame;
    this.inputs = inputs;
  }

  public void prepare() {
    for (int i = 0; i < inputs.length; i++) {
      inputs[i].prepare();
    }
  }

  /// What it does, in a few words, for the plan's explanation.
  public abstract String describe();

  /// The tree below as indented lines.
  public final void explain(String indent, StringBuilder out) {
    out.append(indent).append(describe()).append('\n');
    for (var input : inputs) {
      input.explain(indent + "  ", out);
    }
  }
}
