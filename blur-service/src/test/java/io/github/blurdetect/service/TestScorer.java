package io.github.blurdetect.service;

import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A scorer that does what a test tells it to. */
final class TestScorer implements BlurScorer {
  private final Function<BlurImage, BlurScore> score;
  private final Semaphore begun = new Semaphore(0);
  private final CountDownLatch gate;
  private volatile boolean closed;
  private boolean needsColour = true;

  private TestScorer(Function<BlurImage, BlurScore> score, boolean open) {
    this.score = score;
    this.gate = new CountDownLatch(open ? 0 : 1);
  }

  static TestScorer of(double blurriness) {
    return new TestScorer(image -> BlurScore.of(blurriness), true);
  }

  static TestScorer of(Function<BlurImage, BlurScore> score) {
    return new TestScorer(score, true);
  }

  TestScorer withoutColour() {
    needsColour = false;
    return this;
  }

  /** A scorer that holds every image until {@link #open()}. */
  static TestScorer held(double blurriness) {
    return new TestScorer(image -> BlurScore.of(blurriness), false);
  }

  /** A scorer that holds every image until {@link #open()} and then does what it is told. */
  static TestScorer held(Function<BlurImage, BlurScore> score) {
    return new TestScorer(score, false);
  }

  /** Images that have reached the scorer and were not awaited. */
  int begun() {
    return begun.availablePermits();
  }

  void open() {
    gate.countDown();
  }

  /** Waits until so many images more have reached the scorer. */
  void awaitBegun(int images) throws InterruptedException {
    if (!begun.tryAcquire(images, 20, TimeUnit.SECONDS)) {
      throw new AssertionError("only " + begun.availablePermits() + " of " + images + " began");
    }
  }

  BlurDetector detector() {
    return BlurDetector.of(this);
  }

  boolean closed() {
    return closed;
  }

  @Override
  public String name() {
    return "test";
  }

  @Override
  public boolean needsColour() {
    return needsColour;
  }

  @Override
  public BlurScore score(BlurImage image) {
    begun.release();
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    return score.apply(image);
  }

  @Override
  public void close() {
    closed = true;
  }
}
