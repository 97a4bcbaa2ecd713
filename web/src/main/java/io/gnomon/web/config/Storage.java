package io.gnomon.web.config;

import io.gnomon.model.ByteSize;
import io.gnomon.store.StoreOptions;
import java.nio.file.Path;
import java.time.Duration;

/// Where data is kept and how much of it; the older of the two limits wins.
public record Storage(
    Path path, Duration retentionTime, ByteSize retentionSize, boolean forceEveryCommit) {
  public Storage {
    path = path == null ? Path.of("data") : path;
    retentionTime = retentionTime == null ? Duration.ofDays(30) : retentionTime;
    retentionSize = retentionSize == null ? ByteSize.parse("2GB") : retentionSize;
    if (retentionTime.isZero()) {
      throw new IllegalArgumentException("retention_time: must be above 0");
    }
    if (retentionSize.bytes() == 0) {
      throw new IllegalArgumentException("retention_size: must be above 0");
    }
  }

  public StoreOptions options() {
    return new StoreOptions(retentionSize.bytes(), retentionTime.toMillis(), forceEveryCommit);
  }
}
