package io.github.blurdetect.training.cnn;

/**
 * How well crops are told apart at a score of 0.5. Crops of which 0.3 to 0.7 of the print is read
 * count for neither side.
 *
 * @param loss mean
 * @param precision of "blurred"; 0 where nothing was called blurred
 * @param recall of "blurred"; 0 where nothing is
 * @param f1 harmonic mean of both
 */
record CropMetrics(double loss, double precision, double recall, double f1) {
  private static final double CLEAR = 0.3;
  private static final double BLURRED = 0.7;

  /** Adds crops up. */
  static final class Counter {
    private int truePositives;
    private int falsePositives;
    private int falseNegatives;
    private double lossSum;
    private int batches;

    void add(float[] shares, float[] scores, double loss) {
      lossSum += loss;
      batches++;
      for (int i = 0; i < shares.length; i++) {
        boolean called = scores[i] > 0.5;
        if (shares[i] >= BLURRED) {
          truePositives += called ? 1 : 0;
          falseNegatives += called ? 0 : 1;
        } else if (shares[i] <= CLEAR) {
          falsePositives += called ? 1 : 0;
        }
      }
    }

    CropMetrics metrics() {
      double precision = share(truePositives, truePositives + falsePositives);
      double recall = share(truePositives, truePositives + falseNegatives);
      double f1 = share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
      return new CropMetrics(batches == 0 ? 0 : lossSum / batches, precision, recall, f1);
    }

    private static double share(int part, int whole) {
      return whole == 0 ? 0 : (double) part / whole;
    }
  }
}
