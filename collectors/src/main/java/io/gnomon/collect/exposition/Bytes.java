package io.gnomon.collect.exposition;

import java.util.Arrays;

/// Bytes that grow and are used again: what is read from a socket lies in them and is parsed there.
public final class Bytes {
  private byte[] array = new byte[4096];
  private int length;

  /// The bytes themselves; another array once they have grown.
  public byte[] array() {
    return array;
  }

  public int length() {
    return length;
  }

  public void clear() {
    length = 0;
  }

  /// Makes room for so many more bytes.
  public void reserve(int more) {
    if (array.length - length < more) {
      array = Arrays.copyOf(array, Math.max(length + more, 2 * array.length));
    }
  }

  /// Counts in bytes that were written behind the end.
  public void added(int more) {
    length += more;
  }

  public void add(byte[] from, int start, int count) {
    reserve(count);
    System.arraycopy(from, start, array, length, count);
    length += count;
  }

  public void add(byte b) {
    reserve(1);
    array[length++] = b;
  }
}
