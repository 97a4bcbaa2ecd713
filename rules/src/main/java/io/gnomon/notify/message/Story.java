package io.gnomon.notify.message;

import io.gnomon.alert.Alert;
import io.gnomon.alert.Threshold;
import io.gnomon.model.Absent;
import io.gnomon.model.Labels;
import io.gnomon.promql.Engine;
import io.gnomon.promql.Limits;
import io.gnomon.promql.QueryException;
import io.gnomon.promql.Result;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/// What an alert's expression measured lately: the values on a grid (`Absent` where there is none),
/// the threshold, and what is usual at this hour.
public record Story(
    long start, long step, double[] values, Optional<Threshold> threshold, OptionalDouble usual) {
  private static final int POINTS = 120;
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final int DAYS = 7;
  private static final Limits CHEAP = new Limits(3000, 1_000_000, 1000, 2000);

  /// Tells the story of alerts whose expression is known and still measures something.
  public interface Teller {
    Teller NOBODY = (_, _) -> Optional.empty();

    Optional<Story> tell(Alert alert, long now);
  }

  /// Asks the engine about the hour before, or three times as long as the alert lasts.
  public static Teller asking(Engine engine) {
    return (alert, now) -> {
      try {
        return tell(engine, alert, now);
      } catch (QueryException e) {
        return Optional.empty();
      }
    };
  }

  private static Optional<Story> tell(Engine engine, Alert alert, long now) {
    var query = alert.reading().expr();
    if (query.isEmpty()) {
      return Optional.empty();
    }
    var threshold = Threshold.of(query);
    var measured = threshold.map(Threshold::measured).orElse(query);
    long length = Math.clamp(3 * (now - alert.startsAt()), Duration.ofHours(1).toMillis(), DAY);
    long step = length / (POINTS - 1);
    long start = now - (POINTS - 1) * step;
    var plan = engine.plan(measured, CHEAP);
    var values = row(plan.run(start, step, POINTS), alert.labels());
    if (values.isEmpty()) {
      return Optional.empty();
    }
    var days = row(plan.run(now - DAYS * DAY, DAY, DAYS), alert.labels());
    return Optional.of(
        new Story(
            start,
            step,
            values.get(),
            threshold,
            days.map(Story::mean).orElseGet(OptionalDouble::empty)));
  }

  /// A copy of the row whose labels are all the alert's.
  private static Optional<double[]> row(Result result, Labels labels) {
    for (int row = 0; row < result.size(); row++) {
      if (belongs(result.labels(row), labels)) {
        return Optional.of(result.values(row).clone());
      }
    }
    return Optional.empty();
  }

  private static boolean belongs(Labels row, Labels alert) {
    for (int i = 0; i < row.size(); i++) {
      if (!row.name(i).equals(Labels.NAME) && !alert.get(row.name(i)).equals(row.value(i))) {
        return false;
      }
    }
    return true;
  }

  private static OptionalDouble mean(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).average();
  }

  /// The newest value there is.
  public OptionalDouble latest() {
    for (int i = values.length - 1; i >= 0; i--) {
      if (!Absent.is(values[i])) {
        return OptionalDouble.of(values[i]);
      }
    }
    return OptionalDouble.empty();
  }
}
