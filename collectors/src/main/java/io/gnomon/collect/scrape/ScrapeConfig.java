package io.gnomon.collect.scrape;

import io.gnomon.collect.Intake;
import io.gnomon.collect.Timing;
import io.gnomon.collect.http.Authorization;
import io.gnomon.collect.http.BasicAuth;
import io.gnomon.collect.http.HttpSettings;
import io.gnomon.collect.http.TlsConfig;
import io.gnomon.collect.relabel.RelabelConfig;
import io.gnomon.collect.relabel.Relabeling;
import io.gnomon.model.ByteSize;
import io.gnomon.model.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One entry of `scrape_configs`, with Prometheus's keys. A limit of 0 is the default one: 50,000
/// samples, 64 labels, names of 512 and values of 4,096 characters, 16 MiB.
///
/// @param scrapeInterval null for the global one
public record ScrapeConfig(
    String jobName,
    @Nullable Duration scrapeInterval,
    @Nullable Duration scrapeTimeout,
    String metricsPath,
    String scheme,
    Map<String, List<String>> params,
    boolean honorLabels,
    Boolean honorTimestamps,
    boolean trackTimestampsStaleness,
    int sampleLimit,
    int labelLimit,
    int labelNameLengthLimit,
    int labelValueLengthLimit,
    ByteSize bodySizeLimit,
    int targetLimit,
    List<StaticConfig> staticConfigs,
    List<FileSdConfig> fileSdConfigs,
    List<RelabelConfig> relabelConfigs,
    List<RelabelConfig> metricRelabelConfigs,
    @Nullable BasicAuth basicAuth,
    @Nullable Authorization authorization,
    @Nullable Secret bearerToken,
    @Nullable Path bearerTokenFile,
    @Nullable TlsConfig tlsConfig,
    @Nullable String proxyUrl,
    Boolean followRedirects,
    Boolean enableCompression,
    @Nullable Boolean enableHttp2) {
  private static final ByteSize BODY = new ByteSize(16L << 20);

  public ScrapeConfig {
    if (jobName == null || jobName.isBlank()) {
      throw new IllegalArgumentException("job_name: expected a name");
    }
    metricsPath = metricsPath == null ? "/metrics" : metricsPath;
    scheme = scheme == null ? "http" : scheme;
    params = params == null ? Map.of() : new LinkedHashMap<>(params);
    honorTimestamps = honorTimestamps == null || honorTimestamps;
    bodySizeLimit = bodySizeLimit == null || bodySizeLimit.bytes() == 0 ? BODY : bodySizeLimit;
    staticConfigs = staticConfigs == null ? List.of() : List.copyOf(staticConfigs);
    fileSdConfigs = fileSdConfigs == null ? List.of() : List.copyOf(fileSdConfigs);
    relabelConfigs = relabelConfigs == null ? List.of() : List.copyOf(relabelConfigs);
    metricRelabelConfigs =
        metricRelabelConfigs == null ? List.of() : List.copyOf(metricRelabelConfigs);
    followRedirects = followRedirects == null || followRedirects;
    enableCompression = enableCompression == null || enableCompression;
    checkScheme(scheme);
    refuseProxy(proxyUrl);
    checkLimits(sampleLimit, labelLimit, labelNameLengthLimit, labelValueLengthLimit, targetLimit);
    int ways = (basicAuth == null ? 0 : 1) + (authorization == null ? 0 : 1);
    if (ways + (bearerToken == null && bearerTokenFile == null ? 0 : 1) > 1) {
      throw new IllegalArgumentException(
          "expected at most one of basic_auth, authorization and bearer_token");
    }
  }

  static void checkScheme(String scheme) {
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("scheme: expected http or https, got \"" + scheme + "\"");
    }
  }

  private static void refuseProxy(@Nullable String proxyUrl) {
    if (proxyUrl != null && !proxyUrl.isBlank()) {
      throw new IllegalArgumentException(
          "proxy_url: targets are read without a proxy; expected this key to be absent");
    }
  }

  private static void checkLimits(int... limits) {
    for (int limit : limits) {
      if (limit < 0) {
        throw new IllegalArgumentException("expected limits of 0 or more, got " + limit);
      }
    }
  }

  /// Its own interval and timeout, else the global ones; a global timeout that is too long for the
  /// interval is cut to it, as Prometheus does.
  Timing timing(Timing global) {
    var interval = scrapeInterval == null ? global.interval() : scrapeInterval;
    if (scrapeTimeout != null) {
      return new Timing(interval, scrapeTimeout);
    }
    boolean fits = global.timeout().compareTo(interval) <= 0;
    return new Timing(interval, fits ? global.timeout() : interval);
  }

  HttpSettings http(Duration timeout) {
    return new HttpSettings(
        timeout,
        bodySizeLimit,
        followRedirects,
        enableCompression,
        tlsConfig,
        basicAuth,
        authorization,
        bearerToken,
        bearerTokenFile);
  }

  Intake intake() {
    var most = Intake.Limits.DEFAULT;
    return new Intake(
        honorLabels,
        honorTimestamps,
        new Relabeling(metricRelabelConfigs),
        new Intake.Limits(
            sampleLimit == 0 ? most.samples() : sampleLimit,
            labelLimit == 0 ? most.labels() : labelLimit,
            labelNameLengthLimit == 0 ? most.nameLength() : labelNameLengthLimit,
            labelValueLengthLimit == 0 ? most.valueLength() : labelValueLengthLimit));
  }
}
