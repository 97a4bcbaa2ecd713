package io.gnomon.notify.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/// 企业微信's server, as strict as the real one: it checks keys, tokens, fields and lengths, and
/// answers 200 with an errcode.
public final class FakeWecom implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Deque<String> answers = new ArrayDeque<>();
  public final List<JsonNode> messages = new ArrayList<>();
  public int tokens;
  private String token = "";

  public FakeWecom() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/cgi-bin/", this::handle);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/cgi-bin/");
  }

  /// The next messages get these answers: an errcode, perhaps with a text, or `http 500`.
  public void answer(String... next) {
    answers.addAll(List.of(next));
  }

  /// The token that was given is no good any more.
  public void forgetToken() {
    token = "forgotten";
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var answer = answer(exchange.getRequestURI(), body);
    boolean broken = answer.startsWith("http ");
    var bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        broken ? Integer.parseInt(answer.substring(5)) : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String answer(URI address, String body) throws IOException {
    var query = address.getQuery();
    if (address.getPath().endsWith("/gettoken")) {
      return query.equals("corpid=corp&corpsecret=app-secret")
          ? grant()
          : error("40001 invalid credential");
    }
    boolean robot = address.getPath().endsWith("/webhook/send");
    if (robot && !query.equals("key=robot-key")) {
      return error("93000 invalid webhook url");
    }
    if (!robot && !query.equals("access_token=" + token)) {
      return error("40014 invalid access_token");
    }
    if (!answers.isEmpty()) {
      var next = answers.removeFirst();
      if (next.startsWith("http ")) {
        return next;
      }
      if (!next.equals("0")) {
        return next.startsWith("{") ? accept(body, next) : error(next);
      }
    }
    return check(JSON.readTree(body), robot, body);
  }

  private String accept(String body, String answer) throws IOException {
    messages.add(JSON.readTree(body));
    return answer;
  }

  private String grant() {
    tokens++;
    token = "token-" + tokens;
    return "{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\""
        + token
        + "\",\"expires_in\":7200}";
  }

  private String check(JsonNode message, boolean robot, String body) throws IOException {
    var wrong =
        switch (message.path("msgtype").asText()) {
          case "text" -> text(message.at("/text/content").asText(), 2048);
          case "markdown" -> text(message.at("/markdown/content").asText(), robot ? 4096 : 2048);
          case "image" -> image(message.path("image"));
          default -> "40008 invalid message type";
        };
    if (!robot && (!message.path("agentid").isInt() || !message.has("toparty"))) {
      wrong = "40056 invalid agentid";
    }
    return wrong.isEmpty() ? accept(body, "{\"errcode\":0,\"errmsg\":\"ok\"}") : error(wrong);
  }

  private static String text(String content, int most) {
    int bytes = content.getBytes(StandardCharsets.UTF_8).length;
    return content.isEmpty() || bytes > most ? "40058 content exceed max length" : "";
  }

  private static String image(JsonNode image) {
    try {
      var bytes = Base64.getDecoder().decode(image.path("base64").asText());
      var md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
      return md5.equals(image.path("md5").asText()) && bytes.length <= 2 << 20 ? "" : "40009 image";
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String error(String codeAndText) {
    var parts = codeAndText.split(" ", 2);
    var text = parts.length > 1 ? parts[1] : "error";
    return JSON.createObjectNode()
        .put("errcode", Integer.parseInt(parts[0]))
        .put("errmsg", text)
        .toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
