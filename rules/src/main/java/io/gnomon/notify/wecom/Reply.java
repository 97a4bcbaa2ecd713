package io.gnomon.notify.wecom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gnomon.notify.Delivery;
import io.gnomon.notify.Http;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What 企业微信 answered. Its HTTP status is 200 even when it failed: the errcode counts.
record Reply(int errcode, String errmsg, JsonNode body) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern ADDRESS = Pattern.compile("from ip: ([0-9a-fA-F.:]+)");
  private static final int NO_ANSWER = -2;

  /// What is to be done about an errcode.
  enum Meaning {
    OK,
    TOKEN,
    SHORTER,
    SLOWER,
    LATER,
    REFUSED
  }

  static Reply of(Http.Answer answer) {
    if (answer.status() != 200) {
      return new Reply(NO_ANSWER, "HTTP status " + answer.status(), JSON.createObjectNode());
    }
    try {
      var body = JSON.readTree(answer.body());
      return new Reply(body.path("errcode").asInt(NO_ANSWER), body.path("errmsg").asText(), body);
    } catch (JsonProcessingException e) {
      return new Reply(NO_ANSWER, "no JSON", JSON.createObjectNode());
    }
  }

  static Reply broken(Exception cause) {
    return new Reply(
        NO_ANSWER, "no answer: " + cause.getClass().getSimpleName(), JSON.createObjectNode());
  }

  Meaning meaning() {
    return switch (errcode) {
      case 0 -> Meaning.OK;
      case 40014, 42001, 40001, 41001 -> Meaning.TOKEN;
      case 40058 -> Meaning.SHORTER;
      case 45009 -> Meaning.SLOWER;
      case 45033, -1, NO_ANSWER -> Meaning.LATER;
      default -> Meaning.REFUSED;
    };
  }

  Delivery delivery() {
    return switch (meaning()) {
      case OK -> new Delivery.Sent(words());
      case SLOWER -> new Delivery.Retry(words(), Duration.ofSeconds(60));
      case LATER -> new Delivery.Retry(words());
      case TOKEN, SHORTER, REFUSED -> new Delivery.Refused(words());
    };
  }

  /// For a person: the code, its text, and what helps.
  String words() {
    var cut = errmsg.length() > 200 ? errmsg.substring(0, 200) : errmsg;
    var code = errcode == NO_ANSWER ? "" : "errcode " + errcode + " ";
    return code + cut + advice() + strangers();
  }

  private String advice() {
    return switch (errcode) {
      case 93000 -> " (the key is wrong or the robot was removed from the group)";
      case 60020 -> " (add " + address() + " to the application's trusted IPs, 企业可信IP)";
      case 81013, 60111, 40003 -> " (none of the receivers is valid)";
      case 40058 -> " (a field is too long)";
      default -> "";
    };
  }

  private String address() {
    var found = ADDRESS.matcher(errmsg);
    return found.find() ? found.group(1) : "this machine's address";
  }

  /// Receivers that were not reached though the message was sent.
  private String strangers() {
    var found = new ArrayList<String>();
    for (var field : List.of("invaliduser", "invalidparty", "invalidtag", "unlicenseduser")) {
      var value = body.path(field).asText();
      if (!value.isEmpty()) {
        found.add(field + " " + value);
      }
    }
    return found.isEmpty() ? "" : "; not reached: " + String.join(", ", found);
  }
}
