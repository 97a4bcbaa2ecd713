package io.gnomon.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Holds a data directory for this process. The lock file is empty while somebody works, or when
/// somebody was killed at it.
final class DirectoryLock implements AutoCloseable {
  private final FileChannel file;
  private final boolean clean;

  private DirectoryLock(FileChannel file, boolean clean) {
    this.file = file;
    this.clean = clean;
  }

  static DirectoryLock take(Path directory) throws IOException {
    var file = open(directory);
    if (tryLock(file) == null) {
      file.close();
      throw new IOException("data directory " + directory + " is in use by another process");
    }
    boolean clean = file.size() > 0;
    file.truncate(0);
    return new DirectoryLock(file, clean);
  }

  /// True when the process before said that it had come to its end.
  boolean wasClean() {
    return clean;
  }

  /// Says that this process comes to its end with everything in order.
  void markClean() throws IOException {
    file.write(ByteBuffer.wrap("clean\n".getBytes(StandardCharsets.US_ASCII)), 0);
  }

  private static FileChannel open(Path directory) throws IOException {
    try {
      Files.createDirectories(directory);
      return FileChannel.open(
          directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new IOException("cannot write to data directory " + directory + ": " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException heldByUs) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
