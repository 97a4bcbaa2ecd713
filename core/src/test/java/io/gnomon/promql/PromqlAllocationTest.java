package io.gnomon.promql;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.gnomon.promql.corpus.Corpus;
import io.gnomon.promql.corpus.Eval;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What runs every interval costs no garbage: each plan of the corpus is bound once, run until it
/// knows its values, and then run 200 times without a byte.
class PromqlAllocationTest {
  private static final int TRIES = 4;
  private static final int RUNS = 200;
  private static final long MINUTE = 60_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void noPlanOfTheCorpusAllocatesInSteadyState() throws IOException {
    List<String> guilty = new ArrayList<>();
    int plans = 0;
    var files = new ArrayList<>(Corpus.files());
    files.add(Corpus.EXPERIMENTAL);
    for (var file : files) {
      for (var eval : Corpus.evals(file)) {
        if (eval.succeeds()) {
          plans++;
          tryOut(eval, guilty);
        }
      }
    }
    assertThat(guilty).isEmpty();
    assertThat(plans).isPositive();
  }

  private static void tryOut(Eval eval, List<String> guilty) {
    var plan = new Engine(eval.source(), Corpus.OPTIONS).plan(eval.text(), Limits.NONE);
    switch (eval.shape()) {
      case Eval.Shape.Instant(var time) -> {
        note(eval, allocated(plan, time, 0, 1), guilty);
        if (eval.expr().type() == Expr.Type.SCALAR || eval.expr().type() == Expr.Type.VECTOR) {
          note(eval, allocated(plan, time - MINUTE, MINUTE, 3), guilty);
        }
      }
      case Eval.Shape.Range(var start, var end, var step) -> {
        int size = Grid.range(start, end, step).size();
        note(eval, allocated(plan, start, step, size), guilty);
      }
    }
  }

  private static void note(Eval eval, long bytes, List<String> guilty) {
    if (bytes > 0) {
      guilty.add(eval + ": " + bytes + " bytes");
    }
  }

  /// The least of some tries: the JVM itself may allocate when it links or compiles a call.
  private static long allocated(Plan plan, long start, long step, int size) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < TRIES && least > 0; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int run = 0; run < RUNS; run++) {
        plan.run(start, step, size);
      }
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
