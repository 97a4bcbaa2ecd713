package io.gnomon.store;

import io.gnomon.model.Labels;
import net.openhft.chronicle.bytes.BytesStore;

/// A label set as the series map's key: each name and value in UTF-8 with the byte 0xff behind it,
/// which UTF-8 does not know. Written again and again into the same memory, so that looking a
/// series up allocates nothing.
final class LabelKey {
  private static final int END = 0xff;

  private BytesStore<?, ?> bytes = BytesStore.nativeStoreWithFixedCapacity(1024);
  private long size;

  BytesStore<?, ?> bytes() {
    return bytes;
  }

  long size() {
    return size;
  }

  LabelKey set(Labels labels) {
    reserve(labels);
    size = 0;
    for (int i = 0; i < labels.size(); i++) {
      put(labels.name(i));
      put(labels.value(i));
    }
    return this;
  }

  /// A char takes three bytes at the most.
  private void reserve(Labels labels) {
    long most = 0;
    for (int i = 0; i < labels.size(); i++) {
      most += 3L * (labels.name(i).length() + labels.value(i).length()) + 2;
    }
    if (most > bytes.capacity()) {
      bytes.releaseLast();
      bytes = BytesStore.nativeStoreWithFixedCapacity(2 * most);
    }
  }

  private void put(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      putCodePoint(c);
    }
    put(END);
  }

  private void putCodePoint(int c) {
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xc0 | c >> 6);
      put(0x80 | c & 0x3f);
    } else if (c < 0x10000) {
      put(0xe0 | c >> 12);
      put(0x80 | c >> 6 & 0x3f);
      put(0x80 | c & 0x3f);
    } else {
      put(0xf0 | c >> 18);
      put(0x80 | c >> 12 & 0x3f);
      put(0x80 | c >> 6 & 0x3f);
      put(0x80 | c & 0x3f);
    }
  }

  private void put(int value) {
    bytes.writeByte(size++, (byte) value);
  }

  void release() {
    bytes.releaseLast();
  }
}
