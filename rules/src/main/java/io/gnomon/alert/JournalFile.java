package io.gnomon.alert;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/// Records one after the other in a file: length, CRC32C of the body, body. A record counts when it
/// is whole; what a crash left at the end is cut off at the last whole one. It is no `FileChannel`:
/// that would close for everybody when a thread that writes is interrupted.
final class JournalFile implements Closeable {
  private static final int HEAD = 8;
  private static final int LONGEST = 16 << 20;

  private final RandomAccessFile file;

  private JournalFile(RandomAccessFile file) {
    this.file = file;
  }

  /// Opens the file to append, after cutting what is torn.
  static JournalFile open(Path path) throws IOException {
    long end = Files.exists(path) ? whole(Files.readAllBytes(path), new ArrayList<>()) : 0;
    var file = new RandomAccessFile(path.toFile(), "rw");
    file.setLength(end);
    file.seek(end);
    return new JournalFile(file);
  }

  static List<byte[]> read(Path path) throws IOException {
    var bodies = new ArrayList<byte[]>();
    if (Files.exists(path)) {
      whole(Files.readAllBytes(path), bodies);
    }
    return bodies;
  }

  /// Writes a new file beside the old one and puts it in its place.
  static void replace(Path path, List<byte[]> bodies) throws IOException {
    var fresh = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try (var file = open(fresh)) {
      file.append(bodies);
    }
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (var directory = FileChannel.open(path.toAbsolutePath().getParent())) {
      directory.force(true);
    }
  }

  /// Appends the records and forces them to the disk. When that fails, what was written of them is
  /// taken back, so that the next append finds whole records before it.
  void append(List<byte[]> bodies) throws IOException {
    long before = file.getFilePointer();
    try {
      file.write(frames(bodies));
      file.getFD().sync();
    } catch (IOException e) {
      file.setLength(before);
      file.seek(before);
      throw e;
    }
  }

  long size() throws IOException {
    return file.length();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static byte[] frames(List<byte[]> bodies) {
    int size = bodies.stream().mapToInt(body -> HEAD + body.length).reduce(0, Math::addExact);
    var frames = ByteBuffer.allocate(size);
    for (var body : bodies) {
      frames.putInt(body.length).putInt(crc(body, 0, body.length)).put(body);
    }
    return frames.array();
  }

  /// Collects the whole records and gives the place where the last one ends. Past a damaged one it
  /// looks for the next that is whole: a flipped bit costs one record, not the rest of the file.
  private static int whole(byte[] file, List<byte[]> bodies) {
    var buffer = ByteBuffer.wrap(file);
    int end = 0;
    for (int at = 0; at + HEAD < file.length; ) {
      if (isWhole(buffer, at)) {
        int length = buffer.getInt(at);
        bodies.add(Arrays.copyOfRange(file, at + HEAD, at + HEAD + length));
        at += HEAD + length;
        end = at;
      } else {
        at++;
      }
    }
    return end;
  }

  private static boolean isWhole(ByteBuffer buffer, int at) {
    int length = buffer.getInt(at);
    return length > 0
        && length <= Math.min(LONGEST, buffer.limit() - at - HEAD)
        && buffer.get(at + HEAD) == '{'
        && crc(buffer.array(), at + HEAD, length) == buffer.getInt(at + 4);
  }

  private static int crc(byte[] bytes, int offset, int length) {
    var crc = new CRC32C();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
