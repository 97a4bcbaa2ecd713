package io.gnomon.notify.api;

import io.gnomon.alert.MatcherText;
import io.gnomon.alert.Silence;
import io.gnomon.model.Matcher;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A silence as the API gives and takes it.
public record SilenceJson(
    @Nullable String id,
    @Nullable Status status,
    @Nullable String updatedAt,
    @Nullable String comment,
    @Nullable String createdBy,
    @Nullable String endsAt,
    @Nullable List<MatcherJson> matchers,
    @Nullable String startsAt) {

  public record Status(String state) {}

  /// `isEqual` is true when it is left out.
  public record MatcherJson(String name, String value, boolean isRegex, @Nullable Boolean isEqual) {
    static MatcherJson of(Matcher matcher) {
      return new MatcherJson(
          matcher.name(),
          matcher.value(),
          switch (matcher.op()) {
            case REGEX, NOT_REGEX -> true;
            case EQUAL, NOT_EQUAL -> false;
          },
          switch (matcher.op()) {
            case EQUAL, REGEX -> true;
            case NOT_EQUAL, NOT_REGEX -> false;
          });
    }

    Matcher matcher() {
      if (name == null || value == null) {
        throw new IllegalArgumentException("matchers: expected name and value");
      }
      boolean equal = isEqual == null || isEqual;
      var sign = isRegex ? (equal ? "=~" : "!~") : (equal ? "=" : "!=");
      return MatcherText.matcher(name, sign, value);
    }
  }

  static SilenceJson of(Silence silence, long now) {
    return new SilenceJson(
        silence.id(),
        new Status(silence.state(now).word()),
        Times.print(silence.updatedAt()),
        silence.comment(),
        silence.createdBy(),
        Times.print(silence.endsAt()),
        silence.matchers().stream().map(MatcherJson::of).toList(),
        Times.print(silence.startsAt()));
  }

  Silence silence(long now) {
    if (createdBy == null || createdBy.isBlank() || comment == null || comment.isBlank()) {
      throw new IllegalArgumentException("expected createdBy and comment");
    }
    return new Silence(
        id == null ? "" : id,
        matchers == null ? List.of() : matchers.stream().map(MatcherJson::matcher).toList(),
        Times.parse("startsAt", startsAt),
        Times.parse("endsAt", endsAt),
        now,
        createdBy,
        comment);
  }
}
