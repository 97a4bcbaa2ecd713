package io.gnomon.notify;

import io.gnomon.model.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Where Alertmanager's version 4 JSON is posted; with `maxAlerts` above 0 no more than so many
/// alerts at once.
public record WebhookConfig(
    @Nullable Boolean sendResolved,
    @Nullable HttpConfig httpConfig,
    Secret url,
    int maxAlerts,
    @Nullable Duration timeout) {

  public WebhookConfig {
    if (url == null) {
      throw new IllegalArgumentException("expected url or url_file");
    }
    if (!url.reveal().matches("(?i)https?://[^/\\s]+.*")) {
      throw new IllegalArgumentException("url: expected an address with http:// or https://");
    }
    if (maxAlerts < 0) {
      throw new IllegalArgumentException("max_alerts: expected 0 or more");
    }
  }

  public static WebhookConfig to(String url) {
    return new WebhookConfig(null, null, new Secret(url), 0, null);
  }
}
