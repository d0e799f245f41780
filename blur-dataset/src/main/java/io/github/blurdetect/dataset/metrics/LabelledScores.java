package io.github.blurdetect.dataset.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Scores and what is true of each photo: what every metric is computed from.
 *
 * <p>Instances are immutable and safe for use by many threads.
 */
public final class LabelledScores {
  private final double[] scores;
  private final boolean[] blurred;
  private final int blurredCount;
  private volatile int @Nullable [] descending;

  private LabelledScores(double[] scores, boolean[] blurred) {
    this.scores = scores;
    this.blurred = blurred;
    int count = 0;
    for (boolean label : blurred) {
      count += label ? 1 : 0;
    }
    blurredCount = count;
  }

  /**
   * Makes an instance of two arrays, which are copied.
   *
   * @param scores blurriness of each photo
   * @param blurred whether each photo is blurred in truth
   * @return the scores with their labels
   * @throws IllegalArgumentException if there is none, the lengths differ, or a score is not finite
   */
  public static LabelledScores of(double[] scores, boolean[] blurred) {
    if (scores.length == 0 || scores.length != blurred.length) {
      throw new IllegalArgumentException(
          scores.length
              + " scores and "
              + blurred.length
              + " labels, expected as many, at least 1");
    }
    for (int i = 0; i < scores.length; i++) {
      if (!Double.isFinite(scores[i])) {
        throw new IllegalArgumentException(
            "score " + i + " is " + scores[i] + ", expected a finite number");
      }
    }
    return new LabelledScores(scores.clone(), blurred.clone());
  }

  /**
   * Returns the number of photos.
   *
   * @return at least 1
   */
  public int size() {
    return scores.length;
  }

  /**
   * Returns one photo's score.
   *
   * @param index 0 to {@code size() - 1}
   * @return its blurriness
   */
  public double score(int index) {
    return scores[index];
  }

  /**
   * Returns one photo's label.
   *
   * @param index 0 to {@code size() - 1}
   * @return whether it is blurred in truth
   */
  public boolean blurred(int index) {
    return blurred[index];
  }

  /**
   * Returns how many photos are blurred in truth.
   *
   * @return 0 to {@code size()}
   */
  public int blurredCount() {
    return blurredCount;
  }

  /**
   * Returns how many photos are clear in truth.
   *
   * @return 0 to {@code size()}
   */
  public int clearCount() {
    return scores.length - blurredCount;
  }

  /**
   * Returns some of the photos.
   *
   * @param indices of the photos to keep, in the wished order
   * @return a new instance
   * @throws IllegalArgumentException if there is none
   */
  public LabelledScores select(int[] indices) {
    double[] chosen = Arrays.stream(indices).mapToDouble(i -> scores[i]).toArray();
    boolean[] labels = new boolean[indices.length];
    for (int i = 0; i < indices.length; i++) {
      labels[i] = blurred[indices[i]];
    }
    return of(chosen, labels);
  }

  /** Index of the photo at a rank, the highest score first, equal scores in given order. */
  int descending(int rank) {
    int[] order = descending;
    if (order == null) {
      order = sorted();
      descending = order;
    }
    return order[rank];
  }

  private int[] sorted() {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
