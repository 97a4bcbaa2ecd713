package io.gnomon.notify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody who is told, by any number of channels, in one language and time zone.
public record ReceiverConfig(
    String name,
    Language language,
    @Nullable String timeZone,
    List<WebhookConfig> webhookConfigs,
    List<EmailConfig> emailConfigs,
    List<WechatConfig> wechatConfigs,
    List<WecomRobotConfig> wecomRobotConfigs) {

  public ReceiverConfig {
    if (name == null || name.isEmpty()) {
      throw new IllegalArgumentException("expected a receiver with a name");
    }
    if (timeZone != null) {
      var _ = TimeInterval.zone("time_zone", timeZone);
    }
    language = language == null ? Language.ZH : language;
    webhookConfigs = orNone(webhookConfigs);
    emailConfigs = orNone(emailConfigs);
    wechatConfigs = orNone(wechatConfigs);
    wecomRobotConfigs = orNone(wecomRobotConfigs);
  }

  public static ReceiverConfig named(String name) {
    return new ReceiverConfig(name, Language.ZH, null, List.of(), List.of(), List.of(), List.of());
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
