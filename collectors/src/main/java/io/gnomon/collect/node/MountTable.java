package io.gnomon.collect.node;

import io.gnomon.collect.line.ByteText;
import io.gnomon.model.Labels;
import java.io.File;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The mounts of /proc/mounts that are worth a number, lines as `/dev/vda1 /mnt/my\040disk ext4
/// rw,relatime 0 0`. A mount that stood in the table before stays the same object, with the
/// question that may still wait in it.
final class MountTable {
  private record Key(Labels labels, boolean readOnly) {}

  private final String root;
  private final Predicate<String> excludedTypes;
  private final Predicate<String> excludedMountPoints;
  private Map<Key, Mount> known = Map.of();

  MountTable(NodeConfig config) {
    this.root = config.root();
    this.excludedTypes = config.excludesFilesystemType();
    this.excludedMountPoints = config.excludesMountPoint();
  }

  List<Mount> read(ByteText text) {
    var now = new LinkedHashMap<Key, Mount>();
    while (text.nextLine()) {
      add(text.line().split(" "), now);
    }
    known = now;
    return List.copyOf(now.values());
  }

  private void add(String[] fields, Map<Key, Mount> now) {
    if (fields.length < 4) {
      return;
    }
    var mountPoint = insideRoot(unescape(fields[1]));
    if (!excludedTypes.test(fields[2]) && !excludedMountPoints.test(mountPoint)) {
      boolean readOnly = Arrays.asList(fields[3].split(",")).contains("ro");
      var labels = Labels.of("device", fields[0], "fstype", fields[2], "mountpoint", mountPoint);
      now.computeIfAbsent(new Key(labels, readOnly), this::mount);
    }
  }

  private Mount mount(Key key) {
    var old = known.get(key);
    return old != null
        ? old
        : new Mount(outside(key.labels.get("mountpoint")), key.labels, key.readOnly);
  }

  private File outside(String mountPoint) {
    return root.equals("/") ? new File(mountPoint) : new File(root + mountPoint);
  }

  /// The mount point as the host sees it, when the table is a container's own.
  private String insideRoot(String mountPoint) {
    if (root.equals("/") || !(mountPoint + "/").startsWith(root + "/")) {
      return mountPoint;
    }
    return mountPoint.equals(root) ? "/" : mountPoint.substring(root.length());
  }

  /// Blanks and backslashes stand in the table as octal numbers.
  private static String unescape(String name) {
    return name.replace("\\040", " ")
        .replace("\\011", "\t")
        .replace("\\012", "\n")
        .replace("\\134", "\\");
  }
}
