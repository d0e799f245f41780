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
    int low = percentile(tones, count, 0.03);
    int high = percentile(tones, count, 0.95);
    return new CellTone(
        low,
        high,
        between(tones, low + 0.25 * (high - low), low + 0.75 * (high - low)) / (double) count,
        between(tones, -1, low + 0.5 * (high - low)) / (double) count,
        percentile(slopes, count, 0.75) / 2.0,
        percentile(slopes, count, 0.9) / 2.0,
        percentile(slopes, count, 0.98) / 2.0);
  }

  private static int percentile(int[] histogram, int count, double share) {
    int most = (int) (share * count); // A whole number exceeds a product where it does this.
    int sum = 0;
    for (int value = 0; value < CellHistograms.BINS; value++) {
      sum += histogram[value];
      if (sum > most) {
        return value;
      }
    }
    return 0;
  }

  private static int between(int[] histogram, double above, double below) {
    int sum = 0;
    for (int value = (int) Math.floor(above) + 1; value < below; value++) {
      sum += histogram[value];
    }
    return sum;
  }
}
