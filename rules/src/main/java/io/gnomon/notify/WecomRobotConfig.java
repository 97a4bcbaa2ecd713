package io.gnomon.notify;

import io.gnomon.model.Secret;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A robot in a group of 企业微信 (WeCom), known by the key of its webhook address.
public record WecomRobotConfig(
    @Nullable Boolean sendResolved,
    @Nullable HttpConfig httpConfig,
    Secret key,
    @Nullable URI apiUrl,
    @Nullable String messageType,
    @Nullable List<String> mentionedList,
    @Nullable List<String> mentionedMobileList,
    @Nullable Boolean chart) {

  public WecomRobotConfig {
    if (key == null) {
      throw new IllegalArgumentException("expected key or key_file");
    }
    if (messageType != null && !messageType.matches("text|markdown")) {
      throw new IllegalArgumentException("message_type: expected text or markdown");
    }
  }
}
