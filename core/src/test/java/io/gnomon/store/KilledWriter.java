package io.gnomon.store;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/// The program that `KillTest` kills: stores scrapes as fast as it can and says which it has
/// stored.
final class KilledWriter {
  static final StoreOptions OPTIONS = new StoreOptions(4 << 20, Long.MAX_VALUE / 4, false);

  private KilledWriter() {}

  public static void main(String[] args) throws IOException {
    try (var store = Store.open(Path.of(args[0]), OPTIONS);
        var out =
            new DataOutputStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 96))) {
      var appenders = Scrapes.ALL.stream().map(s -> store.appender(s.target())).toList();
      var rows = Scrapes.ALL.stream().mapToLong(s -> s.newestRow(store) + 1).toArray();
      while (true) {
        for (int i = 0; i < rows.length; i++) {
          Scrapes.ALL.get(i).append(appenders.get(i), rows[i]);
          out.writeInt(i);
          out.writeLong(rows[i]++);
        }
      }
    }
  }
}
