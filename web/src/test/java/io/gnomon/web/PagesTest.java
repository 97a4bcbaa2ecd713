package io.gnomon.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.alert.Fingerprint;
import io.gnomon.model.Labels;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  private static final String HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";
  private static House house;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    house = new House(folder);
    house.put(Labels.of("__name__", "node_load1", "instance", HOSTILE, "job", HOSTILE), 1, 2);
    house.put(Labels.of("__name__", "node_memory_MemTotal_bytes", "instance", HOSTILE), 4, 4);
    house.put(Labels.of("__name__", "node_memory_MemAvailable_bytes", "instance", HOSTILE), 2, 1);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/dashboards/api",
        "/dashboards/postgres",
        "/dashboards/redis",
        "/dashboards/system",
        "/dashboards/system?from=now-7d",
        "/dashboards/system?from=1795335000000&to=1795336000000",
        "/dashboards/celery",
        "/explore?expr=node_load1",
        "/explore?expr=node_load1%5B1m%5D",
        "/explore?expr=%3Cscript%3Ealert(1)%3C/script%3E",
        "/alerts",
        "/rules",
        "/targets",
        "/notifications",
      })
  void isCompleteWithoutScriptsAndHarmlessInBothLanguages(String path) throws Exception {
    for (var language : new String[] {"en", "zh-CN"}) {
      var page = house.get(path, "Accept-Language", language);
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.body())
          .contains("<html lang=\"" + language + "\"")
          .doesNotContain("<script>", "<img src=x", "<style", "style=\"", " onerror=\"", "http://");
    }
  }

  @Test
  void showsDashboardsOfTheUsersOwn(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("own.yml"),
        """
        dashboards:
          - id: own
            title_zh: 我的
            title_en: My own
            panels:
              - { id: p, title_zh: 数, title_en: Number, queries: [{ expr: vector(7), legend: seven }] }
        """);
    try (var own = new House(folder, "dashboards: ['*wn.yml']")) {
      assertThat(own.get("/dashboards/own").body()).contains("<h1>My own</h1>", "seven", "7");
      assertThat(own.get("/dashboards/system").body()).contains("My own");
    }
  }

  @Test
  void drawsTheChartOnTheServer() throws Exception {
    assertThat(house.get("/dashboards/system").body())
        .contains("<svg class=\"chart\"", "class=\"line c0\"", "50%");
  }

  @ParameterizedTest
  @CsvSource({"en, System", "zh-CN, 系统监控", "'fr, zh;q=0.5', 系统监控", "fr, System", "'!', System"})
  void speaksTheReadersLanguage(String accepted, String title) throws Exception {
    assertThat(house.get("/dashboards/system", "Accept-Language", accepted).body())
        .contains("<h1>" + title + "</h1>");
  }

  @Test
  void remembersTheChosenLanguage() throws Exception {
    var page = house.get("/?lang=zh-CN", "Accept-Language", "en");
    assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
        .contains("lang=zh-CN", "HttpOnly", "SameSite=Lax");
  }

  @Test
  void underlinesAQueryWhereItIsWrong() throws Exception {
    assertThat(house.get("/explore?expr=sum(up%20up)").body()).contains("sum(up <mark>up)</mark>");
  }

  @ParameterizedTest
  @CsvSource({
    "/static/gnomon.css, 200",
    "/static/echarts.common.min.js, 200",
    "/static/../dashboards/builtin.yml, 404",
    "/static/..%2fdashboards%2fbuiltin.yml, 404",
    "/static/nothing, 404",
    "/dashboards/nothing, 404",
    "/nowhere, 404",
  })
  void givesOnlyWhatThereIs(String path, int status) throws Exception {
    assertThat(house.get(path).statusCode()).isEqualTo(status);
  }

  @Test
  void silencesAndEndsASilence() throws Exception {
    var made =
        house.post("/alerts/silence", "matchers=job%3D%22a%22&duration=2h&by=me&comment=test");
    assertThat(made.statusCode()).isEqualTo(302);
    var page = house.get("/alerts").body();
    assertThat(page).contains("job=\"a\"</th>");
    var id = page.replaceAll("(?s).*name=\"id\" value=\"([^\"]+)\".*", "$1");
    assertThat(house.post("/alerts/expire", "id=" + id).statusCode()).isEqualTo(302);
    assertThat(house.get("/alerts").body()).doesNotContain("name=\"id\"");
  }

  @Test
  void tellsTheLifeOfAnAlertWithoutBelievingIt() throws Exception {
    var value = HOSTILE.replace("\"", "\\\"");
    house.post(
        "/api/v1/alerts/webhook",
        "{\"alerts\":[{\"labels\":{\"alertname\":\"A\",\"x\":\"" + value + "\"}}]}");
    var labels = Labels.of("alertname", "A", "x", HOSTILE);
    var page = house.get("/alerts/" + Fingerprint.text(labels));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("received").doesNotContain("<script>", "<img src=x");
    assertThat(house.get("/alerts/0000000000000000").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "matchers=&duration=2h           | at least one matcher",
        "matchers=a%3D%22b%22&duration=x | expected a duration",
        "matchers=%7B&duration=2h        | expected",
      })
  void saysWhatIsWrongWithASilence(String form, String reason) throws Exception {
    var page = house.post("/alerts/silence", form);
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains(reason);
  }
}
