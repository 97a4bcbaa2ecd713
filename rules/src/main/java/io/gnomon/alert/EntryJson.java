package io.gnomon.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gnomon.model.Labels;
import io.gnomon.model.Matcher;
import java.io.IOException;
import java.util.Map;

/// Entries as JSON, so that a person can read the journal.
public final class EntryJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addMixIn(Labels.class, LabelsAsMap.class)
          .addMixIn(Matcher.class, MatcherAsText.class)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private EntryJson() {}

  private abstract static class LabelsAsMap {
    @JsonValue
    abstract Map<String, String> toMap();

    @JsonCreator
    static Labels of(Map<String, String> map) {
      return Labels.of(map);
    }
  }

  private abstract static class MatcherAsText {
    @JsonCreator
    MatcherAsText(
        @JsonProperty("name") String name,
        @JsonProperty("op") Matcher.Op op,
        @JsonProperty("value") String value) {}

    @JsonProperty("name")
    abstract String name();

    @JsonProperty("op")
    abstract Matcher.Op op();

    @JsonProperty("value")
    abstract String value();
  }

  public static byte[] write(Entry entry) {
    try {
      return JSON.writerFor(Entry.class).writeValueAsBytes(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + entry.key(), e);
    }
  }

  public static Entry read(byte[] bytes) throws IOException {
    return JSON.readValue(bytes, Entry.class);
  }
}
