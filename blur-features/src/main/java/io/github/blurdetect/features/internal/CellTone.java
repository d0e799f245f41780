package io.github.blurdetect.features.internal;

/**
 * Histogram measures of a cell, smoothed.
 *
 * @param low 3rd percentile of brightness
 * @param high 95th percentile
 * @param greyShare share of pixels between a quarter and three quarters of that range
 * @param inkShare share of pixels below the middle of it
 * @param edge75 75th percentile of the gradient, grey levels per pixel (central differences)
 * @param edge90 90th percentile
 * @param edge98 98th percentile
 */
record CellTone(
    int low,
    int high,
    double greyShare,
    double inkShare,
    double edge75,
    double edge90,
    double edge98) {
  /**
   * Measures a cell.
   *
   * @param histograms of the cell
   * @param pixels that it holds
   */
  static CellTone of(CellHistograms histograms, int pixels) {
    int[] tones = histograms.tones();
    int[] slopes = histograms.slopes();
    int count = Math.max(1, pixels);
    int[] ends = percentiles(tones, count, 0.03, 0.95);
    int[] edges = percentiles(slopes, count, 0.75, 0.9, 0.98);
    int low = ends[0];
    int range = ends[1] - low;
    return new CellTone(
        low,
        ends[1],
        between(tones, low + 0.25 * range, low + 0.75 * range) / (double) count,
        between(tones, -1, low + 0.5 * range) / (double) count,
        edges[0] / 2.0,
        edges[1] / 2.0,
        edges[2] / 2.0);
  }

  /** Returns the values up to which more than each share of the pixels lies; shares ascend. */
  private static int[] percentiles(int[] histogram, int count, double... shares) {
    int[] found = new int[shares.length];
    int sum = 0;
    int value = -1;
    for (int k = 0; k < shares.length; k++) {
      int most = (int) (shares[k] * count); // A whole number exceeds a product where it does this.
      while (sum <= most && value + 1 < CellHistograms.BINS) {
        sum += histogram[++value];
      }
      found[k] = sum > most ? value : 0;
    }
    return found;
  }

  private static int between(int[] histogram, double above, double below) {
    int sum = 0;
    for (int value = (int) Math.floor(above) + 1; value < below; value++) {
      sum += histogram[value];
    }
    return sum;
  }
}
