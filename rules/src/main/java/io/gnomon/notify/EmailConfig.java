package io.gnomon.notify;

import io.gnomon.model.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A mailbox that is told. What is null comes from the `smtp_` keys of `global`.
public record EmailConfig(
    @Nullable Boolean sendResolved,
    String to,
    @Nullable String from,
    @Nullable String smarthost,
    @Nullable String hello,
    @Nullable String authUsername,
    @Nullable Secret authPassword,
    @Nullable String authIdentity,
    @Nullable Secret authSecret,
    @Nullable Boolean requireTls,
    boolean forceImplicitTls,
    HttpConfig.@Nullable TlsConfig tlsConfig,
    @Nullable Map<String, String> headers) {

  public EmailConfig {
    if (to == null || !to.contains("@")) {
      throw new IllegalArgumentException("to: expected a mail address");
    }
    if (smarthost != null && !smarthost.matches(".+:\\d+")) {
      throw new IllegalArgumentException("smarthost: expected host:port");
    }
  }
}
