package io.gnomon.web.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.web.yaml.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
  private static final ConfigReader READER =
      new ConfigReader(List.of(), Map.of("ENV", "staging", "PORT", "9100"));

  /// `~` is a line's end.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          glboal: {}                               | gnomon.yml:1:1: glboal: unknown key; did you mean global?
          global: 5                                | gnomon.yml:1:9: global: expected a map of keys and values, got "5"
          global:~  scrape_interval: abc           | gnomon.yml:2:20: global.scrape_interval: expected a duration such as 15s, got "abc"
          global: {scrape_interval: 0s}            | gnomon.yml:1:27: global.scrape_interval: must be above 0
          global: {scrape_interval: [1]}           | gnomon.yml:1:27: global.scrape_interval: expected a single value, got a list
          global: {a: 1, a: 2}                     | gnomon.yml:1:16: global.a: this key stands here twice
          global: {scrape_interval: 5s, scrape_timeout: 6s} | gnomon.yml:1:47: global.scrape_timeout: must not exceed scrape_interval
          storage: {retention_size: huge}          | gnomon.yml:1:27: storage.retention_size: expected a size such as 512MB, got "huge"
          rule_files: x.yml                        | gnomon.yml:1:13: rule_files: expected a list, got "x.yml"
          builtin_rules: maybe                     | gnomon.yml:1:16: builtin_rules: expected true or false, got "maybe"
          web: {listen: localhost}                 | gnomon.yml:1:15: web.listen: expected host:port, got "localhost"
          web: {listen: 'h:${NOPE}'}               | gnomon.yml:1:15: web.listen: environment variable NOPE is not set
          web: {basic_auth_users: {admin: secret}} | gnomon.yml:1:25: web.basic_auth_users: admin: expected a bcrypt hash as `gnomon hash-password` makes it
          web: {tls: {cert_file: a.pem}}           | gnomon.yml:1:12: web.tls: cert_file and key_file are needed
          collectors: {nod: {}}                    | gnomon.yml:1:14: collectors.nod: unknown key; expected one of
          global: {smtp_smarthst: a}               | gnomon.yml:1:10: global.smtp_smarthst: unknown key; did you mean smtp_smarthost?
          scrape_configs: [{job_name: a, scheme: ftp}] | gnomon.yml:1:40: scrape_configs[0].scheme: expected http or https, got "ftp"
          scrape_configs: [{job_name: a}, {job_name: a}] | gnomon.yml:1:17: scrape_configs: expected one job named "a"
          route: {receiver: ops}                   | gnomon.yml:1:8: route: expected a receiver that is defined (), got "ops"
          receivers: [{name: ops, webhook_configs: [{url: ftp://x}]}] | gnomon.yml:1:49: receivers[0].webhook_configs[0].url: expected an address with http:// or https://
          builtin_rule_thresholds: {Nothing: 1}    | gnomon.yml:1:26: builtin_rule_thresholds: expected one of
          web: {roles: {eve: viewer}}              | gnomon.yml:1:14: web.roles: expected a name of basic_auth_users, got "eve"
          web: {roles: {eve: boss}}                | gnomon.yml:1:20: web.roles.eve: expected one of anyone, viewer, operator, admin, got "boss"
          global: {                                | gnomon.yml:1:10: not YAML: expected the node content, but found '<stream end>'
          """)
  void tellsWhatIsWrongAndWhere(String yaml, String message) {
    assertThatThrownBy(() -> READER.parse(yaml.replace('~', '\n')))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void readsEverythingThatStandsInTheFile() throws Exception {
    var config =
        READER.parse(
            """
            global:
              scrape_interval: 1m30s
              external_labels: { env: '${ENV}' }
            storage: { path: /var/lib/gnomon, retention_time: 30d, retention_size: 1GB }
            rule_files: ['rules/*.yml']
            builtin_rules: false
            web: { listen: '0.0.0.0:${PORT}', external_url: 'https://monitor.example.com/' }
            """);
    assertThat(config.global().scrapeInterval()).hasSeconds(90);
    assertThat(config.global().externalLabels().get("env")).isEqualTo("staging");
    assertThat(config.storage().options().retentionMillis()).isEqualTo(2_592_000_000L);
    assertThat(config.ruleFiles()).containsExactly(Path.of("rules/*.yml"));
    assertThat(config.builtinRules()).isFalse();
    assertThat(config.web().listen()).isEqualTo(new Address("0.0.0.0", 9100));
  }

  @Test
  void readsABlockOfPrometheus() throws Exception {
    var config =
        READER.parse(
            """
            scrape_configs:
              - job_name: api
                scrape_interval: 5s
                basic_auth: { username: gnomon, password: '${ENV}' }
                params: { module: [http_2xx] }
                static_configs:
                  - targets: ['127.0.0.1:8000', "[::1]:8000"]
                    labels: { service: api-gateway }
                relabel_configs:
                  - source_labels: [__address__]
                    regex: '(.*):\\d+'
                    target_label: host
                    replacement: '${1}'
                metric_relabel_configs:
                  - { action: labeldrop, regex: tmp_.* }
            """);
    var job = config.scrapeConfigs().getFirst();
    assertThat(job.scrapeInterval()).hasSeconds(5);
    assertThat(job.staticConfigs().getFirst().targets()).hasSize(2);
    assertThat(job.relabelConfigs().getFirst().replacement()).isEqualTo("${1}");
    assertThat(job.toString()).doesNotContain("staging");
  }

  @Test
  void needsNoFile() throws Exception {
    var config = READER.standard();
    assertThat(config.global().scrapeInterval()).hasSeconds(15);
    assertThat(config.storage().path()).isEqualTo(Path.of("data"));
    assertThat(config.builtinRules()).isTrue();
    assertThat(config.web().listen()).hasToString("127.0.0.1:9090");
  }

  @Test
  void followsAnchorsAndMerges() throws Exception {
    var config =
        READER.parse(
            """
            global: &all { scrape_interval: 5s, external_labels: { a: b } }
            """
                + "web: {}");
    assertThat(config.global().externalLabels().get("a")).isEqualTo("b");
  }

  @Test
  void saysThatAFileIsMissing(@TempDir Path folder) {
    assertThatThrownBy(() -> READER.read(folder.resolve("none.yml")))
        .hasMessage(folder.resolve("none.yml") + ": no such file");
  }

  @Test
  void saysThatAFileIsNoText(@TempDir Path folder) throws Exception {
    var file = Files.write(folder.resolve("gnomon.yml"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> READER.read(file)).hasMessage(file + ": not UTF-8 text");
  }
}
