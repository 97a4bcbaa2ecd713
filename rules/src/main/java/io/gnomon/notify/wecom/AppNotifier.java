package io.gnomon.notify.wecom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gnomon.model.Secret;
import io.gnomon.notify.Delivery;
import io.gnomon.notify.Http;
import io.gnomon.notify.HttpConfig;
import io.gnomon.notify.Notification;
import io.gnomon.notify.Notifier;
import io.gnomon.notify.WechatConfig;
import io.gnomon.notify.message.Story;
import io.gnomon.notify.message.Wording;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// An application of 企业微信 that writes to people. Text is read in WeChat too, markdown only in WeCom
/// itself.
public final class AppNotifier implements Notifier {
  private static final int A_MINUTE = 25; // a member may get 30; what is above is dropped silently
  private static final int BYTES = 2048; // of text and of markdown alike
  private static final int REPEAT_GUARD = 4 * 3600; // the longest the server compares messages

  private final WechatConfig config;
  private final Contents contents;
  private final Post post;
  private final Token token;
  private final Bucket bucket;
  private final Progress progress = new Progress();

  /// Who we are: an application's place and secret.
  public record Account(URI api, String corpId, Secret secret) {
    public static final URI API = URI.create(Post.API);
  }

  public AppNotifier(
      WechatConfig config,
      Account account,
      HttpConfig http,
      Wording wording,
      Story.Teller teller,
      InstantSource clock) {
    var format = "markdown".equals(config.messageType()) ? Format.MARKDOWN : Format.TEXT;
    this.config = config;
    this.contents = new Contents(wording, teller, format, BYTES);
    this.post = new Post(account.api(), new Http(http, Duration.ofSeconds(10)));
    this.token = new Token(post, account.corpId(), account.secret(), clock);
    this.bucket = new Bucket(A_MINUTE, clock);
  }

  @Override
  public Delivery send(Notification notification) throws InterruptedException {
    var parts = contents.parts(notification);
    Delivery last = new Delivery.Sent("nothing left to send");
    for (int i = progress.of(notification.messageId()); i < parts.size(); i++) {
      last = part(contents.format(), parts.get(i), notification);
      if (!(last instanceof Delivery.Sent)) {
        return last;
      }
      progress.sent(notification.messageId());
    }
    progress.finished(notification.messageId());
    return last;
  }

  private Delivery part(Format format, String content, Notification notification)
      throws InterruptedException {
    long wait = bucket.take();
    if (wait > 0) {
      return new Delivery.Retry(
          "waits for the limit of messages a minute", Duration.ofMillis(wait));
    }
    var reply = authorised(addressed(Post.message(format, content)));
    if (reply.meaning() == Reply.Meaning.SHORTER) {
      reply = authorised(addressed(Post.message(Format.TEXT, contents.brief(notification))));
    }
    return reply.delivery();
  }

  /// Sends with the token there is; when it is no good any more, once more with a new one.
  private Reply authorised(ObjectNode message) throws InterruptedException {
    var reply = once(message);
    if (reply.meaning() == Reply.Meaning.TOKEN) {
      token.drop();
      reply = once(message);
    }
    return reply;
  }

  private Reply once(ObjectNode message) throws InterruptedException {
    return switch (token.get()) {
      case Token.Answer.Denied(var reply) -> reply;
      case Token.Answer.Granted(var granted) ->
          post.post("message/send?access_token=" + Token.encode(granted.reveal()), message);
    };
  }

  private ObjectNode addressed(ObjectNode message) {
    put(message, "touser", config.toUser());
    put(message, "toparty", config.toParty());
    put(message, "totag", config.toTag());
    return message
        .put("agentid", Integer.parseInt(config.agentId()))
        .put("enable_duplicate_check", 1)
        .put("duplicate_check_interval", REPEAT_GUARD);
  }

  private static void put(ObjectNode message, String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      message.put(key, value);
    }
  }

  @Override
  public int digestAbove() {
    return 5;
  }

  @Override
  public void sentLately(int messages) {
    bucket.count(messages);
  }

  @Override
  public void close() {
    post.close();
  }
}
