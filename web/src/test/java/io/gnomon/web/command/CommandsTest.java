package io.gnomon.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.gnomon.web.Gnomon;
import io.gnomon.web.config.ConfigReader;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {
  @TempDir private Path folder;

  private record Said(int code, String out, String err) {}

  private static Said run(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Commands.line()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(words);
    return new Said(code, out.toString(), err.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "--help, 0",
    "serve --help, 0",
    "check --help, 0",
    "hash-password --help, 0",
    "--version, 0",
    "--nonsense, 2",
    "frobnicate, 2",
    "serve --web.listen-address=nowhere, 2",
    "serve --storage.tsdb.retention.time=ever, 2",
  })
  void exitsWithTheCode(String words, int code) {
    assertThat(run(words.split(" ")).code()).isEqualTo(code);
  }

  @Test
  void refusesAWrongKeyInOneLine() throws Exception {
    var file = write("gnomon.yml", "global: { scrape_intervall: 5s }");
    var said = run("serve", "--config", file);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .isEqualTo(
            "gnomon: %s:1:11: global.scrape_intervall: unknown key; did you mean scrape_interval?%n"
                .formatted(file));
  }

  @Test
  void refusesAWrongRuleInOneLine() throws Exception {
    write("rules.yml", "groups: [{name: g, rules: [{alert: A, expr: 'sum('}]}]");
    var file = write("gnomon.yml", "rule_files: [rules.yml]\nstorage: {path: data}");
    var said = run("serve", "--config", file);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .hasLineCount(1)
        .contains("rules.yml:1:45: ", "unclosed left parenthesis");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void refusesAPortThatIsTaken() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var said = serve("127.0.0.1:" + taken.getLocalPort(), folder.resolve("data"));
      assertThat(said.code()).isEqualTo(2);
      assertThat(said.err())
          .hasLineCount(1)
          .contains("127.0.0.1:" + taken.getLocalPort(), "already in use");
    }
  }

  @Test
  void refusesADataDirectoryThatIsNone() throws Exception {
    var said = serve("127.0.0.1:0", Path.of(write("file", "")));
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).hasLineCount(1).contains(folder.resolve("file").toString());
  }

  @Test
  void refusesADataDirectoryThatIsInUse() throws Exception {
    var file = write("gnomon.yml", "web: {listen: '127.0.0.1:0'}\nstorage: {path: data}");
    var config = new ConfigReader(List.of(), Map.of()).read(Path.of(file));
    try (var first = Gnomon.start(config)) {
      var said = serve("127.0.0.1:0", folder.resolve("data"));
      assertThat(first.port()).isPositive();
      assertThat(said.code()).isEqualTo(2);
      assertThat(said.err()).hasLineCount(1).contains(folder.resolve("data").toString());
    }
  }

  private static Said serve(String address, Path data) {
    return run("serve", "--web.listen-address=" + address, "--storage.tsdb.path=" + data);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "global: {scrape_interval: 5s}                | 0",
        "global: {scrape_interval: 5}                 | 1",
        "builtin_rules: false                         | 0",
        "route: {receiver: nobody}                    | 1",
        "rule_files: [missing.yml]                    | 1",
        "dashboards: [missing.yml]                    | 1",
        "dashboards: ['none/*.yml']                   | 0",
      })
  void checks(String yaml, int code) throws Exception {
    assertThat(run("check", write("gnomon.yml", yaml)).code()).isEqualTo(code);
  }

  @Test
  void hashesAPassword() {
    var before = System.in;
    System.setIn(new ByteArrayInputStream("correct horse\n".getBytes(StandardCharsets.UTF_8)));
    try {
      var hash = run("hash-password").out().strip();
      assertThat(BCrypt.verifyer().verify("correct horse".toCharArray(), hash).verified).isTrue();
    } finally {
      System.setIn(before);
    }
  }

  private String write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
