package io.gnomon.collect;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;

/// Waits for what other threads bring about.
public final class Await {
  private static final Duration MOST = Duration.ofSeconds(20);

  private Await() {}

  public static void until(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + MOST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        Assertions.fail("waited " + MOST + " in vain until " + what);
      }
      Thread.sleep(5);
    }
  }
}
