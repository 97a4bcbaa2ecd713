package io.gnomon.notify.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gnomon.model.Secret;
import io.gnomon.notify.Delivery;
import io.gnomon.notify.HttpConfig;
import io.gnomon.notify.Language;
import io.gnomon.notify.Notes;
import io.gnomon.notify.Notifier;
import io.gnomon.notify.WechatConfig;
import io.gnomon.notify.WecomRobotConfig;
import io.gnomon.notify.message.Story;
import io.gnomon.notify.message.Wording;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Robot and application against a server that checks as the real one does.
class WecomTest {
  private static final Wording CHINESE = new Wording(Language.ZH, ZoneId.of("Asia/Shanghai"));

  private FakeWecom wecom;
  private long now = Notes.NOW;
  private final InstantSource clock = () -> Instant.ofEpochMilli(now);

  @BeforeEach
  void start() throws Exception {
    wecom = new FakeWecom();
  }

  @AfterEach
  void stop() {
    wecom.close();
  }

  @Test
  void aRobotWritesMarkdownWithColourAndWhatToDo() throws Exception {
    assertThat(robot("robot-key", null).send(Notes.of(Notes.firing("alertname", "Hot"))))
        .isInstanceOf(Delivery.Sent.class);
    assertThat(content(0))
        .startsWith("**告警 1 条**\n\n<font color=\"warning\">[告警] 错误率过高</font>")
        .contains("> 处理：检查错误日志", "[查看](http://gnomon/graph)");
  }

  @ParameterizedTest(name = "{0} alerts of {1} characters")
  @CsvSource({"1, 10, 1", "1, 900, 1", "1, 3000, 1", "5, 300, 2", "40, 200, 8", "500, 900, 10"})
  void partsFitAndKeepAlertsWhole(int alerts, int length, int parts) throws Exception {
    var delivery = robot("robot-key", null).send(Notes.many(alerts, length));
    assertThat(delivery).isInstanceOf(Delivery.Sent.class);
    assertThat(wecom.messages).hasSize(parts);
    for (var message : wecom.messages) {
      var text = message.at("/markdown/content").asText();
      assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(4096);
      assertThat(text.split("<font", -1)).hasSameSizeAs(text.split("</font>", -1));
    }
    assertThat(content(0)).contains(parts == 1 ? "条**\n" : "(1/" + parts + ")");
  }

  @Test
  void labelsCallNobodyAndLinkNowhere() throws Exception {
    var hostile =
        Notes.annotated(
            "<@all> <font color=\"info\">", "[click](http://evil) `x` **b**\n# big @all");
    robot("robot-key", null).send(Notes.of(hostile));
    assertThat(content(0))
        .doesNotContain("<@", "](http://evil", "@all", "`x`", "\n# big")
        .contains("＜＠all＞");
  }

  @Test
  void aCriticalAlertCallsPeopleByASecondMessage() throws Exception {
    robot("robot-key", List.of("wang", "@all")).send(Notes.of(Notes.annotated("坏了", "真的")));
    assertThat(wecom.messages).hasSize(2);
    assertThat(wecom.messages.get(1).at("/text/mentioned_list").toString())
        .isEqualTo("[\"wang\",\"@all\"]");
  }

  @Test
  void thePictureComesLast() throws Exception {
    var story =
        new Story(
            Notes.NOW, 1000, new double[] {1, 2, 3}, Optional.empty(), OptionalDouble.empty());
    robot("robot-key", null, (_, _) -> Optional.of(story))
        .send(Notes.of(Notes.firing("alertname", "Hot")));
    assertThat(wecom.messages)
        .extracting(m -> m.path("msgtype").asText())
        .containsExactly("markdown", "image");
  }

