package io.gnomon.collect.scrape;

import java.time.Duration;
import java.util.List;

/// Files that list targets, as globs in their last part, read again when they change. They are
/// looked at every few seconds, so `refresh_interval` is accepted and not needed.
public record FileSdConfig(List<String> files, Duration refreshInterval) {
  public FileSdConfig {
    if (files == null || files.isEmpty()) {
      throw new IllegalArgumentException("files: expected at least one file name");
    }
    files = List.copyOf(files);
    refreshInterval = refreshInterval == null ? Duration.ofMinutes(5) : refreshInterval;
    for (var file : files) {
      if (!file.matches(".*\\.(json|yml|yaml)")) {
        throw new IllegalArgumentException(
            "files: expected a name ending in .json, .yml or .yaml, got \"" + file + "\"");
      }
    }
  }
}
