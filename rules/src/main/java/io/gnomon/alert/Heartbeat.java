package io.gnomon.alert;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// One time in a file of eight bytes, written over and over: not forced to the disk, since a few
/// seconds more or less of downtime do not matter, and without garbage.
final class Heartbeat implements Closeable {
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(Long.BYTES);

  private Heartbeat(FileChannel channel) {
    this.channel = channel;
  }

  static Heartbeat open(Path path) throws IOException {
    return new Heartbeat(
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  synchronized void beat(long time) {
    try {
      channel.write(buffer.clear().putLong(0, time), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the heartbeat", e);
    }
  }

  synchronized long last() {
    try {
      return channel.read(buffer.clear(), 0) == Long.BYTES ? buffer.getLong(0) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the heartbeat", e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
