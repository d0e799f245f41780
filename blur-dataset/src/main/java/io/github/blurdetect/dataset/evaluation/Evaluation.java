package io.github.blurdetect.dataset.evaluation;

import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.dataset.folder.LabelledFolder;
import io.github.blurdetect.dataset.folder.LabelledPhoto;
import io.github.blurdetect.dataset.folder.LabelledPhoto.Label;
import io.github.blurdetect.image.ImageDecoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs a scorer over the photos of a labelled folder.
 *
 * <p>The result does not depend on the number of threads: photos keep the folder's order.
 *
 * @param decoder reads the photos; colours that a scorer does not need are left out
 * @param threads photos that are scored at once, at least 1
 * @param progress told after each photo, from any thread
 */
public record Evaluation(ImageDecoder decoder, int threads, Progress progress) {

  /** Told how far an evaluation is. Called by several threads, one at a time. */
  @FunctionalInterface
  public interface Progress {

    /**
     * Takes note of one more photo.
     *
     * @param done photos done so far, growing by one at each call
     * @param total all photos
     */
    void done(int done, int total);
  }

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if threads is under 1
   */
  public Evaluation {
    Objects.requireNonNull(decoder, "decoder");
    Objects.requireNonNull(progress, "progress");
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", expected at least 1");
    }
  }

  /**
   * Returns an evaluation with the default decoder, one thread and no progress.
   *
   * @return the defaults
   */
  public static Evaluation defaults() {
    return new Evaluation(ImageDecoder.defaults(), 1, (done, total) -> {});
  }

  /**
   * Returns this evaluation with another number of threads.
   *
   * @param count at least 1
   * @return a new instance
   * @throws IllegalArgumentException if count is under 1
   */
  public Evaluation withThreads(int count) {
    return new Evaluation(decoder, count, progress);
  }

  /**
   * Returns this evaluation with another listener.
   *
   * @param listener told after each photo
   * @return a new instance
   */
  public Evaluation withProgress(Progress listener) {
    return new Evaluation(decoder, threads, listener);
  }

  /**
   * Scores every photo, the marginal ones too. One that cannot be read, or at which the scorer
   * fails, is listed among the failures; the others are scored all the same.
   *
   * @param scorer left open
   * @param folder the photos
   * @return scores, failures and figures at the scorer's own threshold
   * @throws InterruptedException if the calling thread is interrupted
   */
  public EvaluationResult run(BlurScorer scorer, LabelledFolder folder)
      throws InterruptedException {
    List<LabelledPhoto> photos = new ArrayList<>(folder.photos());
    photos.addAll(folder.marginal());
    Object[] outcomes = new Object[photos.size()];
    AtomicInteger done = new AtomicInteger();
    ImageDecoder fitting = decoder.withColour(decoder.options().colour() && scorer.needsColour());
    Workers.forEach(
        photos.size(),
        threads,
        index -> {
          outcomes[index] = outcome(scorer, fitting, photos.get(index));
          synchronized (done) {
            progress.done(done.incrementAndGet(), outcomes.length);
          }
        });
    return collect(scorer, folder, outcomes);
  }

  private static Object outcome(BlurScorer scorer, ImageDecoder fitting, LabelledPhoto photo) {
    try {
      return new ScoredPhoto(photo, scorer.score(fitting.decode(photo.file())));
    } catch (IOException | RuntimeException e) {
      String message = e.getMessage();
      return new FailedPhoto(photo, message == null ? e.toString() : message);
    }
  }

  private static EvaluationResult collect(
      BlurScorer scorer, LabelledFolder folder, Object[] outcomes) {
    List<ScoredPhoto> scored = new ArrayList<>();
    List<ScoredPhoto> marginal = new ArrayList<>();
    List<FailedPhoto> failed = new ArrayList<>();
    for (Object outcome : outcomes) {
      if (outcome instanceof ScoredPhoto photo) {
        (photo.photo().label() == Label.MARGINAL ? marginal : scored).add(photo);
      } else if (outcome instanceof FailedPhoto photo) {
        failed.add(photo);
      }
    }
    return new EvaluationResult(
        scorer.name(), scorer.threshold(), folder, scored, marginal, failed);
  }
}
