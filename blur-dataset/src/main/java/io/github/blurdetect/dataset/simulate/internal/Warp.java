package io.github.blurdetect.dataset.simulate.internal;

/** Draws a picture through a homography, sampling with the Catmull-Rom cubic. */
public final class Warp {

  private Warp() {}

  /**
   * Lays a page over a picture. Where the page is drawn smaller than it is, hand in one already
   * brought near its final size, else it aliases.
   *
   * @param page what to draw
   * @param toPicture from page to picture coordinates
   * @param picture what to draw on; as many planes as the page
   */
  public static void draw(Planes page, Homography toPicture, Planes picture) {
    Homography back = toPicture.inverse();
    float[] wx = new float[4];
    float[] wy = new float[4];
    for (int y = 0; y < picture.height(); y++) {
      double[] start = back.map(0.5, y + 0.5);
      double[] end = back.map(picture.width() - 0.5, y + 0.5);
      if (outside(start[1], end[1], page.height())) {
        continue;
      }
      for (int x = 0; x < picture.width(); x++) {
        double[] at = back.map(x + 0.5, y + 0.5);
        double cover = cover(at[0], page.width()) * cover(at[1], page.height());
        if (cover > 0) {
          pixel(page, at[0] - 0.5, at[1] - 0.5, (float) cover, wx, wy, picture, x, y);
        }
      }
    }
  }

  /** A row's preimage is a straight segment, so both ends beyond one side means all beyond it. */
  private static boolean outside(double a, double b, int size) {
    return a < -1 && b < -1 || a > size + 1 && b > size + 1;
  }

  /** Share of the pixel that the page covers along one axis. */
  private static double cover(double at, int size) {
    return Math.min(1, Math.max(0, Math.min(at + 0.5, size - at + 0.5)));
  }

  private static void pixel(
      Planes page,
      double px,
      double py,
      float cover,
      float[] wx,
      float[] wy,
      Planes picture,
      int x,
      int y) {
    int x0 = (int) Math.floor(px);
    int y0 = (int) Math.floor(py);
    weights((float) (px - x0), wx);
    weights((float) (py - y0), wy);
    for (int c = 0; c < picture.count(); c++) {
      float sum = 0;
      for (int j = 0; j < 4; j++) {
        float[] row = page.plane(c)[clamp(y0 - 1 + j, page.height())];
        sum +=
            wy[j]
                * (wx[0] * row[clamp(x0 - 1, page.width())]
                    + wx[1] * row[clamp(x0, page.width())]
                    + wx[2] * row[clamp(x0 + 1, page.width())]
                    + wx[3] * row[clamp(x0 + 2, page.width())]);
      }
      float[] out = picture.plane(c)[y];
      out[x] += cover * (Math.max(0, sum) - out[x]);
    }
  }

  private static void weights(float f, float[] w) {
    w[0] = ((-0.5f * f + 1) * f - 0.5f) * f;
    w[1] = (1.5f * f - 2.5f) * f * f + 1;
    w[2] = ((-1.5f * f + 2) * f + 0.5f) * f;
    w[3] = (0.5f * f - 0.5f) * f * f;
  }

  private static int clamp(int i, int size) {
    return Math.max(0, Math.min(size - 1, i));
  }
}
