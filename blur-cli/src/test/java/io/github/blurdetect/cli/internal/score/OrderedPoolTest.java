package io.github.blurdetect.cli.internal.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedPoolTest {

  @Test
  void run_firstIsSlowest_orderKept() throws InterruptedException {
    CountDownLatch others = new CountDownLatch(5);
    List<Integer> out = new ArrayList<>();

    OrderedPool.run(
        IntStream.range(0, 6).iterator(),
        2,
        i -> {
          if (i == 0) {
            await(others);
          } else {
            others.countDown();
          }
          return i;
        },
        out::add);

    assertThat(out).containsExactly(0, 1, 2, 3, 4, 5);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void run_manyInputs_drawsOnlyAFewAhead() throws InterruptedException {
    int[] drawn = {0};
    int[] done = {0};
    int[] farthest = {0};
    Iterator<Integer> inputs = IntStream.range(0, 10_000).peek(i -> drawn[0]++).iterator();

    OrderedPool.run(
        inputs,
        3,
        i -> i,
        i -> {
          done[0]++;
          farthest[0] = Math.max(farthest[0], drawn[0] - done[0]);
          return true;
        });

    assertThat(done[0]).isEqualTo(10_000);
    assertThat(farthest[0]).isLessThanOrEqualTo(12);
  }

  @Test
  void run_consumerHasEnough_stops() throws InterruptedException {
    List<Integer> out = new ArrayList<>();

    OrderedPool.run(
        IntStream.range(0, 10_000).iterator(),
        2,
        i -> i,
        i -> {
          out.add(i);
          return out.size() < 3;
        });

    assertThat(out).containsExactly(0, 1, 2);
  }
}
