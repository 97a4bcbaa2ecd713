package io.gnomon.notify.wecom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gnomon.alert.Alert;
import io.gnomon.notify.Delivery;
import io.gnomon.notify.Http;
import io.gnomon.notify.HttpConfig;
import io.gnomon.notify.Notification;
import io.gnomon.notify.Notifier;
import io.gnomon.notify.WecomRobotConfig;
import io.gnomon.notify.message.Chart;
import io.gnomon.notify.message.Story;
import io.gnomon.notify.message.Wording;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// A robot in a group of 企业微信. Order of worth: the parts of the message, then a short text that
/// calls people to a critical alert, then a picture when there is room left in the minute.
public final class RobotNotifier implements Notifier {
  private static final int A_MINUTE = 18; // the robot may 20: two are left for people who test it
  private static final int MARKDOWN_BYTES = 4096;
  private static final int TEXT_BYTES = 2048;
  private static final int PICTURE_BYTES = 2 << 20;
  private static final int ROOM_FOR_PICTURE = 5;

  private final WecomRobotConfig config;
  private final Wording wording;
  private final Story.Teller teller;
  private final Contents contents;
  private final Post post;
  private final Bucket bucket;
  private final Progress progress = new Progress();

  public RobotNotifier(
      WecomRobotConfig config,
      HttpConfig http,
      Wording wording,
      Story.Teller teller,
      InstantSource clock) {
    var format = "text".equals(config.messageType()) ? Format.TEXT : Format.MARKDOWN;
    int bytes = format == Format.TEXT ? TEXT_BYTES : MARKDOWN_BYTES;
    this.config = config;
    this.wording = wording;
    this.teller = teller;
    this.contents = new Contents(wording, teller, format, bytes);
    this.bucket = new Bucket(A_MINUTE, clock);
    this.post =
        new Post(
            config.apiUrl() == null ? URI.create(Post.API) : config.apiUrl(),
            new Http(http, Duration.ofSeconds(10)));
  }

  @Override
  public Delivery send(Notification notification) throws InterruptedException {
    var messages = messages(notification);
    Delivery last = new Delivery.Sent("nothing left to send");
    for (int i = progress.of(notification.messageId()); i < messages.size(); i++) {
      last = send(messages.get(i), notification);
      if (!(last instanceof Delivery.Sent)) {
        return last;
      }
      progress.sent(notification.messageId());
    }
    progress.finished(notification.messageId());
    picture(notification);
    return last;
  }

  private List<ObjectNode> messages(Notification notification) {
    var messages = new ArrayList<ObjectNode>();
    contents
        .parts(notification)
        .forEach(part -> messages.add(Post.message(contents.format(), part)));
    if (calls(notification)) {
      messages.add(call(notification));
    }
    return messages;
  }

  private boolean calls(Notification notification) {
    boolean somebody = config.mentionedList() != null || config.mentionedMobileList() != null;
    return somebody
        && notification.firing().stream()
            .anyMatch(alert -> alert.labels().get("severity").equals("critical"));
  }

  /// Only a message of type text can mention people.
  private ObjectNode call(Notification notification) {
    var message = Post.message(Format.TEXT, contents.brief(notification));
    var text = (ObjectNode) message.get("text");
    if (config.mentionedList() != null) {
      config.mentionedList().forEach(text.putArray("mentioned_list")::add);
    }
    if (config.mentionedMobileList() != null) {
      config.mentionedMobileList().forEach(text.putArray("mentioned_mobile_list")::add);
    }
    return message;
  }

  private Delivery send(ObjectNode message, Notification notification) throws InterruptedException {
    long wait = bucket.take();
    if (wait > 0) {
      return new Delivery.Retry(
          "waits for the limit of messages a minute", Duration.ofMillis(wait));
    }
    var reply = post.post(path(), message);
    if (reply.meaning() == Reply.Meaning.SHORTER && bucket.take() == 0) {
      reply = post.post(path(), Post.message(Format.TEXT, contents.brief(notification)));
    }
    return reply.delivery();
  }

  /// The last thing sent and the first to be left out; nothing depends on it.
  private void picture(Notification notification) throws InterruptedException {
    if (Boolean.FALSE.equals(config.chart()) || bucket.left() < ROOM_FOR_PICTURE) {
      return;
    }
    var alert = notification.alerts().getFirst();
    var png =
        teller.tell(alert, notification.at()).flatMap(story -> chart(story, alert, notification));
    if (png.isPresent() && png.get().length <= PICTURE_BYTES && bucket.take() == 0) {
      var message = Post.JSON.createObjectNode().put("msgtype", "image");
      message
          .putObject("image")
          .put("base64", Base64.getEncoder().encodeToString(png.get()))
          .put("md5", md5(png.get()));
      post.post(path(), message);
    }
  }

  private java.util.Optional<byte[]> chart(Story story, Alert alert, Notification notification) {
    var title = wording.text(alert, java.util.Optional.of(story), notification.at()).title();
    return Chart.png(story, title, alert.name(), wording.zone());
  }

  private String path() {
    return "webhook/send?key=" + URLEncoder.encode(config.key().reveal(), StandardCharsets.UTF_8);
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
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
