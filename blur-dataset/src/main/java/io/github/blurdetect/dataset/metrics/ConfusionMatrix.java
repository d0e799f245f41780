package io.github.blurdetect.dataset.metrics;

/**
 * How often each class was called which. "Blurred" is the positive class.
 *
 * @param trueClear clear photos called clear
 * @param falseBlurred clear photos called blurred: false alarms
 * @param falseClear blurred photos called clear: misses
 * @param trueBlurred blurred photos called blurred
 */
public record ConfusionMatrix(int trueClear, int falseBlurred, int falseClear, int trueBlurred) {

  /**
   * Counts at a threshold.
   *
   * @param scores scores and labels
   * @param threshold a photo is called blurred where its score is above this
   * @return the counts
   */
  public static ConfusionMatrix of(LabelledScores scores, double threshold) {
    int[] counts = new int[4];
    for (int i = 0; i < scores.size(); i++) {
      counts[(scores.blurred(i) ? 2 : 0) + (scores.score(i) > threshold ? 1 : 0)]++;
    }
    return new ConfusionMatrix(counts[0], counts[1], counts[2], counts[3]);
  }

  /**
   * Returns the number of photos.
   *
   * @return sum of all four counts
   */
  public int total() {
    return trueClear + falseBlurred + falseClear + trueBlurred;
  }

  /**
   * Returns the share of photos that were called what they are.
   *
   * @return in [0, 1]; 0 where there is no photo
   */
  public double accuracy() {
    return ratio(trueClear + trueBlurred, total());
  }

  /**
   * Returns the figures of the blurred class, taken as positive.
   *
   * @return precision, recall, F1 and support
   */
  public ClassMetrics blurred() {
    return metrics(trueBlurred, falseBlurred, falseClear);
  }

  /**
   * Returns the figures of the clear class, taken as positive.
   *
   * @return precision, recall, F1 and support
   */
  public ClassMetrics clear() {
    return metrics(trueClear, falseClear, falseBlurred);
  }

  private static ClassMetrics metrics(int hits, int falseAlarms, int misses) {
    return new ClassMetrics(
        ratio(hits, hits + falseAlarms),
        ratio(hits, hits + misses),
        ratio(2.0 * hits, 2.0 * hits + falseAlarms + misses),
        hits + misses);
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  /**
   * Prints the matrix as scikit-learn does: rows are the truth, columns the call, clear first.
   *
   * @return two lines without a line break at the end, for example {@code [[9 1]\n [0 8]]}
   */
  public String text() {
    int wide =
        Math.max(
            Math.max(width(trueClear), width(falseBlurred)),
            Math.max(width(falseClear), width(trueBlurred)));
    String row = "[%" + wide + "d %" + wide + "d]";
    return String.format(
            "[" + row + "%n " + row + "]", trueClear, falseBlurred, falseClear, trueBlurred)
        .replace(System.lineSeparator(), "\n");
  }

  private static int width(int count) {
    return Integer.toString(count).length();
  }
}
