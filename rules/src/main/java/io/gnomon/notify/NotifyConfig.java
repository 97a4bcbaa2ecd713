package io.gnomon.notify;

import io.gnomon.alert.InhibitRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All that Alertmanager's file says, checked as a whole: every name that is used is defined once.
/// Without a route nobody is told.
public record NotifyConfig(
    GlobalConfig global,
    @Nullable RouteConfig route,
    List<ReceiverConfig> receivers,
    List<InhibitRule> inhibitRules,
    List<TimeIntervalConfig> timeIntervals) {
  private static final String NOBODY = "nobody";

  public static final NotifyConfig NONE =
      new NotifyConfig(GlobalConfig.NONE, null, List.of(), List.of(), List.of());

  public NotifyConfig {
    var receiverNames = unique("receiver", receivers.stream().map(ReceiverConfig::name).toList());
    var intervalNames =
        unique("time interval", timeIntervals.stream().map(TimeIntervalConfig::name).toList());
    for (var receiver : receivers) {
      complete(receiver, global);
    }
    if (route == null && !receivers.isEmpty()) {
      throw new IllegalArgumentException("expected a route, since there are receivers");
    }
    if (route != null) {
      Route.root(route).forEach(node -> check(node, receiverNames, intervalNames));
    }
  }

  public Route root() {
    return Route.root(route == null ? RouteConfig.to(NOBODY) : route);
  }

  /// What an operator should know though nothing is wrong.
  public List<String> warnings() {
    var warnings = new java.util.TreeSet<String>();
    root()
        .forEach(node -> {
          if (!node.effectiveRepeat().equals(node.repeatInterval())) {
            warnings.add(
                "route %s: repeat_interval is rounded up to %s, a multiple of group_interval"
                    .formatted(
                        node.key(), io.gnomon.model.Durations.print(node.effectiveRepeat())));
          }
        });
    return List.copyOf(warnings);
  }

  /// What a channel leaves out must stand in `global`.
  private static void complete(ReceiverConfig receiver, GlobalConfig global) {
    for (var email : receiver.emailConfigs()) {
      given(receiver, "smarthost", email.smarthost(), "smtp_smarthost", global.smtpSmarthost());
      given(receiver, "from", email.from(), "smtp_from", global.smtpFrom());
    }
    for (var wechat : receiver.wechatConfigs()) {
      given(receiver, "corp_id", wechat.corpId(), "wechat_api_corp_id", global.wechatApiCorpId());
      given(
          receiver,
          "api_secret",
          wechat.apiSecret(),
          "wechat_api_secret",
          global.wechatApiSecret());
    }
  }

  private static void given(
      ReceiverConfig receiver,
      String key,
      @Nullable Object own,
      String globalKey,
      @Nullable Object inherited) {
    if (own == null && inherited == null) {
      throw new IllegalArgumentException(
          "receivers: expected %s in \"%s\" or %s in global"
              .formatted(key, receiver.name(), globalKey));
    }
  }

  private static Set<String> unique(String what, List<String> names) {
    var seen = new HashSet<String>();
    for (var name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException("expected one %s named \"%s\"".formatted(what, name));
      }
    }
    return seen;
  }

  private static void check(Route route, Set<String> receivers, Set<String> intervals) {
    defined("receiver", route.receiver(), receivers);
    route.mute().forEach(name -> defined("time interval", name, intervals));
    route.active().forEach(name -> defined("time interval", name, intervals));
  }

  private static void defined(String what, String name, Set<String> names) {
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "route: expected a %s that is defined (%s), got \"%s\""
              .formatted(what, names.stream().sorted().collect(Collectors.joining(", ")), name));
    }
  }
}
