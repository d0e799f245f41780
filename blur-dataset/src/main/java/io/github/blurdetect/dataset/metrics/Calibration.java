package io.github.blurdetect.dataset.metrics;

import java.util.ArrayList;
import java.util.List;

/** How far scores can be read as probabilities of being blurred. */
public final class Calibration {

  /**
   * The photos whose scores fall into one bin of equal width.
   *
   * @param low lower end of the bin
   * @param high upper end; belongs to the bin only at 1
   * @param count photos in the bin
   * @param meanScore their mean score; NaN where there is none
   * @param blurredShare their share of blurred photos; NaN where there is none
   */
  public record Bin(double low, double high, int count, double meanScore, double blurredShare) {}

  private Calibration() {}

  /**
   * Returns the mean squared difference of score and truth (Brier, 1950, doi
   * 10.1175/1520-0493(1950)078&lt;0001:VOFEIT&gt;2.0.CO;2).
   *
   * @param scores scores in [0, 1] and labels
   * @return in [0, 1], lower is better
   * @throws IllegalArgumentException if a score is outside [0, 1]
   */
  public static double brier(LabelledScores scores) {
    double sum = 0;
    for (int i = 0; i < scores.size(); i++) {
      double miss = checked(scores, i) - (scores.blurred(i) ? 1 : 0);
      sum += miss * miss;
    }
    return sum / scores.size();
  }

  /**
   * Sorts the photos into bins of equal width.
   *
   * @param scores scores in [0, 1] and labels
   * @param bins number of bins, at least 1
   * @return all bins from low to high, empty ones too
   * @throws IllegalArgumentException if a score is outside [0, 1] or bins is under 1
   */
  public static List<Bin> bins(LabelledScores scores, int bins) {
    if (bins < 1) {
      throw new IllegalArgumentException("bins is " + bins + ", expected at least 1");
    }
    double[] sum = new double[bins];
    int[] count = new int[bins];
    int[] blurred = new int[bins];
    for (int i = 0; i < scores.size(); i++) {
      int bin = Math.min((int) (checked(scores, i) * bins), bins - 1);
      sum[bin] += scores.score(i);
      count[bin]++;
      blurred[bin] += scores.blurred(i) ? 1 : 0;
    }
    List<Bin> all = new ArrayList<>();
    for (int b = 0; b < bins; b++) {
      double low = (double) b / bins;
      double high = (double) (b + 1) / bins;
      all.add(new Bin(low, high, count[b], sum[b] / count[b], (double) blurred[b] / count[b]));
    }
    return all;
  }

  /**
   * Returns the expected calibration error: the difference of mean score and blurred share,
   * averaged over bins of equal width by their number of photos (Naeini et al., 2015, doi
   * 10.1609/aaai.v29i1.9602).
   *
   * @param scores scores in [0, 1] and labels
   * @param bins number of bins, at least 1
   * @return in [0, 1], lower is better
   * @throws IllegalArgumentException if a score is outside [0, 1] or bins is under 1
   */
  public static double expectedError(LabelledScores scores, int bins) {
    double sum = 0;
    for (Bin bin : bins(scores, bins)) {
      if (bin.count > 0) {
        sum += bin.count * Math.abs(bin.meanScore - bin.blurredShare);
      }
    }
    return sum / scores.size();
  }

  private static double checked(LabelledScores scores, int index) {
    double score = scores.score(index);
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score " + index + " is " + score + ", expected 0 to 1");
    }
    return score;
  }
}
