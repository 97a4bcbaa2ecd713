package io.gnomon.web.page;

import io.gnomon.collect.TargetState;
import io.gnomon.web.templates.StaticTemplates;
import io.gnomon.web.templates.Templates;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// `/targets`.
public final class TargetPages {
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Frames frames;
  private final Supplier<List<TargetState>> states;

  public TargetPages(Frames frames, Supplier<List<TargetState>> states) {
    this.frames = frames;
    this.states = states;
  }

  public void targets(Context ctx) {
    var frame = frames.still(ctx, "Targets", "目标");
    var clock = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    var jobs =
        states.get().stream()
            .collect(
                Collectors.groupingBy(
                    state -> state.target().job(),
                    TreeMap::new,
                    Collectors.mapping(state -> line(state, clock), Collectors.toList())));
    ctx.html(TEMPLATES.pageTargets(new TargetPage(frame, jobs)).render());
  }

  private static TargetPage.Line line(TargetState state, DateTimeFormatter clock) {
    boolean never = state.lastScrape() == 0;
    return new TargetPage.Line(
        state.target().url(),
        state.health().name().toLowerCase(Locale.ROOT),
        state.target().labels(),
        never ? "–" : clock.format(Instant.ofEpochMilli(state.lastScrape())),
        never ? "–" : Units.format("s", state.duration().toNanos() / 1e9),
        Integer.toString(state.samples()),
        state.error(),
        state.warnings());
  }
}
