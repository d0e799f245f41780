package io.github.blurdetect.dataset.simulate.internal;

/** A smooth function over a picture, kept on a coarse grid and read by bilinear interpolation. */
public final class Field {

  private static final int STEP = 8;

  /** A value for each place of the picture. */
  public interface Formula {
    /**
     * Returns the value at a place.
     *
     * @param u across, 0 at the left edge, 1 at the right
     * @param v down, 0 at the top edge, 1 at the bottom
     * @return the value
     */
    double at(double u, double v);
  }

  private final int width;
  private final int height;
  private final float[][] grid;

  /**
   * Fills the grid.
   *
   * @param width picture's width
   * @param height picture's height
   * @param formula what to fill it with; smooth over 8 pixels
   */
  public Field(int width, int height, Formula formula) {
    this.width = width;
    this.height = height;
    this.grid = new float[height / STEP + 2][width / STEP + 2];
    for (int y = 0; y < grid.length; y++) {
      for (int x = 0; x < grid[y].length; x++) {
        grid[y][x] = (float) formula.at((double) x * STEP / width, (double) y * STEP / height);
      }
    }
  }

  /**
   * Returns the value at a pixel's centre.
   *
   * @param x across
   * @param y down
   * @return the value
   */
  public float at(int x, int y) {
    int cx = Math.max(0, Math.min(width - 1, x));
    int cy = Math.max(0, Math.min(height - 1, y));
    return blend(cx, cy / STEP, (cy % STEP + 0.5f) / STEP);
  }

  /**
   * Writes one row's values.
   *
   * @param y which row
   * @param out one value a pixel
   */
  public void row(int y, float[] out) {
    float fy = (y % STEP + 0.5f) / STEP;
    for (int x = 0; x < out.length; x++) {
      out[x] = blend(x, y / STEP, fy);
    }
  }

  private float blend(int x, int gy, float fy) {
    int gx = x / STEP;
    float fx = (x % STEP + 0.5f) / STEP;
    float top = grid[gy][gx] + fx * (grid[gy][gx + 1] - grid[gy][gx]);
    float bottom = grid[gy + 1][gx] + fx * (grid[gy + 1][gx + 1] - grid[gy + 1][gx]);
    return top + fy * (bottom - top);
  }
}
