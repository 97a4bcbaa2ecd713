package io.gnomon.notify.channel;

import io.gnomon.notify.EmailConfig;
import io.gnomon.notify.GlobalConfig;
import io.gnomon.notify.HttpConfig;
import io.gnomon.notify.Integration;
import io.gnomon.notify.NotifyConfig;
import io.gnomon.notify.ReceiverConfig;
import io.gnomon.notify.TimeInterval;
import io.gnomon.notify.WebhookConfig;
import io.gnomon.notify.WechatConfig;
import io.gnomon.notify.WecomRobotConfig;
import io.gnomon.notify.email.EmailNotifier;
import io.gnomon.notify.email.SmtpAccount;
import io.gnomon.notify.message.Story;
import io.gnomon.notify.message.Wording;
import io.gnomon.notify.webhook.WebhookNotifier;
import io.gnomon.notify.wecom.AppNotifier;
import io.gnomon.notify.wecom.RobotNotifier;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the channels of all receivers, in the order in which they are configured. What a channel
/// leaves out comes from `global`.
public final class Channels {
  private final GlobalConfig global;
  private final String externalUrl;
  private final Story.Teller teller;
  private final InstantSource clock;
  private final List<Integration> made = new ArrayList<>();

  private Channels(
      GlobalConfig global, String externalUrl, Story.Teller teller, InstantSource clock) {
    this.global = global;
    this.externalUrl = externalUrl;
    this.teller = teller;
    this.clock = clock;
  }

  /// `externalUrl` is the address under which people reach this program.
  public static List<Integration> of(
      NotifyConfig config, String externalUrl, Story.Teller teller, InstantSource clock) {
    var channels = new Channels(config.global(), externalUrl, teller, clock);
    config.receivers().forEach(channels::add);
    return List.copyOf(channels.made);
  }

  private void add(ReceiverConfig receiver) {
    int first = made.size();
    for (var webhook : receiver.webhookConfigs()) {
      made.add(webhook(receiver, webhook, made.size() - first));
    }
    for (var email : receiver.emailConfigs()) {
      made.add(email(receiver, email, made.size() - first));
    }
    for (var wechat : receiver.wechatConfigs()) {
      made.add(wechat(receiver, wechat, made.size() - first));
    }
    for (var robot : receiver.wecomRobotConfigs()) {
      made.add(robot(receiver, robot, made.size() - first));
    }
  }

  private Integration webhook(ReceiverConfig receiver, WebhookConfig config, int index) {
    var notifier = new WebhookNotifier(config, http(), externalUrl);
    boolean resolved = or(config.sendResolved(), true);
    return new Integration(receiver.name(), index, "webhook", resolved, notifier);
  }

  private Integration email(ReceiverConfig receiver, EmailConfig config, int index) {
    var account = SmtpAccount.of(config, global);
    var notifier = new EmailNotifier(account, config.to(), wording(receiver), teller);
    boolean resolved = or(config.sendResolved(), false);
    return new Integration(receiver.name(), index, "email", resolved, notifier);
  }

  private Integration wechat(ReceiverConfig receiver, WechatConfig config, int index) {
    var account =
        new AppNotifier.Account(
            or(config.apiUrl(), or(global.wechatApiUrl(), AppNotifier.Account.API)),
            need("corp_id", or(config.corpId(), global.wechatApiCorpId())),
            need("api_secret", or(config.apiSecret(), global.wechatApiSecret())));
    var notifier =
        new AppNotifier(
            config, account, or(config.httpConfig(), http()), wording(receiver), teller, clock);
    boolean resolved = or(config.sendResolved(), false);
    return new Integration(receiver.name(), index, "wechat", resolved, notifier);
  }

  private Integration robot(ReceiverConfig receiver, WecomRobotConfig config, int index) {
    var http = or(config.httpConfig(), http());
    var notifier = new RobotNotifier(config, http, wording(receiver), teller, clock);
    boolean resolved = or(config.sendResolved(), true);
    return new Integration(receiver.name(), index, "wecom_robot", resolved, notifier);
  }

  private static <T> T need(String key, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(
          "expected "
              + key
              + " in wechat_configs or wechat_api_"
              + key.replace("api_", "")
              + " in global");
    }
    return value;
  }

  private static Wording wording(ReceiverConfig receiver) {
    var zone = or(receiver.timeZone(), "Local");
    return new Wording(receiver.language(), TimeInterval.zone("time_zone", zone));
  }

  private HttpConfig http() {
    return or(global.httpConfig(), HttpConfig.NONE);
  }

  private static <T extends @Nullable Object> T or(@Nullable T value, T inherited) {
    return value == null ? inherited : value;
  }
}
