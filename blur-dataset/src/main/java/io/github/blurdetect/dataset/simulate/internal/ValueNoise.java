package io.github.blurdetect.dataset.simulate.internal;

import java.util.random.RandomGenerator;

/** Smooth random functions of the plane: random values on a grid, smoothly joined. */
public final class ValueNoise {

  private static final int SIZE = 64;

  private final float[] values = new float[SIZE * SIZE];

  /**
   * Draws a function.
   *
   * @param random what it is drawn from
   */
  public ValueNoise(RandomGenerator random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() * 2 - 1;
    }
  }

  /**
   * One octave, about one bump a unit.
   *
   * @param x across
   * @param y down
   * @return in [-1, 1]
   */
  public float at(float x, float y) {
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    float fx = smooth(x - x0);
    float fy = smooth(y - y0);
    float top = grid(x0, y0) + fx * (grid(x0 + 1, y0) - grid(x0, y0));
    float bottom = grid(x0, y0 + 1) + fx * (grid(x0 + 1, y0 + 1) - grid(x0, y0 + 1));
    return top + fy * (bottom - top);
  }

  /**
   * Octaves of halving size and strength.
   *
   * @param x across
   * @param y down
   * @param octaves at least 1
   * @return nearly in [-1, 1]
   */
  public float fractal(float x, float y, int octaves) {
    float sum = 0;
    float share = 0.5f;
    float scale = 1;
    for (int i = 0; i < octaves; i++) {
      sum += share * at(x * scale + 17 * i, y * scale + 31 * i);
      share /= 2;
      scale *= 2;
    }
    return sum;
  }

  private float grid(int x, int y) {
    return values[(y & SIZE - 1) * SIZE + (x & SIZE - 1)];
  }

  private static float smooth(float t) {
    return t * t * (3 - 2 * t);
  }
}
