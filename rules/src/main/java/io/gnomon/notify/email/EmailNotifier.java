package io.gnomon.notify.email;

import io.gnomon.alert.Alert;
import io.gnomon.notify.Delivery;
import io.gnomon.notify.Notification;
import io.gnomon.notify.Notifier;
import io.gnomon.notify.message.Chart;
import io.gnomon.notify.message.Story;
import io.gnomon.notify.message.Wording;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.simplejavamail.MailException;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.email.EmailBuilder;

/// Sends mail by SMTP. All mails of a group refer to the same first one, so that mail programs show
/// them as one thread.
public final class EmailNotifier implements Notifier {
  private static final int MOST_ALERTS = 50;

  private final SmtpAccount account;
  private final String to;
  private final Wording wording;
  private final Story.Teller teller;

  public EmailNotifier(SmtpAccount account, String to, Wording wording, Story.Teller teller) {
    this.account = account;
    this.to = to;
    this.wording = wording;
    this.teller = teller;
  }

  @Override
  public Delivery send(Notification notification) {
    try {
      account.mailer().sendMail(email(notification), false);
      return new Delivery.Sent("accepted by " + account.smarthost());
    } catch (MailException e) {
      return SmtpAnswer.delivery(e);
    }
  }

  private Email email(Notification notification) {
    var alerts = notification.alerts().stream().limit(MOST_ALERTS).toList();
    var first = alerts.getFirst();
    var story = teller.tell(first, notification.at());
    var texts =
        alerts.stream()
            .map(a -> wording.text(a, teller.tell(a, notification.at()), notification.at()))
            .toList();
    var picture = story.flatMap(s -> chart(s, first, texts.getFirst().title()));
    var headline = wording.headline(notification);
    var body = new MailBody(wording.language(), headline, texts, picture.isPresent());
    var thread = thread(notification);
    var builder =
        EmailBuilder.startingBlank()
            .from(account.from())
            .toMultiple(Arrays.stream(to.split(",")).map(String::strip).toList())
            .withSubject(wording.subject(notification))
            .withPlainText(body.text())
            .withHTMLText(body.html())
            .withHeader("References", thread)
            .withHeader("In-Reply-To", thread)
            .withHeader("Auto-Submitted", "auto-generated")
            .fixingMessageId("<" + notification.messageId() + "@gnomon>");
    picture.ifPresent(png -> builder.withEmbeddedImage(MailBody.CHART, png, "image/png"));
    return builder.buildEmail();
  }

  private java.util.Optional<byte[]> chart(Story story, Alert alert, String title) {
    return Chart.png(story, title, alert.name(), wording.zone());
  }

  private static String thread(Notification notification) {
    var id = UUID.nameUUIDFromBytes(notification.groupKey().getBytes(StandardCharsets.UTF_8));
    return "<" + id + "@gnomon>";
  }
}
