package io.gnomon.promql.op;

import io.gnomon.model.Labels;
import io.gnomon.promql.QueryException;
import io.gnomon.promql.QueryException.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The distinct values that one group of a `count_values` has had: an open hash table from a
/// value's bits to its place. All NaNs are one value.
public final class SeenValues {
  /// The seen values of a plan's groups; it outlives a binding.
  public static final class Book {
    private static final int MOST_VALUES = 10_000;

    private final Map<Labels, SeenValues> groups = new HashMap<>();
    private int total;
    private boolean forgot;

    SeenValues of(Labels group) {
      return groups.computeIfAbsent(group, _ -> new SeenValues(this));
    }

    /// Lets all values go when they are many: those that still occur come again.
    public void forgetOldValues() {
      if (total > MOST_VALUES / 2 && !forgot) {
        groups.clear();
        total = 0;
        forgot = true;
      } else {
        forgot = false;
      }
    }

    private void grow() {
      if (++total > MOST_VALUES) {
        throw new QueryException(
            Kind.EXECUTION, "count_values: more than " + MOST_VALUES + " different values");
      }
    }
  }

  private final Book book;
  private double[] values = new double[8];
  private int[] slots = new int[32];
  private int size;

  private SeenValues(Book book) {
    this.book = book;
  }

  int size() {
    return size;
  }

  double at(int i) {
    return values[i];
  }

  /// The place of a value, the next one when it is new.
  int indexOf(double value) {
    int slot = slot(value);
    if (slots[slot] == 0) {
      book.grow();
      reserve();
      values[size++] = value;
      slots[slot(value)] = size;
      return size - 1;
    }
    return slots[slot] - 1;
  }

  private int slot(double value) {
    long bits = Double.doubleToLongBits(value);
    int slot = Long.hashCode(bits * 0x9E3779B97F4A7C15L) & slots.length - 1;
    while (slots[slot] != 0 && Double.doubleToLongBits(values[slots[slot] - 1]) != bits) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private void reserve() {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
      slots = new int[8 * size];
      for (int i = 0; i < size; i++) {
        slots[slot(values[i])] = i + 1;
      }
    }
  }
}
