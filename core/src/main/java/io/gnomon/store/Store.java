package io.gnomon.store;

import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import io.gnomon.model.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The database of one data directory: append, find, read.
public final class Store implements SeriesSource, AutoCloseable {
  private final DirectoryLock lock;
  private final Arena arena;
  private final HotFile hot;
  private final @Nullable SeriesMap map;
  private final Archive archive;
  private final Verifier verifier;
  private final Catalogue catalogue;
  private final StoreCounters counters;
  private final Problems problems;
  private final MetricBook metrics;
  private final StoreOptions options;
  private final Set<String> open = new HashSet<>();

  private Store(
      DirectoryLock lock,
      Arena arena,
      HotFile hot,
      @Nullable SeriesMap map,
      Archive archive,
      Verifier verifier,
      Catalogue catalogue,
      StoreCounters counters,
      Problems problems,
      MetricBook metrics,
      StoreOptions options) {
    this.lock = lock;
    this.arena = arena;
    this.hot = hot;
    this.map = map;
    this.archive = archive;
    this.verifier = verifier;
    this.catalogue = catalogue;
    this.counters = counters;
    this.problems = problems;
    this.metrics = metrics;
    this.options = options;
  }

  /// Opens a data directory, making it when it is missing. Throws an `IOException` whose message is
  /// one clear line when the directory cannot be used or another process has it.
  public static Store open(Path directory, StoreOptions options) throws IOException {
    var lock = DirectoryLock.take(directory);
    var arena = Arena.ofShared();
    try {
      return open(directory, options, lock, arena);
    } catch (IOException | RuntimeException e) {
      arena.close();
      lock.close();
      throw e;
    }
  }

  private static Store open(Path directory, StoreOptions options, DirectoryLock lock, Arena arena)
      throws IOException {
    var problems = new Problems();
    var counters = new StoreCounters();
    var catalogue = new Catalogue();
    var files = new RingFiles(directory.resolve("ring"), arena, problems);
    var ring = new RingOpening(files, options.retentionBytes(), problems).open();
    var hot = HotFile.open(directory.resolve("hot"), arena, problems);
    var tables = new Tables(catalogue, hot);
    new RingRecovery(ring, tables, catalogue, problems).run();
    new HotRecovery(hot, tables, problems).run();
    var writer = new RingWriter(ring, catalogue, tables, options, counters, arena);
    var archive = new Archive(writer, hot, catalogue, tables, counters);
    archive.settle();
    var map = openMap(directory.resolve("series"), lock.wasClean(), catalogue, problems);
    var metrics = new MetricBook(directory.resolve("metrics"));
    metrics.load(problems);
    var verifier = new Verifier(archive, problems);
    verifier.start();
    return new Store(
        lock, arena, hot, map, archive, verifier, catalogue, counters, problems, metrics, options);
  }

  /// The map is no more than a quick way: without it the index finds the series.
  private static @Nullable SeriesMap openMap(
      Path file, boolean clean, Catalogue catalogue, Problems problems) throws IOException {
    if (!clean) {
      Files.deleteIfExists(file);
    }
    try {
      var map = SeriesMap.open(file);
      catalogue.use(map, clean);
      return map;
    } catch (IOException | RuntimeException e) {
      problems.add(file + " cannot be used: " + e);
      return null;
    }
  }

  /// The rows of a target, known by its name; one appender a target at a time.
  public Appender appender(String target) {
    synchronized (open) {
      if (!open.add(target)) {
        throw new IllegalStateException("target " + target + " has an appender");
      }
    }
    boolean force = options.forceEveryCommit();
    var writer = new TableWriter(archive.attach(target), Absent.STALE, archive, counters, force);
    var sides = new SideTables(target, archive, catalogue, counters, force);
    return new RowAppender(
        target, this, catalogue, counters, metrics, writer, new TimedRows(sides, counters));
  }

  /// The target is gone: its rows go into the ring.
  void ended(String target, Table table) {
    archive.end(table);
    released(target, table);
  }

  /// Another appender may have the target.
  void released(String target, Table table) {
    archive.detach(table);
    synchronized (open) {
      open.remove(target);
    }
  }

  @Override
  public long epoch() {
    return catalogue.changes().epoch();
  }

  @Override
  public boolean changedSince(long epoch, List<Matcher> matchers) {
    return catalogue.changes().since(epoch, matchers);
  }

  @Override
  public int[] select(List<Matcher> matchers) {
    return catalogue.select(matchers).stream().mapToInt(series -> series.id).toArray();
  }

  @Override
  public Labels labels(int id) {
    var series = catalogue.series(id);
    return series == null ? Labels.EMPTY : series.labels;
  }

  @Override
  public int read(int id, long after, long upTo, Window into) {
    into.clear();
    var series = catalogue.series(id);
    long from = Math.max(after, archive.horizon());
    return series == null ? 0 : into.reader(archive.ring()).read(series.homes(), from, upTo, into);
  }

  @Override
  public int newest(int id, long after, long upTo, Window into) {
    into.clear();
    var series = catalogue.series(id);
    long from = Math.max(after, archive.horizon());
    return series == null
        ? 0
        : into.reader(archive.ring()).newest(series.homes(), from, upTo, into);
  }

  /// The series that one of the selectors accepts (all, when there is none) with samples in `[from,
  /// to]`.
  public List<Labels> series(List<List<Matcher>> selectors, long from, long to) {
    var selected = selectors.isEmpty() ? List.of(List.<Matcher>of()) : selectors;
    var window = new Window();
    return selected.stream()
        .flatMap(matchers -> catalogue.select(matchers).stream())
        .distinct()
        .filter(series -> newest(series.id, from - 1, to, window) > 0)
        .map(series -> series.labels)
        .sorted()
        .toList();
  }

  /// The label names of those series.
  public SortedSet<String> labelNames(List<List<Matcher>> selectors, long from, long to) {
    var names = new TreeSet<String>();
    series(selectors, from, to).forEach(labels -> names.addAll(labels.names()));
    return names;
  }

  /// The values of one label among those series.
  public SortedSet<String> labelValues(
      String name, List<List<Matcher>> selectors, long from, long to) {
    var values = new TreeSet<String>();
    Stream<String> all = series(selectors, from, to).stream().map(labels -> labels.get(name));
    all.filter(value -> !value.isEmpty()).forEach(values::add);
    return values;
  }

  /// What the metric families said of themselves, by name.
  public List<Metric> metadata() {
    return metrics.all();
  }

  /// How the store is: read without waiting for anybody.
  public StoreStats stats() {
    var ring = archive.ring();
    return new StoreStats(
        counters.isDiskFull(),
        catalogue.count(),
        counters.rows.sum(),
        counters.samples.sum(),
        counters.outOfOrder.sum(),
        counters.duplicates.sum(),
        counters.refusedForDisk.sum(),
        counters.sealedSamples.sum(),
        counters.sealedBytes.sum(),
        ring.allocatedBytes(),
        ring.budget(),
        hot.bytes(),
        ring.oldestTime(),
        archive.newestTime(),
        problems.latest());
  }

  /// Waits until the checksums of what an earlier run left are computed.
  void awaitVerified() throws InterruptedException {
    verifier.await();
  }

  @Override
  public void close() {
    verifier.close();
    arena.close();
    metrics.save(problems);
    try (lock) {
      if (map != null) {
        map.close();
      }
      hot.close();
      lock.markClean();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
