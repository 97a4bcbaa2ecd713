package io.gnomon.collect.node;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where this machine's numbers are found, and what is left out. In a container the host's /proc
/// and / are mounted elsewhere. The exclusions are regular expressions over the whole name; left
/// away, they are node_exporter's.
///
/// @param sysfs where /sys is mounted: taken as node_exporter takes it, though none of our numbers
///   come from there
/// @param networkFilesystems whether to ask file servers too; a server that is gone then costs a
///   thread until it is back
public record NodeConfig(
    @Nullable String procfs,
    @Nullable String sysfs,
    @Nullable String rootfs,
    @Nullable String diskDeviceExclude,
    @Nullable String networkDeviceExclude,
    @Nullable String filesystemTypeExclude,
    @Nullable String mountPointExclude,
    boolean networkFilesystems) {
  private static final String DISK_PARTS = "(z?ram|loop|fd|(h|s|v|xv)d[a-z]|nvme\\d+n\\d+p)\\d+";
  private static final String NOT_ON_A_DISK =
      "autofs|binfmt_misc|bpf|cgroup2?|configfs|debugfs|devpts|devtmpfs|fusectl|hugetlbfs|iso9660"
          + "|mqueue|nsfs|overlay|proc|procfs|pstore|rpc_pipefs|securityfs|selinuxfs|squashfs"
          + "|erofs|sysfs|tracefs";
  private static final String ON_ANOTHER_MACHINE =
      "nfs|nfs4|cifs|smb3|smbfs|fuse\\..*|ceph|glusterfs|9p|afs|lustre|beegfs";
  private static final String INNER_MOUNTS =
      "/(dev|proc|run/credentials/.+|sys|var/lib/docker/.+|var/lib/containers/storage/.+)($|/.*)";

  public NodeConfig {
    expectAbsolute("procfs", procfs);
    expectAbsolute("sysfs", sysfs);
    expectAbsolute("rootfs", rootfs);
    expectPattern("disk_device_exclude", diskDeviceExclude);
    expectPattern("network_device_exclude", networkDeviceExclude);
    expectPattern("filesystem_type_exclude", filesystemTypeExclude);
    expectPattern("mount_point_exclude", mountPointExclude);
  }

  /// All as it is on a plain host.
  public static NodeConfig defaults() {
    return of("/proc", "/");
  }

  public static NodeConfig of(String procfs, String rootfs) {
    return new NodeConfig(procfs, null, rootfs, null, null, null, null, false);
  }

  private static void expectAbsolute(String key, @Nullable String path) {
    if (path != null && !path.startsWith("/")) {
      throw new IllegalArgumentException(
          "expected an absolute path for " + key + ", found \"" + path + "\"");
    }
  }

  private static void expectPattern(String key, @Nullable String pattern) {
    if (pattern == null) {
      return;
    }
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "expected a regular expression for " + key + ": " + e.getMessage(), e);
    }
  }

  Path proc(String... names) {
    return Path.of(procfs == null ? "/proc" : procfs, names);
  }

  String root() {
    return rootfs == null ? "/" : rootfs;
  }

  Predicate<String> excludesDisk() {
    return matching(diskDeviceExclude, DISK_PARTS);
  }

  Predicate<String> excludesNetworkDevice() {
    return matching(networkDeviceExclude, "");
  }

  Predicate<String> excludesFilesystemType() {
    var types = matching(filesystemTypeExclude, NOT_ON_A_DISK);
    return networkFilesystems ? types : types.or(matching(null, ON_ANOTHER_MACHINE));
  }

  Predicate<String> excludesMountPoint() {
    return matching(mountPointExclude, INNER_MOUNTS);
  }

  private static Predicate<String> matching(@Nullable String configured, String usual) {
    var pattern = Pattern.compile("^(?:" + (configured == null ? usual : configured) + ")$");
    return pattern::matches;
  }
}
