package io.github.blurdetect.service.internal.scoring;

import io.github.blurdetect.service.internal.manage.ManagementServer.Health;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Scores a small page of print to show that a verdict can be had. Safe for many threads. */
public final class Readiness implements Supplier<Health> {
  private static final String PAGE = "/io/github/blurdetect/service/probe.png";
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  private final Judge judge;
  private final Turns turns;
  private final Duration patience;
  private final ByteBuffer page;
  private volatile boolean stopping;
  private long checked;
  private @Nullable Health last;

  /**
   * Makes a check.
   *
   * @param judge the one that serves requests
   * @param turns those of the requests; the page takes none
   * @param patience for how long requests may wait without any being done
   * @throws IOException if the page is missing from the jar
   */
  public Readiness(Judge judge, Turns turns, Duration patience) throws IOException {
    this.judge = judge;
    this.turns = turns;
    this.patience = patience;
    try (InputStream in = Objects.requireNonNull(Readiness.class.getResourceAsStream(PAGE), PAGE)) {
      page = ByteBuffer.wrap(in.readAllBytes()).asReadOnlyBuffer();
    }
  }

  /** Makes the server unready for good. */
  public void stopping() {
    stopping = true;
  }

  /**
   * Checks, or repeats a result of less than a second ago: a probe must not become a load.
   *
   * @return good if the page was scored
   */
  @Override
  public synchronized Health get() {
    if (stopping) {
      return new Health(false, "stopping");
    }
    Duration stuck = turns.stuckFor();
    if (stuck.compareTo(patience) > 0) {
      return new Health(false, "stuck: no image was done for " + stuck.toSeconds() + " s");
    }
    Health known = last;
    if (known == null || System.nanoTime() - checked > FRESH_NANOS) {
      long began = System.nanoTime();
      Judgement made = judge.judge(page);
      checked = System.nanoTime();
      long millis = Duration.ofNanos(checked - began).toMillis();
      boolean good = made.assessment() != null;
      known =
          new Health(
              good,
              (good ? "ready, scored a page in " : "failed in ") + millis + " ms: " + made.json());
      last = known;
    }
    return known;
  }
}
