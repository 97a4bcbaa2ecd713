package io.gnomon.collect.scrape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.gnomon.model.ByteSize;
import io.gnomon.model.Durations;
import io.gnomon.model.Labels;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Reads `scrape_configs` as they stand in a configuration file.
final class Yaml {
  private record File(List<ScrapeConfig> scrapeConfigs) {}

  private static final YAMLMapper MAPPER = mapper();

  private Yaml() {}

  static List<ScrapeConfig> scrapeConfigs(String yaml) throws IOException {
    return MAPPER.readValue(yaml, File.class).scrapeConfigs();
  }

  private static YAMLMapper mapper() {
    var module = new SimpleModule();
    add(module, Duration.class, String.class, Durations::parse);
    add(module, ByteSize.class, String.class, ByteSize::parse);
    add(module, Labels.class, Map.class, Yaml::labels);
    return YAMLMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .addModule(module)
        .build();
  }

  private static Labels labels(Map<?, ?> map) {
    var labels = Labels.EMPTY;
    for (var entry : map.entrySet()) {
      labels = labels.with(entry.getKey().toString(), entry.getValue().toString());
    }
    return labels;
  }

  private static <T, F> void add(
      SimpleModule module, Class<T> type, Class<F> from, Function<F, T> parse) {
    module.addDeserializer(
        type,
        new StdDeserializer<T>(type) {
          private static final long serialVersionUID = 1L;

          @Override
          public T deserialize(JsonParser parser, DeserializationContext context)
              throws IOException {
            return parse.apply(parser.readValueAs(from));
          }
        });
  }
}
