package io.gnomon.web.page;

import io.gnomon.model.Durations;
import io.gnomon.store.StoreStats;
import io.gnomon.web.config.Config;
import io.gnomon.web.config.ConfigText;
import io.gnomon.web.page.StatusPage.Fact;
import io.gnomon.web.templates.StaticTemplates;
import io.gnomon.web.templates.Templates;
import io.javalin.http.Context;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;

/// `/status`: the program seen by itself.
public final class StatusPages {
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Frames frames;
  private final DashboardPages dashboards;
  private final Supplier<StoreStats> store;
  private final Supplier<Config> config;
  private final Supplier<String> problem;
  private final Dashboard self = Dashboards.self();

  public StatusPages(
      Frames frames,
      DashboardPages dashboards,
      Supplier<StoreStats> store,
      Supplier<Config> config,
      Supplier<String> problem) {
    this.frames = frames;
    this.dashboards = dashboards;
    this.store = store;
    this.config = config;
    this.problem = problem;
  }

  public void status(Context ctx) {
    var charts = dashboards.page(ctx, self, "Status", "状态");
    var page =
        new StatusPage(
            charts.frame(),
            problem.get(),
            facts(charts.frame().reader()),
            ConfigText.of(config.get()),
            charts);
    ctx.html(TEMPLATES.pageStatus(page).render());
  }

  private static String state(StoreStats stats, Reader reader) {
    var problems = stats.problems();
    return stats.diskFull()
        ? reader.say("disk full: nothing is appended", "磁盘已满：暂停写入")
        : problems.isEmpty() ? reader.say("ok", "正常") : problems.getLast();
  }

  private static String ring(StoreStats stats) {
    return Units.format("bytes", stats.ringBytes())
        + " / "
        + Units.format("bytes", stats.ringBudget());
  }

  private static String perSample(StoreStats stats) {
    return stats.sealedSamples() == 0
        ? "–"
        : Units.format("short", (double) stats.sealedBytes() / stats.sealedSamples());
  }

  private List<Fact> facts(Reader reader) {
    var now = config.get();
    long uptime = ManagementFactory.getRuntimeMXBean().getUptime();
    var stats = store.get();
    return List.of(
        new Fact(reader.say("Store", "存储"), state(stats, reader)),
        new Fact(reader.say("Series", "序列数"), Long.toString(stats.series())),
        new Fact(reader.say("Ring on disk", "磁盘占用"), ring(stats)),
        new Fact(reader.say("Bytes per sample", "每样本字节"), perSample(stats)),
        new Fact(reader.say("Running for", "已运行"), reader.ago(uptime)),
        new Fact(reader.say("Java", "Java"), Runtime.version().toString()),
        new Fact(reader.say("Data directory", "数据目录"), now.storage().path().toString()),
        new Fact(reader.say("Kept for", "保留时间"), Durations.print(now.storage().retentionTime())),
        new Fact(reader.say("Kept at most", "保留大小"), now.storage().retentionSize().toString()),
        new Fact(reader.say("Address", "访问地址"), now.web().url().toString()));
  }
}
