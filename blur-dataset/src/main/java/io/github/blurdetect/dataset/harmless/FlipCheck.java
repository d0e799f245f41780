package io.github.blurdetect.dataset.harmless;

import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.Verdict;
import io.github.blurdetect.dataset.evaluation.Evaluation;
import io.github.blurdetect.dataset.evaluation.Workers;
import io.github.blurdetect.dataset.folder.LabelledPhoto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts how often a harmless change of a photo turns the verdict. The result does not depend on
 * the number of threads.
 *
 * @param evaluation decoder, threads and progress; progress counts photos
 */
public record FlipCheck(Evaluation evaluation) {

  /**
   * One photo's verdict after one change, where it differs.
   *
   * @param photo the photo
   * @param change what was done to it
   * @param before its verdict as it is
   * @param after its verdict after the change
   * @param scoreBefore its blurriness as it is
   * @param scoreAfter its blurriness after the change
   */
  public record Flip(
      LabelledPhoto photo,
      HarmlessChange change,
      Verdict before,
      Verdict after,
      double scoreBefore,
      double scoreAfter) {}

  /**
   * What a check came to.
   *
   * @param photos photos that were judged
   * @param flips verdicts that changed, by photo, then by change
   * @param failed photos that could not be read, each with the reason
   */
  public record Result(int photos, List<Flip> flips, List<String> failed) {

    /** Copies the lists. */
    public Result {
      flips = List.copyOf(flips);
      failed = List.copyOf(failed);
    }

    /**
     * Returns the share of verdicts that a change turned.
     *
     * @param change the change
     * @return in [0, 1]; NaN without photos
     */
    public double rate(HarmlessChange change) {
      return flips.stream().filter(flip -> flip.change() == change).count() / (double) photos;
    }

    /**
     * Returns the share of verdicts that any change turned, over all photos and changes.
     *
     * @return in [0, 1]; NaN without photos
     */
    public double rate() {
      return flips.size() / ((double) photos * HarmlessChange.values().length);
    }
  }

  /**
   * Judges every photo as it is and after every change.
   *
   * @param detector left open
   * @param photos files to judge
   * @return the verdicts that differ
   * @throws InterruptedException if the calling thread is interrupted
   */
  public Result run(BlurDetector detector, List<LabelledPhoto> photos) throws InterruptedException {
    Object[] outcomes = new Object[photos.size()];
    AtomicInteger done = new AtomicInteger();
    Workers.forEach(
        photos.size(),
        evaluation.threads(),
        index -> {
          outcomes[index] = outcome(detector, photos.get(index));
          synchronized (done) {
            evaluation.progress().done(done.incrementAndGet(), outcomes.length);
          }
        });
    return collect(outcomes);
  }

  private Object outcome(BlurDetector detector, LabelledPhoto photo) {
    try {
      BlurImage image = evaluation.decoder().decode(photo.file());
      var before = detector.assess(image);
      List<Flip> flips = new ArrayList<>();
      for (HarmlessChange change : HarmlessChange.values()) {
        var after = detector.assess(change.apply(image, photo.name().hashCode()));
        if (after.verdict() != before.verdict()) {
          flips.add(
              new Flip(
                  photo,
                  change,
                  before.verdict(),
                  after.verdict(),
                  before.blurriness(),
                  after.blurriness()));
        }
      }
      return flips;
    } catch (IOException | RuntimeException e) {
      return photo.name() + ": " + (e.getMessage() == null ? e : e.getMessage());
    }
  }

  private static Result collect(Object[] outcomes) {
    List<Flip> flips = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (Object outcome : outcomes) {
      if (outcome instanceof List<?> list) {
        list.forEach(flip -> flips.add((Flip) flip));
      } else {
        failed.add((String) outcome);
      }
    }
    return new Result(outcomes.length - failed.size(), flips, failed);
  }
}
