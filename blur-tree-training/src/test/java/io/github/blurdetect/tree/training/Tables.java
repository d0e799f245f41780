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
