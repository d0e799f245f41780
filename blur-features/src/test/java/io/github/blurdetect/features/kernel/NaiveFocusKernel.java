package io.github.blurdetect.features.kernel;

import io.github.blurdetect.api.LumaPlane;

/** The formulas pixel by pixel, as an oracle. */
public final class NaiveFocusKernel implements FocusKernel {
  @Override
  public String name() {
    return "naive";
  }

  @Override
  public FocusSums sum(LumaPlane p) {
    long laplacian = 0;
    long squared = 0;
    long tenengrad = 0;
    for (int y = 0; y < p.height(); y++) {
      for (int x = 0; x < p.width(); x++) {
        int[][] n = new int[3][3];
        for (int j = 0; j < 3; j++) {
          for (int i = 0; i < 3; i++) {
            n[j][i] = p.get(reflect(x + i - 1, p.width()), reflect(y + j - 1, p.height()));
          }
        }
        long lap = n[0][1] + n[2][1] + n[1][0] + n[1][2] - 4L * n[1][1];
        long gx = n[0][2] + 2L * n[1][2] + n[2][2] - n[0][0] - 2L * n[1][0] - n[2][0];
        long gy = n[2][0] + 2L * n[2][1] + n[2][2] - n[0][0] - 2L * n[0][1] - n[0][2];
        laplacian += lap;
        squared += lap * lap;
        tenengrad += gx * gx + gy * gy;
      }
    }
    return new FocusSums((long) p.width() * p.height(), laplacian, squared, tenengrad);
  }

  private static int reflect(int i, int size) {
    if (size == 1) {
      return 0;
    }
    int period = 2 * (size - 1);
    int j = Math.floorMod(i, period);
    return j < size ? j : period - j;
  }
}
