package io.gnomon.notify.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.gnomon.alert.Alert;
import io.gnomon.model.Secret;
import io.gnomon.notify.Delivery;
import io.gnomon.notify.EmailConfig;
import io.gnomon.notify.GlobalConfig;
import io.gnomon.notify.HttpConfig;
import io.gnomon.notify.Language;
import io.gnomon.notify.Notes;
import io.gnomon.notify.message.Story;
import io.gnomon.notify.message.Wording;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Mail through a real SMTP SERVER.
class EmailNotifierTest {
  private static final Story RISING =
      new Story(
          Notes.NOW - 3_600_000,
          36_000,
          IntStream.range(0, 101).mapToDouble(i -> i).toArray(),
          io.gnomon.alert.Threshold.of("a > 80"),
          OptionalDouble.of(40));

  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup[] {patient(ServerSetup.SMTP), patient(ServerSetup.SMTPS)});

  private static ServerSetup patient(ServerSetup setup) {
    var patient = setup.dynamicPort();
    patient.setServerStartupTimeout(30_000);
    return patient;
  }

  @BeforeAll
  static void start() {
    SERVER.start();
    SERVER.setUser("gnomon@example.com", "gnomon", "right");
    SERVER.getUserManager().setAuthRequired(true);
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @BeforeEach
  void empty() throws Exception {
    SERVER.purgeEmailFromAllMailboxes();
  }

  @Test
  void aMailHasTextAndHtmlAndAChart() throws Exception {
    assertThat(notifier(plain("right")).send(Notes.of(hot()))).isInstanceOf(Delivery.Sent.class);
    var mail = received(0);
    assertThat(mail.getSubject()).isEqualTo("[Gnomon] Hot");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(types(mail)).containsExactly("text/plain", "text/html", "image/png");
    assertThat(body(mail, "text/plain"))
        .contains("告警 1 条", "错误率过高", "当前值 9（阈值 > 80）", "通常为 40", "处理：检查错误日志");
  }

  @Test
  void firingAndResolvedAreOneThread() throws Exception {
    var notifier = notifier(plain("right"));
    notifier.send(Notes.of(hot()));
    notifier.send(Notes.of(hot().endingAt(Notes.NOW)));
    assertThat(received(0).getHeader("References")).isEqualTo(received(1).getHeader("References"));
    assertThat(received(0).getSubject()).isEqualTo(received(1).getSubject());
    assertThat(received(0).getMessageID()).isNotEqualTo(received(1).getMessageID());
    assertThat(body(received(1), "text/plain")).contains("恢复 1 条", "峰值 12", "持续 10分钟");
  }

  @Test
  void whatLabelsSayIsOnlyText() throws Exception {
    var hostile =
        Notes.annotated("<script>alert(1)</script>\r\nBcc: evil@example.com", "x".repeat(100_000));
    notifier(plain("right")).send(Notes.of(hostile));
    var mail = received(0);
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(body(mail, "text/html")).contains("&lt;script&gt;").doesNotContain("<script");
    assertThat(mail.getSize()).isLessThan(40_000);
  }

  @Test
  void implicitTlsIsSpoken() throws Exception {
    var config =
        new EmailConfig(
            null,
            "ops@example.com",
            "g@example.com",
            "127.0.0.1:" + SERVER.getSmtps().getPort(),
            null,
            "gnomon",
            new Secret("right"),
            null,
            null,
            true,
            true,
            new HttpConfig.TlsConfig(null, true),
            null);
    assertThat(notifier(config).send(Notes.of(hot()))).isInstanceOf(Delivery.Sent.class);
    assertThat(received(0).getSubject()).isEqualTo("[Gnomon] Hot");
  }

  @Test
  void withoutTlsNothingLeavesUnlessToldSo() {
    var config =
        new EmailConfig(
            null,
            "ops@example.com",
            "g@example.com",
            smarthost(),
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            null,
            null);
    assertThat(notifier(config).send(Notes.of(hot()))).isNotInstanceOf(Delivery.Sent.class);
    assertThat(SERVER.getReceivedMessages()).isEmpty();
  }

  @Test
  void aWrongPasswordIsRefusedAndNeverTold() {
    var delivery = notifier(plain("wrong-secret")).send(Notes.of(hot()));
    assertThat(delivery).isInstanceOf(Delivery.Refused.class);
    assertThat(delivery.answer()).doesNotContain("wrong-secret");
  }

  @Test
  void aServerThatIsDownIsTriedAgain() {
    var config =
        new EmailConfig(
            null,
            "ops@example.com",
            "g@example.com",
            "127.0.0.1:1",
            null,
            null,
            null,
            null,
            null,
            false,
            false,
            null,
            null);
    assertThat(notifier(config).send(Notes.of(hot()))).isInstanceOf(Delivery.Retry.class);
  }

  private static Alert hot() {
    return Notes.firing("alertname", "Hot", "job", "api");
  }

  private String smarthost() {
    return "127.0.0.1:" + SERVER.getSmtp().getPort();
  }

  private EmailConfig plain(String password) {
    return new EmailConfig(
        null,
        "ops@example.com",
        "g@example.com",
        smarthost(),
        null,
        "gnomon",
        new Secret(password),
        null,
        null,
        false,
        false,
        null,
        null);
  }

  private static EmailNotifier notifier(EmailConfig config) {
    return new EmailNotifier(
        SmtpAccount.of(config, GlobalConfig.NONE),
        config.to(),
        new Wording(Language.ZH, ZoneId.of("Asia/Shanghai")),
        (_, _) -> Optional.of(RISING));
  }

  private MimeMessage received(int i) {
    return SERVER.getReceivedMessages()[i];
  }

  private static List<String> types(Part mail) throws Exception {
    return parts(mail).stream().map(EmailNotifierTest::type).toList();
  }

  private static String body(Part mail, String type) throws Exception {
    for (var part : parts(mail)) {
      if (type(part).equals(type)) {
        return (String) part.getContent();
      }
    }
    throw new AssertionError("no " + type);
  }

  private static String type(Part part) {
    try {
      return part.getContentType().replaceAll(";.*", "").strip().toLowerCase(java.util.Locale.ROOT);
    } catch (jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /// The leaves of a mail.
  private static List<Part> parts(Part part) throws Exception {
    if (!(part.getContent() instanceof Multipart multipart)) {
      return List.of(part);
    }
    var parts = new ArrayList<Part>();
    for (int i = 0; i < multipart.getCount(); i++) {
      parts.addAll(parts(multipart.getBodyPart(i)));
    }
    return parts;
  }
}
