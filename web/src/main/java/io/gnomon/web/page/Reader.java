package io.gnomon.web.page;

import io.gnomon.model.Durations;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who looks at a page: the language, light or dark, and which page it is.
///
/// @param theme light, dark, or auto: as the reader's machine has it
public record Reader(Language language, String theme, String path) {
  private static final int YEAR = 365 * 24 * 3600;
  private static final Map<String, String> NEXT_THEME =
      Map.of("auto", "dark", "dark", "light", "light", "auto");

  /// A choice in the address is kept in a cookie.
  static Reader of(Context ctx) {
    var language = chosen(ctx, "lang");
    var theme = chosen(ctx, "theme");
    var accepted = Objects.requireNonNullElse(ctx.header("Accept-Language"), "");
    return new Reader(
        language == null ? Language.accepted(accepted) : Language.named(language),
        theme != null && NEXT_THEME.containsKey(theme) ? theme : "auto",
        ctx.path());
  }

  private static @Nullable String chosen(Context ctx, String name) {
    var choice = ctx.queryParam(name);
    if (choice == null) {
      return ctx.cookie(name);
    }
    var kept = choice.replaceAll("[^A-Za-z-]", "");
    ctx.cookie(new Cookie(name, kept, "/", YEAR, false, true, null, SameSite.LAX));
    return choice;
  }

  /// What is said, in the reader's language.
  public String say(String en, String zh) {
    return language == Language.ZH ? zh : en;
  }

  public String title(Dashboard dashboard) {
    return say(dashboard.titleEn(), dashboard.titleZh());
  }

  public String title(Dashboard.Panel panel) {
    return say(panel.titleEn(), panel.titleZh());
  }

  /// A state of a target, an alert or a rule.
  public String state(String state) {
    return switch (state) {
      case "up" -> say("up", "正常");
      case "down" -> say("down", "无响应");
      case "firing" -> say("firing", "告警中");
      case "pending" -> say("pending", "待确认");
      case "ok" -> say("ok", "正常");
      case "err" -> say("error", "出错");
      default -> say(state, "未知");
    };
  }

  /// A length of time, in its two largest units.
  public String ago(long millis) {
    var whole = Duration.ofSeconds(Math.max(0, millis / 1000));
    var text =
        Durations.print(whole.toMinutes() < 1 ? whole : Duration.ofMinutes(whole.toMinutes()));
    return language == Language.ZH
        ? text.replace("d", "天").replace("h", "小时").replace("m", "分钟").replace("s", "秒")
        : text;
  }

  public String nextTheme() {
    return NEXT_THEME.getOrDefault(theme, "auto");
  }
}
