package io.gnomon.collect.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.collect.Await;
import io.gnomon.collect.SampleTable;
import io.gnomon.model.Labels;
import java.io.File;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SpaceThreadTest {
  private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long LONG = TimeUnit.SECONDS.toNanos(20);

  /// A file system whose server is gone until it is let go.
  private static final class Stuck extends File {
    private static final long serialVersionUID = 1;
    private final transient CountDownLatch back = new CountDownLatch(1);
    private final transient AtomicInteger asked = new AtomicInteger();

    Stuck() {
      super("/");
    }

    @Override
    public long getTotalSpace() {
      asked.incrementAndGet();
      try {
        back.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return super.getTotalSpace();
    }
  }

  private final SampleTable table = new SampleTable();

  private static Mount mount(File path, String name) {
    return new Mount(path, Labels.of("mountpoint", name), false);
  }

  private double error(Mount mount) {
    mount.put(table.begin());
    return table.row().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("node_filesystem_device_error"))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  @Test
  void aMountThatDoesNotAnswerHasAnErrorAndHoldsUpNoOtherAndIsNotAskedAgain() throws Exception {
    var gone = new Stuck();
    var stuck = mount(gone, "/gone");
    var fine = mount(new File("/"), "/");
    var first = SpaceThread.start();
    assertThat(first.ask(List.of(stuck, fine), SHORT)).isFalse();
    assertThat(error(stuck)).isEqualTo(1);

    var second = SpaceThread.start();
    stuck.forget();
    assertThat(second.ask(List.of(stuck, fine), LONG)).isTrue();
    assertThat(error(stuck)).isEqualTo(1);
    assertThat(error(fine)).isZero();
    assertThat(gone.asked).hasValue(1);

    gone.back.countDown();
    Await.until("the answer came", () -> error(stuck) == 0);
    second.leave();
  }
}
