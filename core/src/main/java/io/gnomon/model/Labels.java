package io.gnomon.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// An immutable set of label names and values, sorted by name. A label with an empty value is no
/// label. Its order is Prometheus's: label by label, name then value, the shorter set first.
public final class Labels implements Comparable<Labels> {
  public static final String NAME = "__name__";
  public static final Labels EMPTY = new Labels(new String[0]);

  private final String[] pairs; // name, value, name, value, ...
  private final int hash;

  private Labels(String[] pairs) {
    this.pairs = pairs;
    this.hash = Arrays.hashCode(pairs);
  }

  /// Labels from name, value, name, value, ... in any order; of a repeated name the last counts.
  public static Labels of(String... namesAndValues) {
    var map = new TreeMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return of(map);
  }

  public static Labels of(Map<String, String> map) {
    var sorted = map instanceof TreeMap<String, String> tree ? tree : new TreeMap<>(map);
    var pairs = new ArrayList<String>(2 * sorted.size());
    sorted.forEach((name, value) -> {
      if (!value.isEmpty()) {
        pairs.add(name);
        pairs.add(value);
      }
    });
    return pairs.isEmpty() ? EMPTY : new Labels(pairs.toArray(String[]::new));
  }

  public int size() {
    return pairs.length / 2;
  }

  public boolean isEmpty() {
    return pairs.length == 0;
  }

  public String name(int i) {
    return pairs[2 * i];
  }

  public String value(int i) {
    return pairs[2 * i + 1];
  }

  /// The value of a label, empty when there is none.
  public String get(String name) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i].equals(name)) {
        return pairs[i + 1];
      }
    }
    return "";
  }

  public boolean has(String name) {
    return !get(name).isEmpty();
  }

  /// The metric name, empty when there is none.
  public String metric() {
    return get(NAME);
  }

  /// The same labels with one set, or removed when the value is empty.
  public Labels with(String name, String value) {
    var map = new TreeMap<>(toMap());
    map.put(name, value);
    return of(map);
  }

  /// The same labels with all of another set added; its values win.
  public Labels with(Labels other) {
    var map = new TreeMap<>(toMap());
    map.putAll(other.toMap());
    return of(map);
  }

  public Labels without(Collection<String> names) {
    return filter(name -> !names.contains(name));
  }

  public Labels without(String name) {
    return has(name) ? filter(other -> !other.equals(name)) : this;
  }

  public Labels only(Collection<String> names) {
    return filter(names::contains);
  }

  private Labels filter(Predicate<String> keep) {
    var kept = new ArrayList<String>(pairs.length);
    for (int i = 0; i < pairs.length; i += 2) {
      if (keep.test(pairs[i])) {
        kept.add(pairs[i]);
        kept.add(pairs[i + 1]);
      }
    }
    return kept.size() == pairs.length ? this : new Labels(kept.toArray(String[]::new));
  }

  public Map<String, String> toMap() {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  public List<String> names() {
    return List.copyOf(toMap().keySet());
  }

  @Override
  public int compareTo(Labels other) {
    int common = Math.min(pairs.length, other.pairs.length);
    for (int i = 0; i < common; i++) {
      int order = pairs[i].compareTo(other.pairs[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(pairs.length, other.pairs.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Labels labels
        && hash == labels.hash
        && Arrays.equals(pairs, labels.pairs);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /// As Prometheus prints it: `name{a="b", c="d"}`, names that are not plain words in quotes.
  @Override
  public String toString() {
    return LabelText.print(this);
  }
}
