package io.gnomon.notify.channel;

import io.gnomon.notify.GlobalConfig;
import io.gnomon.notify.HttpConfig;
import io.gnomon.notify.Integration;
import io.gnomon.notify.NotifyConfig;
import io.gnomon.notify.ReceiverConfig;
import io.gnomon.notify.WebhookConfig;
import io.gnomon.notify.webhook.WebhookNotifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the channels of all receivers, in the order in which they are configured. What a channel
/// leaves out comes from `global`.
public final class Channels {
  private final GlobalConfig global;
  private final String externalUrl;
  private final List<Integration> made = new ArrayList<>();

  private Channels(GlobalConfig global, String externalUrl) {
    this.global = global;
    this.externalUrl = externalUrl;
  }

  /// `externalUrl` is the address under which people reach this program.
  public static List<Integration> of(NotifyConfig config, String externalUrl) {
    var channels = new Channels(config.global(), externalUrl);
    config.receivers().forEach(channels::add);
    return List.copyOf(channels.made);
  }

  private void add(ReceiverConfig receiver) {
    int first = made.size();
    for (var webhook : receiver.webhookConfigs()) {
      made.add(webhook(receiver, webhook, made.size() - first));
    }
  }

  private Integration webhook(ReceiverConfig receiver, WebhookConfig config, int index) {
    var notifier = new WebhookNotifier(config, http(), externalUrl);
    boolean resolved = or(config.sendResolved(), true);
    return new Integration(receiver.name(), index, "webhook", resolved, notifier);
  }

  private HttpConfig http() {
    return or(global.httpConfig(), HttpConfig.NONE);
  }

  private static <T> T or(@Nullable T value, T inherited) {
    return value == null ? inherited : value;
  }
}
