package io.github.blurdetect.tree.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up tables whose truth is known. */
final class Tables {
  private Tables() {}

  static final List<String> NAMES = List.of("sharpness", "noise", "contrast", "nothing");

  /** Blurred where sharpness is low, noise high, or both somewhat; one value in ten is missing. */
  static TrainingTable noisy(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<TrainingTable.Row> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      double[] values = new double[NAMES.size()];
      for (int c = 0; c < values.length; c++) {
        values[c] = random.nextDouble();
      }
      double truth = values[1] - 1.5 * values[0] + 0.3 * values[2] + 0.3 * random.nextGaussian();
      for (int c = 0; c < values.length; c++) {
        if (random.nextInt(10) == 0) {
          values[c] = Double.NaN;
        }
      }
      String group = "page" + i / 5;
      all.add(new TrainingTable.Row(group + "_" + i % 5 + ".jpg", group, truth > -0.1, values));
    }
    return new TrainingTable(NAMES, "test-1", all);
  }

  static final List<String> GRADED = List.of("near", "far");

  /**
   * Blurred from 0.4 on. One value tells where the line is, the other, which is noisier, how far
   * beyond it a photo lies; labels alone do not need it.
   */
  static List<TrainingTable.Row> graded(int rows, long seed, boolean targets) {
    SplittableRandom random = new SplittableRandom(seed);
    List<TrainingTable.Row> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      double truth = random.nextDouble();
      double[] values = {Math.min(truth, 0.5), truth + 0.05 * random.nextGaussian()};
      boolean blurred = truth > 0.4;
      double target = targets ? truth : blurred ? 1 : 0;
      all.add(new TrainingTable.Row("p" + i, "g" + i / 3, blurred, values, target, 1));
    }
    return all;
  }

  /** Whole values without gaps, so that many are equal. */
  static TrainingTable coarse(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<TrainingTable.Row> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      double[] values = {random.nextInt(40), random.nextInt(40), random.nextInt(40)};
      double truth = values[0] * values[1] / 40 - values[2] + 8 * random.nextGaussian();
      all.add(new TrainingTable.Row("p" + i, "g" + i, truth > -8, values));
    }
    return new TrainingTable(List.of("a", "b", "c"), "test-1", all);
  }
}
