package io.gnomon.store;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Finds payloads that stand in the frame already: the buckets of a histogram above the largest
/// value count alike. A hash table with open addresses.
final class PayloadShare {
  private static final int WORTH_SHARING = 3;

  private long[] hashes = new long[128];
  private long[] starts = new long[128];
  private long[] ends = new long[128];
  private int mask;
  private int last = -1;

  void clear(int columns) {
    int size = Integer.highestOneBit(Math.max(32, columns)) * 4;
    if (size > hashes.length) {
      hashes = new long[size];
      starts = new long[size];
      ends = new long[size];
    } else {
      Arrays.fill(hashes, 0, size, 0);
    }
    mask = size - 1;
    last = -1;
  }

  void shareOrRemember(ColumnEncoder encoder, long start, ByteOutput out) {
    last = -1;
    long payload = encoder.payload();
    if (out.position - payload <= WORTH_SHARING) {
      return;
    }
    int slot = find(out.memory, payload, out.position);
    if (hashes[slot] != 0) {
      encoder.share(start, starts[slot], out);
    } else {
      remember(slot, payload, out);
    }
  }

  private void remember(int slot, long payload, ByteOutput out) {
    hashes[slot] = hash(out.memory, payload, out.position);
    starts[slot] = payload;
    ends[slot] = out.position;
    last = slot;
  }

  /// The slot of an equal payload, or the empty one where it belongs.
  private int find(MemorySegment memory, long from, long to) {
    long hash = hash(memory, from, to);
    int slot = (int) hash & mask;
    while (hashes[slot] != 0 && !(hashes[slot] == hash && isEqual(slot, memory, from, to))) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private boolean isEqual(int slot, MemorySegment memory, long from, long to) {
    long length = to - from;
    if (ends[slot] - starts[slot] != length) {
      return false;
    }
    for (long i = 0; i < length; i++) {
      if (memory.get(Memory.BYTE, starts[slot] + i) != memory.get(Memory.BYTE, from + i)) {
        return false;
      }
    }
    return true;
  }

  private static long hash(MemorySegment memory, long from, long to) {
    long hash = 1;
    long at = from;
    for (; at + 8 <= to; at += 8) {
      hash = hash * 0x9E3779B97F4A7C15L + memory.get(Memory.LONG, at);
    }
    for (; at < to; at++) {
      hash = hash * 31 + memory.get(Memory.BYTE, at);
    }
    hash ^= hash >>> 29;
    return hash == 0 ? 1 : hash;
  }

  /// The payload remembered last was moved.
  void moveLast(int bytes) {
    if (last >= 0) {
      starts[last] += bytes;
      ends[last] += bytes;
    }
  }
}
