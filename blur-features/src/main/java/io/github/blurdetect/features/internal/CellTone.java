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
  private static final int VALUES = 256;
  private static final int LAST = VALUES - 1;

  /** Parts of a histogram, for pixels by turns: an increment waits for the last of the same bin. */
  private static final int PARTS = 4;

  /** Square roots of 0 to 2^16 - 1, rounded down. */
  private static final byte[] ROOTS = roots();

  private static byte[] roots() {
    byte[] roots = new byte[1 << 16];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = (byte) Math.sqrt(i);
    }
    return roots;
  }

  static CellTone of(SmoothCell cell) {
    int[] tones = new int[VALUES];
    int[] slopes = new int[VALUES];
    count(cell, tones, slopes);
    int count = Math.max(1, cell.width() * cell.height());
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

  /** Counts tones into the first histogram and slopes into the second. */
  private static void count(SmoothCell cell, int[] tones, int[] slopes) {
    char[] pixels = cell.pixels();
    char[] squares = cell.squaredGradients();
    int[] some = new int[PARTS * VALUES];
    int[] steep = new int[PARTS * VALUES];
    for (int y = 0; y < cell.height(); y++) {
      int at = y * cell.pitch();
      int first = cell.first() + at;
      int x = 0;
      for (; x <= cell.width() - PARTS; x += PARTS) {
        some[pixels[first + x] & LAST]++;
        some[VALUES + (pixels[first + x + 1] & LAST)]++;
        some[2 * VALUES + (pixels[first + x + 2] & LAST)]++;
        some[3 * VALUES + (pixels[first + x + 3] & LAST)]++;
        steep[ROOTS[squares[at + x]] & LAST]++;
        steep[VALUES + (ROOTS[squares[at + x + 1]] & LAST)]++;
        steep[2 * VALUES + (ROOTS[squares[at + x + 2]] & LAST)]++;
        steep[3 * VALUES + (ROOTS[squares[at + x + 3]] & LAST)]++;
      }
      for (; x < cell.width(); x++) {
        some[pixels[first + x] & LAST]++;
        steep[ROOTS[squares[at + x]] & LAST]++;
      }
    }
    addParts(some, tones);
    addParts(steep, slopes);
  }

  private static void addParts(int[] parts, int[] whole) {
    for (int i = 0; i < VALUES; i++) {
      whole[i] = parts[i] + parts[VALUES + i] + parts[2 * VALUES + i] + parts[3 * VALUES + i];
    }
  }

  private static int percentile(int[] histogram, int count, double share) {
    int most = (int) (share * count); // A whole number exceeds a product where it does this.
    int sum = 0;
    for (int value = 0; value < histogram.length; value++) {
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
