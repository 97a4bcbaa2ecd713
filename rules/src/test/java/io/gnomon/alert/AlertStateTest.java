package io.gnomon.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.alert.AlertState.Firing;
import io.gnomon.alert.AlertState.Hold;
import io.gnomon.alert.AlertState.Inactive;
import io.gnomon.alert.AlertState.Pending;
import io.gnomon.alert.AlertState.Resolved;
import io.gnomon.model.Durations;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The life of an alert, minute by minute: `x` the expression answers, `.` it does not. States are
/// written i, p, F, r; a q is firing though the expression is quiet.
class AlertStateTest {
  private static final long MINUTE = 60_000;

  @ParameterizedTest(name = "{0}: for {1}, keep_firing_for {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no for fires in the same evaluation            | 0  | 0  | .x..      | iFrr
          for waits until it is over                     | 2m | 0  | xxxx      | ppFF
          a pending alert that is absent is gone at once | 2m | 0  | xx.xx     | ppipp
          a gap begins the wait anew                     | 2m | 0  | xx.xxx    | ppippF
          firing and absent is resolved                  | 1m | 0  | xxx.      | pFFr
          keep_firing_for holds it                       | 0  | 2m | x...      | Fqqr
          the hold begins anew when the result returns   | 0  | 2m | x..x...   | FqqFqqr
          a pending alert is not held                    | 2m | 5m | xx.       | ppi
          a resolved alert that returns waits again      | 1m | 0  | xx.xx     | pFrpF
          resolved is remembered 15 minutes              | 0  | 0  | x................. | Frrrrrrrrrrrrrrrri
          """)
  void lives(String name, String before, String after, String seen, String states) {
    var hold = new Hold(millis(before), millis(after));
    var word = new StringBuilder();
    AlertState state = AlertState.INACTIVE;
    for (int minute = 0; minute < seen.length(); minute++) {
      state = state.next(seen.charAt(minute) == 'x', minute * MINUTE, hold);
      word.append(letter(state));
    }
    assertThat(word).hasToString(states);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a young firing alert goes back to pending, 3m, Pending",
    "an old firing alert stays, 1m, Firing"
  })
  void aLongerForTakesBackWhatIsYounger(String name, String lengthened, String expected) {
    AlertState state = new Firing(0, 0, 0);
    var next = state.next(true, 2 * MINUTE, new Hold(millis(lengthened), 0));
    assertThat(next.getClass().getSimpleName()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void nothingNewIsTheSameObject(boolean seen) {
    var hold = new Hold(5 * MINUTE, 5 * MINUTE);
    var states = new ArrayList<AlertState>();
    states.add(seen ? new Pending(0) : AlertState.INACTIVE);
    states.add(seen ? new Firing(-9 * MINUTE, 0, 0) : new Firing(0, 0, 1));
    assertThat(states).allSatisfy(s -> assertThat(s.next(seen, MINUTE, hold)).isSameAs(s));
  }

  private static char letter(AlertState state) {
    return switch (state) {
      case Inactive _ -> 'i';
      case Pending _ -> 'p';
      case Firing(_, _, var quiet) -> quiet == 0 ? 'F' : 'q';
      case Resolved _ -> 'r';
    };
  }

  private static long millis(String duration) {
    return Durations.parse(duration).toMillis();
  }
}
