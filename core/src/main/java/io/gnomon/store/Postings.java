package io.gnomon.store;

import java.util.Arrays;

/// The ids of the series that have one value of a label, in ascending order.
final class Postings {
  /// The one copy of the value that all its series share.
  final String value;

  private int[] ids = new int[1];
  private int count;

  Postings(String value) {
    this.value = value;
  }

  void add(int id) {
    int at = count == 0 || ids[count - 1] < id ? count : ~Arrays.binarySearch(ids, 0, count, id);
    if (at < 0) {
      return;
    }
    if (count == ids.length) {
      ids = Arrays.copyOf(ids, count + count / 2 + 1);
    }
    System.arraycopy(ids, at, ids, at + 1, count - at);
    ids[at] = id;
    count++;
  }

  void remove(int id) {
    int at = Arrays.binarySearch(ids, 0, count, id);
    if (at >= 0) {
      System.arraycopy(ids, at + 1, ids, at, count - at - 1);
      count--;
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  int[] ids() {
    return Arrays.copyOf(ids, count);
  }

  int count() {
    return count;
  }

  /// Ids of both; each in ascending order.
  static int[] intersect(int[] a, int[] b) {
    var both = new int[Math.min(a.length, b.length)];
    int n = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        both[n++] = a[i++];
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return Arrays.copyOf(both, n);
  }

  /// Ids of the first that the second has not.
  static int[] subtract(int[] a, int[] b) {
    var rest = new int[a.length];
    int n = 0;
    int j = 0;
    for (int id : a) {
      while (j < b.length && b[j] < id) {
        j++;
      }
      if (j == b.length || b[j] != id) {
        rest[n++] = id;
      }
    }
    return Arrays.copyOf(rest, n);
  }
}
