package io.gnomon.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.model.Labels;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The answers as Prometheus 3 gives them, byte by byte.
class ApiTest {
  private static House house;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    house = new House(folder);
    house.put(Labels.of("__name__", "up", "job", "a"), 1, 1, 0);
    house.put(Labels.of("__name__", "up", "job", "b"), 1, 1, 1);
    house.put(Labels.of("__name__", "tiny"), 1e-7);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          up{job="b"}       | {"resultType":"vector","result":[{"metric":{"__name__":"up","job":"b"},"value":[1795336000.100,"1"]}]}
          sort(up)          | {"resultType":"vector","result":[{"metric":{"__name__":"up","job":"a"},"value":[1795336000.100,"0"]},{"metric":{"__name__":"up","job":"b"},"value":[1795336000.100,"1"]}]}
          tiny              | {"resultType":"vector","result":[{"metric":{"__name__":"tiny"},"value":[1795336000.100,"1e-07"]}]}
          nothing           | {"resultType":"vector","result":[]}
          1e-7              | {"resultType":"scalar","result":[1795336000.1,"0.0000001"]}
          -1/0              | {"resultType":"scalar","result":[1795336000.1,"-Inf"]}
          "a\\tb"           | {"resultType":"string","result":[1795336000.1,"a\\tb"]}
          up{job="a"}[1500ms] | {"resultType":"matrix","result":[{"metric":{"__name__":"up","job":"a"},"values":[[1795335999.100,"1"],[1795336000.100,"0"]]}]}
          """)
  void answersAQueryNow(String query, String data) throws Exception {
    assertThat(house.get("/api/v1/query?query=" + encoded(query)).body())
        .isEqualTo("{\"status\":\"success\",\"data\":" + data + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          query_range?query=up{job="a"}&start=1795335998.1&end=1795336000.1&step=1 | {"resultType":"matrix","result":[{"metric":{"__name__":"up","job":"a"},"values":[[1795335998.100,"1"],[1795335999.100,"1"],[1795336000.100,"0"]]}]}
          query_range?query=2&start=1795336000&end=1795336001&step=1s | {"resultType":"matrix","result":[{"metric":{},"values":[[1795336000,"2"],[1795336001,"2"]]}]}
          query?query=up&limit=1     | {"resultType":"vector","result":[{"metric":{"__name__":"up","job":"a"},"value":[1795336000.100,"0"]}]},"warnings":["results truncated due to limit"]
          series?match[]=up{job="b"} | [{"__name__":"up","job":"b"}]
          labels                     | ["__name__","job"]
          labels?match[]=tiny        | ["__name__"]
          label/job/values           | ["a","b"]
          label/__name__/values?limit=1 | ["tiny"],"warnings":["results truncated due to limit"]
          metadata?metric=up         | {"up":[{"type":"gauge","help":"of a test","unit":""}]}
          format_query?query=sum(up)by(job) | "sum by (job) (up)"
          parse_query?query=1        | {"type":"numberLiteral","val":"1"}
          query_exemplars?query=up   | []
          alerts                     | {"alerts":[]}
          """)
  void answersEveryQuestion(String question, String data) throws Exception {
    assertThat(house.get("/api/v1/" + address(question)).body())
        .isEqualTo("{\"status\":\"success\",\"data\":" + data + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          query?query=(1                                  | 400 | bad_data  | invalid parameter "query": 1:3: parse error: unclosed left parenthesis
          query?query=up&time=abc                         | 400 | bad_data  | invalid parameter "time": cannot parse "abc" to a valid timestamp
          query?query=up&limit=-1                         | 400 | bad_data  | invalid parameter "limit": limit must be non-negative
          query?query=up*on()up                           | 422 | execution | found duplicate series for the match group
          query_range?query=up                            | 400 | bad_data  | invalid parameter "start": cannot parse "" to a valid timestamp
          query_range?query=up&start=2&end=1&step=1       | 400 | bad_data  | invalid parameter "end": end timestamp must not be before start time
          query_range?query=up&start=1&end=2&step=0       | 400 | bad_data  | invalid parameter "step": zero or negative query resolution step widths are not accepted. Try a positive integer
          query_range?query=up&start=1&end=2&step=abc     | 400 | bad_data  | invalid parameter "step": cannot parse "abc" to a valid duration
          query_range?query=up&start=1&end=20002&step=1   | 400 | bad_data  | exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)
          series                                          | 400 | bad_data  | no match[] parameter provided
          series?match[]={                                | 400 | bad_data  | invalid parameter "match[]": 1:2: parse error
          rules?type=other                                | 400 | bad_data  | invalid parameter "type": not supported value "other"
          """)
  void refusesWithTheReason(String question, int status, String type, String reason)
      throws Exception {
    var answer = house.get("/api/v1/" + address(question));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body())
        .startsWith(
            "{\"status\":\"error\",\"errorType\":\"%s\",\"error\":\"%s"
                .formatted(type, reason.replace("\"", "\\\"")));
  }

  @Test
  void takesAQueryAsAForm() throws Exception {
    assertThat(house.post("/api/v1/query", "query=1%2B1&time=4").body())
        .isEqualTo(
            "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[4,\"2\"]}}");
  }

  @Test
  void federatesTheNewestSamples() throws Exception {
    assertThat(house.get("/federate?match[]=up".replace("[]", "%5B%5D")).body())
        .isEqualTo(
            """
            # TYPE up untyped
            up{job="a"} 0 1795336000100
            up{job="b"} 1 1795336000100
            """);
  }

  @Test
  void takesAlertsAndSilencesAsAlertmanagerDoes() throws Exception {
    house.post("/api/v2/alerts", "[{\"labels\":{\"alertname\":\"Outside\"}}]");
    assertThat(house.get("/api/v2/alerts").body()).contains("\"alertname\":\"Outside\"");
    var wrong = house.post("/api/v2/silences", "{\"matchers\":[]}");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("expected createdBy and comment");
    assertThat(house.get("/api/v2/silence/none").statusCode()).isEqualTo(404);
  }

  @Test
  void isReadyWhenQueriesWork() throws Exception {
    assertThat(house.get("/-/ready").statusCode()).isEqualTo(200);
    assertThat(house.get("/-/healthy").statusCode()).isEqualTo(200);
  }

  @Test
  void tellsGrafanaAVersion() throws Exception {
    assertThat(house.get("/api/v1/status/buildinfo").body()).contains("\"version\":\"3.");
  }

  private static String address(String question) {
    int mark = question.indexOf('?');
    if (mark < 0) {
      return question;
    }
    var address = new StringBuilder(question.substring(0, mark + 1));
    for (var pair : question.substring(mark + 1).split("&")) {
      int equals = pair.indexOf('=');
      address
          .append(encoded(pair.substring(0, equals)))
          .append('=')
          .append(encoded(pair.substring(equals + 1)))
          .append('&');
    }
    return address.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
