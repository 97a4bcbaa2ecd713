package io.gnomon.collect.micrometer;

import com.sun.management.UnixOperatingSystemMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/// The process under the names every Prometheus client library uses: `process_cpu_seconds_total`,
/// `process_resident_memory_bytes` and the others.
public final class ProcessMetrics implements MeterBinder {
  private static final double NANOS = 1e9;

  private final Path status;

  /// @param procfs `/proc`
  public ProcessMetrics(Path procfs) {
    this.status = procfs.resolve("self/status");
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    bindTimes(registry, ManagementFactory.getRuntimeMXBean());
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      bindUnix(registry, unix);
    }
    memory(registry, "process.resident.memory", "VmRSS:", "Resident memory size");
    memory(registry, "process.virtual.memory", "VmSize:", "Virtual memory size");
  }

  private static void bindTimes(MeterRegistry registry, RuntimeMXBean runtime) {
    Gauge.builder("process.start.time", runtime, r -> r.getStartTime() / 1000.0)
        .baseUnit("seconds")
        .description("Start time of the process since the epoch")
        .register(registry);
  }

  private static void bindUnix(MeterRegistry registry, UnixOperatingSystemMXBean unix) {
    FunctionCounter.builder("process.cpu", unix, bean -> bean.getProcessCpuTime() / NANOS)
        .baseUnit("seconds")
        .description("User and system CPU time spent")
        .register(registry);
    Gauge.builder("process.open.fds", unix, UnixOperatingSystemMXBean::getOpenFileDescriptorCount)
        .description("Open file descriptors")
        .register(registry);
    Gauge.builder("process.max.fds", unix, UnixOperatingSystemMXBean::getMaxFileDescriptorCount)
        .description("Most file descriptors the process may open")
        .register(registry);
  }

  private void memory(MeterRegistry registry, String name, String field, String help) {
    Gauge.builder(name, this, metrics -> metrics.bytes(field))
        .strongReference(true)
        .baseUnit("bytes")
        .description(help)
        .register(registry);
  }

  /// A field of kilobytes in the process's status; NaN where there is no such file.
  private double bytes(String field) {
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith(field))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
