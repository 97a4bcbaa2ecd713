package io.gnomon.alert;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// One time in a file of eight bytes, written over and over: not forced to the disk, since a few
/// seconds more or less of downtime do not matter, and without garbage.
final class Heartbeat implements Closeable {
  private final RandomAccessFile file;
  private final ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES);

  private Heartbeat(RandomAccessFile file) {
    this.file = file;
  }

  static Heartbeat open(Path path) throws IOException {
    return new Heartbeat(new RandomAccessFile(path.toFile(), "rw"));
  }

  synchronized void beat(long time) {
    try {
      buffer.putLong(0, time);
      file.seek(0);
      file.write(buffer.array());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the heartbeat", e);
    }
  }

  synchronized long last() {
    try {
      file.seek(0);
      return file.read(buffer.array()) == Long.BYTES ? buffer.getLong(0) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the heartbeat", e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
