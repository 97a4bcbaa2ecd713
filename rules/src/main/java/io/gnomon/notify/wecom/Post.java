package io.gnomon.notify.wecom;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gnomon.notify.Http;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// Requests to 企业微信. Addresses hold keys and tokens, so nothing here ever prints one.
final class Post implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();
  static final String API = "https://qyapi.weixin.qq.com/cgi-bin/";

  private final URI base;
  private final Http http;

  Post(URI base, Http http) {
    this.base = base.toString().endsWith("/") ? base : URI.create(base + "/");
    this.http = http;
  }

  Reply get(String path) throws InterruptedException {
    try {
      return Reply.of(http.get(base.resolve(path)));
    } catch (IOException e) {
      return Reply.broken(e);
    }
  }

  Reply post(String path, ObjectNode message) throws InterruptedException {
    try {
      var body = message.toString().getBytes(StandardCharsets.UTF_8);
      return Reply.of(http.postJson(base.resolve(path), body));
    } catch (IOException e) {
      return Reply.broken(e);
    }
  }

  /// A message of text or markdown.
  static ObjectNode message(Format format, String content) {
    var message = JSON.createObjectNode().put("msgtype", format.word());
    message.putObject(format.word()).put("content", content);
    return message;
  }

  @Override
  public void close() {
    http.close();
  }
}
