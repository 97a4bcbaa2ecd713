package io.gnomon.notify;

import io.gnomon.model.Secret;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The keys of `global` that are Alertmanager's: what channels leave out comes from here.
public record GlobalConfig(
    @Nullable Duration resolveTimeout,
    @Nullable HttpConfig httpConfig,
    @Nullable String smtpFrom,
    @Nullable String smtpSmarthost,
    @Nullable String smtpHello,
    @Nullable String smtpAuthUsername,
    @Nullable Secret smtpAuthPassword,
    @Nullable String smtpAuthIdentity,
    @Nullable Secret smtpAuthSecret,
    @Nullable Boolean smtpRequireTls,
    @Nullable URI wechatApiUrl,
    @Nullable Secret wechatApiSecret,
    @Nullable String wechatApiCorpId) {
  public static final GlobalConfig NONE =
      new GlobalConfig(
          null, null, null, null, null, null, null, null, null, null, null, null, null);

  public Duration resolveAfter() {
    return resolveTimeout == null ? Duration.ofMinutes(5) : resolveTimeout;
  }
}