  @ParameterizedTest(name = "errcode {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          45009 api freq out of limit      | Retry   | 45009
          45033 concurrency                | Retry   | 45033
          -1 system busy                   | Retry   | -1
          http 502                         | Retry   | HTTP status 502
          93000 invalid webhook url        | Refused | key is wrong or the robot was removed
          60020 not allow to access from ip: 1.2.3.4, more | Refused | add 1.2.3.4 to the application's trusted IPs
          81013 user party tag all invalid | Refused | none of the receivers
          """)
  void everyErrcodeHasItsMeaning(String answer, String outcome, String words) throws Exception {
    wecom.answer(answer);
    var delivery = app("app-secret").send(Notes.of(Notes.firing("alertname", "Hot")));
    assertThat(delivery.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(delivery.answer()).contains(words).doesNotContain("app-secret", "token-");
  }

  @Test
  void tooFastWaitsAMinute() throws Exception {
    wecom.answer("45009 freq");
    var delivery = robot("robot-key", null).send(Notes.of(Notes.firing("alertname", "Hot")));
    assertThat(((Delivery.Retry) delivery).pause().toSeconds()).isEqualTo(60);
  }

  @Test
  void tooLongIsSentAgainInShort() throws Exception {
    wecom.answer("40058 too long");
    assertThat(robot("robot-key", null).send(Notes.many(1, 900))).isInstanceOf(Delivery.Sent.class);
    assertThat(wecom.messages).hasSize(1);
    assertThat(wecom.messages.getFirst().at("/text/content").asText()).isEqualTo("告警 1 条\nHot");
  }

  @Test
  void noMoreThanEighteenAMinuteAndTheRestGoesOnWhereItStopped() throws Exception {
    var robot = robot("robot-key", null);
    for (int i = 0; i < 18; i++) {
      assertThat(robot.send(note("n" + i))).isInstanceOf(Delivery.Sent.class);
    }
    var waiting = robot.send(note("late"));
    assertThat(((Delivery.Retry) waiting).pause().toSeconds()).isEqualTo(60);
    now += 60_000;
    assertThat(robot.send(note("late"))).isInstanceOf(Delivery.Sent.class);
    assertThat(wecom.messages).hasSize(19);
  }

  @Test
  void aNewTryGoesOnWithTheFirstPartThatFailed() throws Exception {
    var robot = robot("robot-key", null);
    var long_ = Notes.many(5, 300);
    wecom.answer("0", "-1 busy");
    assertThat(robot.send(long_)).isInstanceOf(Delivery.Retry.class);
    assertThat(robot.send(long_)).isInstanceOf(Delivery.Sent.class);
    assertThat(wecom.messages).hasSize(2);
    assertThat(content(0)).contains("(1/2)");
    assertThat(content(1)).contains("(2/2)");
  }

  @Test
  void anApplicationAsksForOneTokenAndKeepsIt() throws Exception {
    var app = app("app-secret");
    app.send(note("a"));
    app.send(note("b"));
    assertThat(wecom.tokens).isEqualTo(1);
    now += 7_200_000;
    app.send(note("c"));
    assertThat(wecom.tokens).isEqualTo(2);
    var message = wecom.messages.getFirst();
    assertThat(message.path("agentid").asInt()).isEqualTo(1000002);
    assertThat(message.path("enable_duplicate_check").asInt()).isEqualTo(1);
  }

  @Test
  void aTokenThatWasTakenBackIsAskedForAnewOnce() throws Exception {
    var app = app("app-secret");
    app.send(note("a"));
    wecom.forgetToken();
    assertThat(app.send(note("b"))).isInstanceOf(Delivery.Sent.class);
    assertThat(wecom.tokens).isEqualTo(2);
  }

  @Test
  void aWrongSecretIsRefusedInTheServersWords() throws Exception {
    var delivery = app("other-secret").send(note("a"));
    assertThat(delivery).isInstanceOf(Delivery.Refused.class);
    assertThat(delivery.answer())
        .contains("40001", "invalid credential")
        .doesNotContain("other-secret");
  }

  @Test
  void receiversThatWereNotReachedAreNamed() throws Exception {
    wecom.answer("{\"errcode\":0,\"errmsg\":\"ok\",\"invaliduser\":\"li|zhao\"}");
    assertThat(app("app-secret").send(note("a")).answer())
        .contains("not reached: invaliduser li|zhao");
  }

  @Test
  void theKeyIsNeverTold() throws Exception {
    var delivery = robot("wrong-key", null).send(note("a"));
    assertThat(delivery).isInstanceOf(Delivery.Refused.class);
    assertThat(delivery.answer()).doesNotContain("wrong-key");
    wecom.close();
    assertThat(robot("robot-key", null).send(note("a")).answer()).doesNotContain("robot-key");
  }

  private static io.gnomon.notify.Notification note(String id) {
    var note = Notes.of(Notes.firing("alertname", "Hot"));
    return new io.gnomon.notify.Notification(
        note.receiver(),
        note.groupKey(),
        note.groupLabels(),
        note.alerts(),
        note.reason(),
        note.at(),
        id);
  }

  private String content(int i) {
    JsonNode message = wecom.messages.get(i);
    return message.path(message.path("msgtype").asText()).path("content").asText();
  }

  private Notifier robot(String key, List<String> mentioned) {
    return robot(key, mentioned, Story.Teller.NOBODY);
  }

  private Notifier robot(String key, List<String> mentioned, Story.Teller teller) {
    var config =
        new WecomRobotConfig(null, null, new Secret(key), wecom.url(), null, mentioned, null, null);
    return new RobotNotifier(config, HttpConfig.NONE, CHINESE, teller, clock);
  }

  private Notifier app(String secret) {
    var config = new WechatConfig(null, null, null, null, null, "1000002", null, "1", null, null);
    var account = new AppNotifier.Account(wecom.url(), "corp", new Secret(secret));
    return new AppNotifier(config, account, HttpConfig.NONE, CHINESE, Story.Teller.NOBODY, clock);
  }
}
