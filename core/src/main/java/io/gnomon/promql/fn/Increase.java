package io.gnomon.promql.fn;

import io.gnomon.model.Absent;
import io.gnomon.store.Window;

/// `increase`, `rate` and `delta`: what happened between the first and the last sample of a window,
/// stretched towards the window's ends as the reference does it.
public final class Increase implements RangeFunction {
  /// The stretch stops half-way to the next sample when the end is further away than this many
  /// average intervals.
  private static final double NEAR = 1.1;

  private final boolean counter;
  private final boolean perSecond;

  /// For each sample the next one that fell below its predecessor.
  private int[] nextReset = {};

  private Increase(boolean counter, boolean perSecond) {
    this.counter = counter;
    this.perSecond = perSecond;
  }

  public static Increase rate() {
    return new Increase(true, true);
  }

  public static Increase increase() {
    return new Increase(true, false);
  }

  public static Increase delta() {
    return new Increase(false, false);
  }

  @Override
  public void begin(Window samples) {
    if (!counter) {
      return;
    }
    if (nextReset.length < samples.count) {
      nextReset = new int[samples.times.length];
    }
    int next = samples.count;
    for (int i = samples.count - 1; i >= 0; i--) {
      nextReset[i] = next;
      if (i > 0 && samples.values[i] < samples.values[i - 1]) {
        next = i;
      }
    }
  }

  @Override
  public double of(Span span) {
    int intervals = span.to - span.from - 1;
    if (intervals < 1) {
      return Absent.STALE;
    }
    double change = change(span);
    double sampled = (span.times[span.to - 1] - span.times[span.from]) / 1000.0;
    double average = sampled / intervals;
    double head = head(span, change, sampled, average);
    double tail = (span.upTo - span.times[span.to - 1]) / 1000.0;
    tail = tail >= average * NEAR ? average / 2 : tail;
    double factor = (sampled + head + tail) / sampled;
    return change * (perSecond ? factor / ((span.upTo - span.after) / 1000.0) : factor);
  }

  private double change(Span span) {
    double change = span.last() - span.first();
    if (counter) {
      for (int i = nextReset[span.from]; i < span.to; i = nextReset[i]) {
        change += span.values[i - 1];
      }
    }
    return change;
  }

  /// How far the change is stretched before the first sample; a counter not beyond its zero.
  private double head(Span span, double change, double sampled, double average) {
    double head = (span.times[span.from] - span.after) / 1000.0;
    head = head >= average * NEAR ? average / 2 : head;
    if (counter && change > 0 && span.first() >= 0) {
      return Math.min(head, sampled * (span.first() / change));
    }
    return head;
  }
}
