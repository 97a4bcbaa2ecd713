package io.gnomon.store;

import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.hash.serialization.SizedReader;
import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;
import org.jspecify.annotations.Nullable;

/// The map asks for a reader of keys; nobody reads them back, since the series are known by id.
final class LabelKeyReader implements SizedReader<LabelKey> {
  @Override
  public LabelKey read(Bytes<?> in, long size, @Nullable LabelKey using) {
    throw new UnsupportedOperationException("keys are not read back");
  }

  @Override
  public void readMarshallable(WireIn wire) {
    // nothing to keep
  }

  @Override
  public void writeMarshallable(WireOut wire) {
    // nothing to keep
  }
}
