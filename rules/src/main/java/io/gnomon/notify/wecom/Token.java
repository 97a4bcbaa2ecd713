package io.gnomon.notify.wecom;

import io.gnomon.model.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The access token of an application: asked for once, kept for as long as it was given, and asked
/// for anew when the server says that it is no good any more.
final class Token {
  private static final long EARLY = 120_000;

  private final Post post;
  private final String corpId;
  private final Secret secret;
  private final InstantSource clock;
  private @Nullable Secret token;
  private long expiresAt;

  Token(Post post, String corpId, Secret secret, InstantSource clock) {
    this.post = post;
    this.corpId = corpId;
    this.secret = secret;
    this.clock = clock;
  }

  /// The token, or the reply that refused one.
  sealed interface Answer {
    record Granted(Secret token) implements Answer {}

    record Denied(Reply reply) implements Answer {}
  }

  synchronized Answer get() throws InterruptedException {
    var kept = token;
    if (kept != null && clock.millis() < expiresAt) {
      return new Answer.Granted(kept);
    }
    var reply =
        post.get("gettoken?corpid=" + encode(corpId) + "&corpsecret=" + encode(secret.reveal()));
    var text = reply.body().path("access_token").asText();
    if (reply.errcode() != 0 || text.isEmpty()) {
      return new Answer.Denied(reply);
    }
    var fresh = new Secret(text);
    token = fresh;
    expiresAt = clock.millis() + reply.body().path("expires_in").asLong(7200) * 1000 - EARLY;
    return new Answer.Granted(fresh);
  }

  synchronized void drop() {
    token = null;
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
