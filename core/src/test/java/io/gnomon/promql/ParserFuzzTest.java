package io.gnomon.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Queries that people run, broken at random: each is refused with a place, or its printed text
/// means the same. `-Dpromql.fuzz.seconds` and `-Dpromql.fuzz.seed` run it for longer, elsewhere.
class ParserFuzzTest {
  private static final Options EVERYTHING =
      new Options(300_000, 60_000, true, true, true, true, true);
  private static final Pattern WORD =
      Pattern.compile(
          "\\s+|\"(?:[^\"\\\\]|\\\\.)*\"|[\\p{L}_:][\\w:]*|[\\d.]+\\w*|.", Pattern.DOTALL);
  private static final List<String> PIECES =
      List.of(
          ("( ) { } [ ] , = =~ !~ != == <= > </ >/ + - * / % ^ @ : :: \" ' ` \\ # \n \u00e9 \ud800 \uffff"
                  + " and or unless atan2 bool offset by without on ignoring group_left group_right"
                  + " fill fill_left(1) anchored smoothed sum topk count_values rate time() start()"
                  + " end step() range() min_of(1,2) 0 -1 1_0 0x1f 08 .5 1e9 1e999 inf NaN 5m 1h30m"
                  + " 1000y 0s \"a\" 'b' `c` \"\\xff\" {a=\"b\"} [5m] [5m:] [1m+1s:step()] (a) a:b $ ! ~")
              .split(" "));

  private final Random random = new Random(Long.getLong("promql.fuzz.seed", 20261122));
  private final List<String> seeds = PromqlExpressionsTest.expressions();

  @Test
  void nothingButAQueryExceptionComesOutOfTheParser() {
    var until =
        System.nanoTime() + Duration.ofSeconds(Long.getLong("promql.fuzz.seconds", 5)).toNanos();
    int accepted = 0;
    int refused = 0;
    while (System.nanoTime() < until) {
      if (isAccepted(mutate(pick(seeds)))) {
        accepted++;
      } else {
        refused++;
      }
    }
    assertThat(accepted).isPositive();
    assertThat(refused).isPositive();
  }

  private static boolean isAccepted(String text) {
    Expr expr;
    try {
      expr = Parser.parse(text, EVERYTHING);
    } catch (QueryException e) {
      assertThat(e)
          .as(text)
          .hasMessageMatching("(?s)(\\d+:\\d+|unknown position): parse error: .+");
      return false;
    }
    var again = Parser.parse(expr.toString(), EVERYTHING);
    assertThat(Trees.of(again)).as(text).isEqualTo(Trees.of(expr));
    assertThat(SyntaxTree.of(again)).as(text).isNotEmpty();
    return true;
  }

  private String mutate(String text) {
    var words =
        WORD.matcher(text).results().map(result -> result.group()).collect(Collectors.toList());
    for (int i = random.nextInt(4); i >= 0 && !words.isEmpty(); i--) {
      int at = random.nextInt(words.size());
      switch (random.nextInt(4)) {
        case 0 -> words.remove(at);
        case 1 -> words.set(at, pick(PIECES));
        case 2 -> words.add(at, pick(words));
        default -> words.add(at, pick(PIECES));
      }
    }
    return String.join("", words);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
