package io.gnomon.collect.node;

import io.gnomon.collect.line.ByteText;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file of /proc that stays open and is read from its beginning each time, into the same bytes.
final class ProcFile implements AutoCloseable {
  private final Path path;
  private final ByteText text;
  private @Nullable RandomAccessFile file;

  ProcFile(Path path) {
    this.path = path;
    this.text = new ByteText(path.toString());
  }

  /// What stands in the file now, good until the next reading.
  ByteText read() throws IOException {
    try {
      text.begin(0);
      text.begin(fill(opened()));
      return text;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /// What the last reading found, from its top again.
  ByteText again() throws IOException {
    if (text.size() == 0) {
      throw new IOException(path + " could not be read");
    }
    text.rewind();
    return text;
  }

  private RandomAccessFile opened() throws IOException {
    var open = file;
    if (open == null) {
      open = new RandomAccessFile(path.toFile(), "r");
      file = open;
    }
    return open;
  }

  private int fill(RandomAccessFile open) throws IOException {
    open.seek(0);
    byte[] into = text.bytes();
    int size = 0;
    for (int n = 0; n >= 0; n = open.read(into, size, into.length - size)) {
      size += n;
      if (size == into.length) {
        into = text.grow();
      }
    }
    return size;
  }

  @Override
  public void close() {
    var open = file;
    file = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
