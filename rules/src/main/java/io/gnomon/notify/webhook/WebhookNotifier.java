package io.gnomon.notify.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gnomon.notify.Delivery;
import io.gnomon.notify.Http;
import io.gnomon.notify.HttpConfig;
import io.gnomon.notify.Notification;
import io.gnomon.notify.Notifier;
import io.gnomon.notify.WebhookConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/// Posts to a webhook. Server errors and broken connections are tried again, refusals are not.
public final class WebhookNotifier implements Notifier {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final WebhookConfig config;
  private final String externalUrl;
  private final Http http;

  public WebhookNotifier(WebhookConfig config, HttpConfig inherited, String externalUrl) {
    this.config = config;
    this.externalUrl = externalUrl;
    var timeout =
        config.timeout() == null || config.timeout().isZero() ? TIMEOUT : config.timeout();
    this.http = new Http(config.httpConfig() == null ? inherited : config.httpConfig(), timeout);
  }

  @Override
  public Delivery send(Notification notification) throws InterruptedException {
    try {
      var address = URI.create(config.url().reveal());
      return delivery(http.postJson(address, body(notification)).status());
    } catch (IOException e) {
      return new Delivery.Retry("no answer: " + e.getClass().getSimpleName());
    } catch (IllegalArgumentException e) {
      return new Delivery.Refused("the url is no address");
    }
  }

  private byte[] body(Notification notification) throws JsonProcessingException {
    var message = WebhookMessage.of(notification, externalUrl, config.maxAlerts());
    return JSON.writeValueAsBytes(message);
  }

  private static Delivery delivery(int status) {
    var answer = "HTTP status " + status;
    return switch (status / 100) {
      case 2 -> new Delivery.Sent(answer);
      case 5 -> new Delivery.Retry(answer);
      default -> status == 429 ? new Delivery.Retry(answer) : new Delivery.Refused(answer);
    };
  }

  @Override
  public void close() {
    http.close();
  }
}
