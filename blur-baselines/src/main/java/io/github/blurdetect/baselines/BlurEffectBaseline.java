package io.github.blurdetect.baselines;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.api.ScorerOptions;

/**
 * The blur effect: how much of the image's gradient survives blurring it again, the larger of both
 * directions. The method has no threshold of its own; 0.5 is taken.
 *
 * <p>Source: Crete, Dolmiere, Ladret and Nicolas, The blur effect: perception and estimation with a
 * new no-reference perceptual blur metric, 2007, doi 10.1117/12.702790. As in scikit-image, the
 * gradient is Sobel's, the second blur a mean of 11 pixels, borders are mirrored with the edge
 * repeated, and two pixels on the near and one on the far sides are left out; brightness is BT.601.
 */
public final class BlurEffectBaseline implements BlurScorerProvider {
  static final int REACH = 5;

  /** Made by the service loader. */
  public BlurEffectBaseline() {}

  @Override
  public String name() {
    return "baseline-blur-effect";
  }

  @Override
  public String description() {
    return "baseline: Crete's blur effect, blurred over 0.5";
  }

  @Override
  public BlurScorer create(ScorerOptions options) {
    return new Measured(name(), "blur_effect", BlurEffectBaseline::effect, value -> value, 0.5);
  }

  static double effect(BlurImage image) {
    LumaPlane luma = image.luma();
    double[][] rows = new double[luma.height()][luma.width()];
    double[][] columns = new double[luma.width()][luma.height()];
    for (int y = 0; y < luma.height(); y++) {
      for (int x = 0; x < luma.width(); x++) {
        rows[y][x] = luma.get(x, y) / 255.0;
        columns[x][y] = rows[y][x];
      }
    }
    return Math.max(along(rows), along(columns));
  }

  // Along the second index: |sum(sharp) - sum(max(0, sharp - blurred))| / sum(sharp).
  private static double along(double[][] plane) {
    double[][] blurred = new double[plane.length][];
    for (int i = 0; i < plane.length; i++) {
      blurred[i] = mean(plane[i]);
    }
    double sharp = 0;
    double lost = 0;
    for (int i = 2; i < plane.length - 1; i++) {
      for (int j = 2; j < plane[0].length - 1; j++) {
        double before = Math.abs(gradient(plane, i, j));
        sharp += before;
        lost += Math.max(0, before - Math.abs(gradient(blurred, i, j)));
      }
    }
    return sharp == 0 ? 1 : Math.min(1, Math.abs(sharp - lost) / sharp);
  }

  private static double gradient(double[][] p, int i, int j) {
    double right = p[i - 1][j + 1] + 2 * p[i][j + 1] + p[i + 1][j + 1];
    double left = p[i - 1][j - 1] + 2 * p[i][j - 1] + p[i + 1][j - 1];
    return (right - left) / 8;
  }

  private static double[] mean(double[] line) {
    double[] out = new double[line.length];
    double sum = 0;
    for (int j = -REACH; j <= REACH; j++) {
      sum += line[mirrored(j, line.length)];
    }
    for (int j = 0; j < line.length; j++) {
      out[j] = sum / (2 * REACH + 1);
      sum += line[mirrored(j + REACH + 1, line.length)] - line[mirrored(j - REACH, line.length)];
    }
    return out;
  }

  // The edge repeated: -1 is 0, n is n - 1; as often as a short line needs.
  private static int mirrored(int index, int length) {
    int inPeriod = Math.floorMod(index, 2 * length);
    return inPeriod < length ? inPeriod : 2 * length - 1 - inPeriod;
  }
}
