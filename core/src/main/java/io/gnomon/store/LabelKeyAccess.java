package io.gnomon.store;

import net.openhft.chronicle.bytes.RandomDataInput;
import net.openhft.chronicle.hash.AbstractData;
import net.openhft.chronicle.hash.Data;
import net.openhft.chronicle.hash.serialization.DataAccess;
import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;
import org.jspecify.annotations.Nullable;

/// Shows the series map the bytes of a key where they are, without a copy.
final class LabelKeyAccess extends AbstractData<LabelKey> implements DataAccess<LabelKey> {
  private @Nullable LabelKey key;

  @Override
  public Data<LabelKey> getData(LabelKey instance) {
    key = instance;
    return this;
  }

  @Override
  public void uninit() {
    key = null;
  }

  @Override
  public DataAccess<LabelKey> copy() {
    return new LabelKeyAccess();
  }

  @Override
  public RandomDataInput bytes() {
    return get().bytes();
  }

  @Override
  public long offset() {
    return 0;
  }

  @Override
  public long size() {
    return get().size();
  }

  @Override
  public LabelKey get() {
    var current = key;
    if (current == null) {
      throw new IllegalStateException("no key");
    }
    return current;
  }

  @Override
  public LabelKey getUsing(@Nullable LabelKey using) {
    return get();
  }

  @Override
  public void readMarshallable(WireIn wire) {
    // nothing to keep: the map's file asks every marshaller to describe itself
  }

  @Override
  public void writeMarshallable(WireOut wire) {
    // nothing to keep
  }
}
