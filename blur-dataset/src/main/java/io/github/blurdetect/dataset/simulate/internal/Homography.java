package io.github.blurdetect.dataset.simulate.internal;

import io.github.blurdetect.dataset.simulate.Box;

/**
 * A projective map of the plane, h33 = 1, coordinates in pixels with pixel (0, 0) covering [0, 1).
 * Immutable.
 */
public final class Homography {

  private final double[] m;

  private Homography(double[] m) {
    this.m = m;
  }

  /**
   * Scales about the origin.
   *
   * @param sx factor across
   * @param sy factor down
   * @return the map
   */
  public static Homography scale(double sx, double sy) {
    return new Homography(new double[] {sx, 0, 0, 0, sy, 0, 0, 0, 1});
  }

  /**
   * Maps a rectangle's corners onto four points.
   *
   * @param width right edge; the left is 0
   * @param height bottom edge; the top is 0
   * @param quad x, y of where top left, top right, bottom right, bottom left go
   * @return the map
   * @throws IllegalArgumentException if three of the points are on a line
   */
  public static Homography rectangleTo(double width, double height, double[] quad) {
    // P. Heckbert, Fundamentals of texture mapping and image warping, 1989, section 2.2.3.
    double dx1 = quad[2] - quad[4];
    double dy1 = quad[3] - quad[5];
    double dx2 = quad[6] - quad[4];
    double dy2 = quad[7] - quad[5];
    double sx = quad[0] - quad[2] + quad[4] - quad[6];
    double sy = quad[1] - quad[3] + quad[5] - quad[7];
    double det = dx1 * dy2 - dx2 * dy1;
    if (Math.abs(det) < 1e-9) {
      throw new IllegalArgumentException("three corners of the page are on a line");
    }
    double g = (sx * dy2 - dx2 * sy) / det;
    double h = (dx1 * sy - sx * dy1) / det;
    return new Homography(
        new double[] {
          (quad[2] - quad[0] + g * quad[2]) / width,
          (quad[6] - quad[0] + h * quad[6]) / height,
          quad[0],
          (quad[3] - quad[1] + g * quad[3]) / width,
          (quad[7] - quad[1] + h * quad[7]) / height,
          quad[1],
          g / width,
          h / height,
          1
        });
  }

  /**
   * Maps a point.
   *
   * @param x across
   * @param y down
   * @return x, y
   */
  public double[] map(double x, double y) {
    double w = m[6] * x + m[7] * y + m[8];
    return new double[] {(m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w};
  }

  /**
   * Returns the smallest box around a mapped box, cut to the picture.
   *
   * @param box in the map's source
   * @param width picture's width
   * @param height picture's height
   * @return whole pixels
   */
  public Box map(Box box, int width, int height) {
    double[][] corners = {
      map(box.left(), box.top()),
      map(box.right(), box.top()),
      map(box.right(), box.bottom()),
      map(box.left(), box.bottom())
    };
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (double[] corner : corners) {
      left = Math.min(left, corner[0]);
      top = Math.min(top, corner[1]);
      right = Math.max(right, corner[0]);
      bottom = Math.max(bottom, corner[1]);
    }
    return new Box(
        cut(Math.floor(left), width - 1),
        cut(Math.floor(top), height - 1),
        Math.max(1, cut(Math.ceil(right), width)),
        Math.max(1, cut(Math.ceil(bottom), height)));
  }

  private static int cut(double value, int most) {
    return (int) Math.max(0, Math.min(most, value));
  }

  /**
   * Returns the map's magnification at a point: the square root of the area ratio.
   *
   * @param x across
   * @param y down
   * @return above 0
   */
  public double magnification(double x, double y) {
    double w = m[6] * x + m[7] * y + m[8];
    return Math.sqrt(Math.abs(determinant() / (w * w * w)));
  }

  /**
   * Returns the map back.
   *
   * @return the inverse
   */
  public Homography inverse() {
    double[] a = {
      m[4] * m[8] - m[5] * m[7],
      m[2] * m[7] - m[1] * m[8],
      m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8],
      m[0] * m[8] - m[2] * m[6],
      m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6],
      m[1] * m[6] - m[0] * m[7],
      m[0] * m[4] - m[1] * m[3]
    };
    double last = a[8];
    for (int i = 0; i < 9; i++) {
      a[i] /= last;
    }
    return new Homography(a);
  }

  /**
   * Returns the map that does another first, then this.
   *
   * @param first the other
   * @return both in one
   */
  public Homography after(Homography first) {
    double[] n = first.m;
    double[] p = new double[9];
    for (int i = 0; i < 9; i++) {
      int row = i / 3 * 3;
      int column = i % 3;
      p[i] = m[row] * n[column] + m[row + 1] * n[3 + column] + m[row + 2] * n[6 + column];
    }
    double last = p[8];
    for (int i = 0; i < 9; i++) {
      p[i] /= last;
    }
    return new Homography(p);
  }

  private double determinant() {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }
}
