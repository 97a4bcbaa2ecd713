package io.gnomon.rules;

import io.gnomon.alert.AlertBook;
import io.gnomon.alert.Entry;
import io.gnomon.alert.Journal;
import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import io.gnomon.promql.Engine;
import io.gnomon.promql.Limits;
import io.gnomon.promql.Options;
import io.gnomon.promql.Parser;
import io.gnomon.store.Appender;
import io.gnomon.store.Store;
import io.gnomon.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A store, an engine and an alert book for tests, with a clock that is set by hand.
final class House implements AutoCloseable {
  static final long T0 = 1_700_000_000_000L;
  private static final StoreOptions ROOM = new StoreOptions(64 << 20, 86_400_000L, false);

  final Store store;
  final Engine engine;
  final Journal journal;
  final AlertBook book;
  final RuleContext context;
  final List<Entry.Changed> changes = new ArrayList<>();
  long now = T0;
  private final Map<String, Appender> targets = new HashMap<>();

  House(Path directory) throws IOException {
    this(directory, RuleContext.Restart.NONE);
  }

  House(Path directory, RuleContext.Restart restart) throws IOException {
    store = Store.open(directory.resolve("store"), ROOM);
    engine = new Engine(store, Options.DEFAULT);
    journal = Journal.open(directory);
    book = new AlertBook(journal, Duration.ofMinutes(5), Labels.EMPTY);
    book.restore(journal.entries(), journal.lastAlive());
    InstantSource clock = () -> java.time.Instant.ofEpochMilli(now);
    context =
        new RuleContext(
            engine,
            Limits.DEFAULT,
            store::appender,
            book,
            Labels.EMPTY,
            "http://gnomon",
            clock,
            restart);
  }

  /// A group at work, made of rules as a rule file has them.
  GroupRun group(String rules) throws RuleFileException {
    var text = "groups: [{name: g, rules: [" + rules + "]}]";
    var run =
        new GroupRun(RuleFile.read("t.yml", text, Duration.ofSeconds(15)).getFirst(), context);
    run.takeOver(now);
    return run;
  }

  /// Scrapes one series of a target of its own, `NaN` text for none.
  void put(String series, double value) {
    var labels = labels(series);
    var appender = targets.computeIfAbsent(series, store::appender);
    appender.begin(now);
    appender.put(appender.column(labels), value);
    appender.commit();
  }

  static Labels labels(String series) {
    var map = new HashMap<String, String>();
    for (Matcher matcher : Parser.parseSelector(series, Options.DEFAULT)) {
      map.put(matcher.name(), matcher.value());
    }
    return Labels.of(map);
  }

  /// The answer to a query now: `{labels} value` a line, sorted.
  List<String> ask(String query) {
    var result = engine.plan(query, Limits.DEFAULT).at(now);
    var lines = new ArrayList<String>();
    for (int row = 0; row < result.size(); row++) {
      double value = result.values(row)[0];
      if (!io.gnomon.model.Absent.is(value)) {
        lines.add(result.labels(row) + " " + value);
      }
    }
    return lines.stream().sorted().toList();
  }

  @Override
  public void close() {
    targets.values().forEach(Appender::close);
    journal.close();
    store.close();
  }
}
