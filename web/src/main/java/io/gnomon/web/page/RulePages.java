package io.gnomon.web.page;

import io.gnomon.model.Durations;
import io.gnomon.rules.GroupView;
import io.gnomon.rules.GroupView.AlertingView;
import io.gnomon.rules.GroupView.RecordingView;
import io.gnomon.rules.GroupView.RuleView;
import io.gnomon.web.page.RulePage.Group;
import io.gnomon.web.page.RulePage.Line;
import io.gnomon.web.templates.StaticTemplates;
import io.gnomon.web.templates.Templates;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/// `/rules`.
public final class RulePages {
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Frames frames;
  private final Supplier<List<GroupView>> groups;

  public RulePages(Frames frames, Supplier<List<GroupView>> groups) {
    this.frames = frames;
    this.groups = groups;
  }

  public void rules(Context ctx) {
    var frame = frames.still(ctx, "Rules", "规则");
    var shown = groups.get().stream().map(RulePages::group).toList();
    ctx.html(TEMPLATES.pageRules(new RulePage(frame, shown)).render());
  }

  private static Group group(GroupView group) {
    return new Group(
        group.name(),
        group.file(),
        Durations.print(group.interval()),
        Units.format("s", group.evaluationNanos() / 1e9),
        group.rules().stream().map(RulePages::line).toList());
  }

  private static Line line(RuleView rule) {
    var query = rule.rule().expr().toString();
    return new Line(
        rule.rule().name(),
        query,
        rule instanceof AlertingView alert ? Durations.print(alert.rule().hold()) : "",
        state(rule),
        rule.lastError(),
        Units.format("s", rule.evaluationNanos() / 1e9),
        "/explore?expr=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
  }

  /// Its health, or what its alerts are in when it is well.
  private static String state(RuleView rule) {
    return switch (rule) {
      case AlertingView alert when alert.health().equals("ok") && !alert.alerts().isEmpty() ->
          alert.state();
      case AlertingView alert -> alert.health();
      case RecordingView recording -> recording.health();
    };
  }
}
