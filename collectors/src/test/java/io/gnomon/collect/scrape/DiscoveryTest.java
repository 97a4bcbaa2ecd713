package io.gnomon.collect.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.collect.Await;
import io.gnomon.collect.RunningStore;
import io.gnomon.collect.Target;
import io.gnomon.collect.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
  private static final Timing GLOBAL = new Timing(Duration.ofSeconds(15), Duration.ofSeconds(10));

  @TempDir Path directory;
  private RunningStore running;

  @BeforeEach
  void open() throws IOException {
    running = RunningStore.open(directory.resolve("data"));
  }

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void findsTargetsInFilesAndLooksAgain() throws Exception {
    var file =
        Files.writeString(
            directory.resolve("a.yml"), "- targets: [h1:1, h2:1]\n  labels: {env: x}\n");
    Files.writeString(directory.resolve("b.json"), "[{\"targets\": [\"h3:1\"]}]");
    Files.writeString(directory.resolve("b.yaml"), "- [not what it should be]");
    try (var discovery = new Discovery(running.runner(), directory)) {
      discovery.use(
          List.of(), config("file_sd_configs: [{files: ['*.json', 'a.yml', '*.yaml']}]"), GLOBAL);
      assertThat(instances()).containsExactlyInAnyOrder("h1:1", "h2:1", "h3:1");

      discovery.start();
      Files.writeString(file, "- targets: [h2:1]\n  labels: {env: x}\n");

      Await.until("h1 is gone", () -> !instances().contains("h1:1"));
    }
  }

  @Test
  void keepsTheTargetsOfAFileThatBreaks() throws Exception {
    var file = Files.writeString(directory.resolve("a.yml"), "- targets: [h1:1]\n");
    var files = new TargetFiles(directory);
    var config = new FileSdConfig(List.of("a.yml"), null);
    assertThat(files.groups(config)).hasSize(1);

    Files.writeString(file, "- targets: [h1:1, {broken");

    assertThat(files.groups(config)).hasSize(1);
  }

  @Test
  void refusesAllTargetsWhenThereAreTooMany() throws IOException {
    var targets = find("target_limit: 1\n    static_configs: [{targets: ['h1:1', 'h2:1']}]");

    assertThat(targets)
        .extracting(Target::source)
        .containsOnly(new Refused("expected no more than target_limit 1 targets, got 2"));
  }

  @Test
  void showsATargetThatCannotBeScraped() throws IOException {
    var targets =
        find(
            """
            static_configs: [{targets: ['h1:1']}]
                relabel_configs: [{target_label: __scheme__, replacement: 'file'}]
            """);

    assertThat(targets)
        .extracting(Target::source)
        .containsExactly(new Refused("expected http://host:port/path, got file://h1:1/metrics"));
  }

  @Test
  void leavesATargetAsItIsWhenAnotherOfItsJobChanges() throws IOException {
    var one = find("static_configs: [{targets: ['h1:1']}]").getFirst();
    var two = find("static_configs: [{targets: ['h2:1', 'h1:1']}]");

    assertThat(two).contains(one);
  }

  @Test
  void refusesAConfigurationThatIsWrong() {
    refuses("scheme: file", "scheme: expected http or https, got \"file\"");
    refuses("proxy_url: 'http://p:1'", "proxy_url: targets are read without a proxy");
    refuses("sample_limit: -1", "expected limits of 0 or more, got -1");
    refuses(
        "static_configs: [{targets: ['http://h/']}]",
        "targets: expected host:port, got \"http://h/\"");
    refuses(
        "file_sd_configs: [{files: [x.txt]}]",
        "files: expected a name ending in .json, .yml or .yaml");
    refuses(
        "bearer_token: x\n    authorization: {credentials: y}",
        "expected at most one of basic_auth");
    refuses("tls_config: {cert_file: x}", "expected cert_file and key_file together");
    refuses(
        "scrape_timeout: 20s\n    static_configs: [{targets: ['h:1']}]",
        "scrape_timeout: expected more than 0");
  }

  private static void refuses(String keys, String message) {
    assertThatThrownBy(() -> find(keys)).hasStackTraceContaining(message);
  }

  private List<String> instances() {
    return running.runner().states().stream()
        .map(state -> state.target().labels().get("instance"))
        .toList();
  }

  private static List<Target> find(String keys) throws IOException {
    var config = config(keys).getFirst();
    return new TargetFinder(config, GLOBAL).targets(config.staticConfigs());
  }

  private static List<ScrapeConfig> config(String keys) throws IOException {
    return Yaml.scrapeConfigs("scrape_configs:\n  - job_name: j\n    " + keys + "\n");
  }
}
