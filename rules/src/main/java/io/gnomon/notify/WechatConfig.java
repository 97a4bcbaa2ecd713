package io.gnomon.notify;

import io.gnomon.model.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// An application of 企业微信 (WeCom) that speaks to users, parties or tags. What is null comes from
/// the `wechat_api_` keys of `global`.
public record WechatConfig(
    @Nullable Boolean sendResolved,
    @Nullable HttpConfig httpConfig,
    @Nullable Secret apiSecret,
    @Nullable URI apiUrl,
    @Nullable String corpId,
    String agentId,
    @Nullable String toUser,
    @Nullable String toParty,
    @Nullable String toTag,
    @Nullable String messageType) {

  public WechatConfig {
    if (messageType != null && !messageType.matches("text|markdown")) {
      throw new IllegalArgumentException("message_type: expected text or markdown");
    }
    if (agentId == null || !agentId.matches("\\d+")) {
      throw new IllegalArgumentException("agent_id: expected a number");
    }
    if (toUser == null && toParty == null && toTag == null) {
      throw new IllegalArgumentException("expected to_user, to_party or to_tag");
    }
  }
}
