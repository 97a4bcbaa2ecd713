package io.gnomon.store;

import net.openhft.chronicle.bytes.Byteable;
import net.openhft.chronicle.bytes.BytesStore;
import org.jspecify.annotations.Nullable;

/// A value of the series map, the id of a series: a view of four bytes wherever the map has them.
@SuppressWarnings("rawtypes")
final class SeriesRef implements Byteable {
  private static final int BYTES = 4;

  private @Nullable BytesStore bytes;
  private long offset;

  /// A value with memory of its own, to be put.
  static SeriesRef withMemory() {
    var ref = new SeriesRef();
    ref.bytesStore(BytesStore.nativeStoreWithFixedCapacity(BYTES), 0, BYTES);
    return ref;
  }

  int id() {
    var store = bytes;
    return store == null ? 0 : store.readInt(offset);
  }

  void id(int id) {
    var store = bytes;
    if (store != null) {
      store.writeInt(offset, id);
    }
  }

  @Override
  public void bytesStore(BytesStore bytesStore, long offset, long length) {
    this.bytes = bytesStore;
    this.offset = offset;
  }

  @Override
  public @Nullable BytesStore bytesStore() {
    return bytes;
  }

  @Override
  public long offset() {
    return offset;
  }

  @Override
  public long maxSize() {
    return BYTES;
  }
}
