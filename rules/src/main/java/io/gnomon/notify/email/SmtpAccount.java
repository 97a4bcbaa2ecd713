package io.gnomon.notify.email;

import io.gnomon.model.Secret;
import io.gnomon.notify.EmailConfig;
import io.gnomon.notify.GlobalConfig;
import io.gnomon.notify.HttpConfig;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.mailer.MailerBuilder;

/// A mail server and who we are there: what a channel says, and what it leaves to `global`.
public record SmtpAccount(
    String smarthost,
    String from,
    @Nullable String username,
    @Nullable Secret password,
    boolean requireTls,
    boolean implicitTls,
    HttpConfig.@Nullable TlsConfig tls) {
  private static final int TIMEOUT = 15_000;
  private static final String SMTPS_PORT = "465";

  public static SmtpAccount of(EmailConfig config, GlobalConfig global) {
    var smarthost = need("smarthost", config.smarthost(), global.smtpSmarthost());
    return new SmtpAccount(
        smarthost,
        need("from", config.from(), global.smtpFrom()),
        config.authUsername() == null ? global.smtpAuthUsername() : config.authUsername(),
        config.authPassword() == null ? global.smtpAuthPassword() : config.authPassword(),
        Objects.requireNonNullElse(
            config.requireTls(), Objects.requireNonNullElse(global.smtpRequireTls(), true)),
        config.forceImplicitTls() || smarthost.endsWith(":" + SMTPS_PORT),
        config.tlsConfig());
  }

  private static String need(String key, @Nullable String own, @Nullable String inherited) {
    var value = own == null ? inherited : own;
    if (value == null) {
      throw new IllegalArgumentException(
          "expected " + key + " in email_configs or smtp_" + key + " in global");
    }
    return value;
  }

  Mailer mailer() {
    int colon = smarthost.lastIndexOf(':');
    var builder =
        MailerBuilder.withSMTPServer(
                smarthost.substring(0, colon),
                Integer.valueOf(smarthost.substring(colon + 1)),
                username,
                password == null ? null : password.reveal())
            .withTransportStrategy(strategy())
            .withSessionTimeout(TIMEOUT);
    if (tls != null && tls.insecureSkipVerify()) {
      builder.trustingAllHosts(true).verifyingServerIdentity(false);
    }
    return builder.buildMailer();
  }

  private TransportStrategy strategy() {
    if (implicitTls) {
      return TransportStrategy.SMTPS;
    }
    return requireTls ? TransportStrategy.SMTP_TLS : TransportStrategy.SMTP;
  }
}
