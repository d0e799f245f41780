package io.github.blurdetect.features.internal;

import static io.github.blurdetect.features.internal.CellMeasure.*;

import io.github.blurdetect.api.LumaPlane;
import java.util.Arrays;

/** Measures cells of text of one photo. For one call on one thread. */
final class CellMeasurer {
  /** The photo is halved while the x-height stays at this or above. */
  private static final double LEAST_X_HEIGHT = 9;

  private static final double LEAST_RANGE = 4;
  private static final int SCALES = 5;

  private final Pyramid pyramid;
  private byte[] smoothed = new byte[0];
  private double[] quiet = new double[0]; // by level; NaN where it has not been asked for

  CellMeasurer(Pyramid pyramid) {
    this.pyramid = pyramid;
  }

  /** Returns the level at which text of this size is measured. */
  static int levelFor(double xHeight) {
    int level = 0;
    while (xHeight / (2 << level) >= LEAST_X_HEIGHT) {
      level++;
    }
    return level;
  }

  /**
   * Measures a cell.
   *
   * @return values in the order of {@link CellMeasure}, none of them NaN
   */
  double[] measure(TextCell cell) {
    int level = levelFor(cell.xHeight());
    double xHeight = cell.xHeight() / (1 << level);
    double[] out = new double[CellMeasure.COUNT];
    out[LOG_X_HEIGHT.ordinal()] = Math.max(1, Math.min(4.5, log2(cell.xHeight())));
    Window whole = Window.of(cell, level, pyramid.level(level));
    LumaPlane plane = smooth(pyramid.level(level), whole);
    Window window = new Window(1, 1, plane.width() - 1, plane.height() - 1);
    CellTone tone = CellTone.of(plane, window);
    double range = Math.max(LEAST_RANGE, tone.high() - tone.low());
    out[CONTRAST.ordinal()] = range / Math.max(20, tone.high());
    out[LOG_NOISE.ordinal()] = log2((quietEnergy(level) + 0.05) / (range * range));
    out[GREY_SHARE.ordinal()] = tone.greyShare();
    out[INK_SHARE.ordinal()] = tone.inkShare();
    out[LOG_EDGE_75.ordinal()] = log2(Math.max(0.5, tone.edge75()) * xHeight / range);
    out[LOG_EDGE_90.ordinal()] = log2(Math.max(0.5, tone.edge90()) * xHeight / range);
    out[LOG_EDGE_98.ordinal()] = log2(Math.max(0.5, tone.edge98()) * xHeight / range);
    CellSwings swings = CellSwings.of(plane, window, cell.vertical(), range);
    out[SWING.ordinal()] = swings.mean() / range;
    out[SWING_RMS.ordinal()] = swings.rms() / range;
    out[TURNS.ordinal()] = swings.turns() * xHeight / swings.length();
    out[MODULATION.ordinal()] = swings.total() * xHeight / (range * swings.length());
    addEnergies(cell, level, xHeight, range, out);
    return out;
  }

  /** Returns a window smoothed, with a border of one pixel; good until the next call. */
  private LumaPlane smooth(LumaPlane plane, Window window) {
    int width = Math.max(0, window.right() - window.left()) + 2;
    int height = Math.max(0, window.bottom() - window.top()) + 2;
    if (window.pixels() == 0) {
      return new LumaPlane(new byte[4], 2, 2, 2);
    }
    if (smoothed.length < width * height) {
      smoothed = new byte[Math.max(2 * smoothed.length, width * height)];
    }
    Smoothing.rectangle(plane, window.left() - 1, window.top() - 1, width, height, smoothed);
    return new LumaPlane(smoothed, width, height, width);
  }

  private void addEnergies(TextCell cell, int level, double xHeight, double range, double[] out) {
    double[][] logs = new double[SCALES][];
    for (int k = 0; k < SCALES; k++) {
      LumaPlane plane = pyramid.level(level + k);
      double[] energy = CellEnergies.of(plane, Window.of(cell, level + k, plane), cell.vertical());
      double noise = quietEnergy(level + k);
      for (int d = 0; d < energy.length; d++) {
        double clean = Math.max(energy[d] - noise, 0.02 * energy[d] + 0.001);
        energy[d] = log2(clean / (range * range));
      }
      logs[k] = energy;
    }
    CellMeasure[][] wanted = {
      {LOG_ALONG_8, LOG_ACROSS_8, LOG_DIAGONAL_8, LOG_ANTIDIAGONAL_8},
      {LOG_ALONG_4, LOG_ACROSS_4, null, null},
      {LOG_ALONG_2, LOG_ACROSS_2, LOG_DIAGONAL_2, LOG_ANTIDIAGONAL_2}
    };
    for (int s = 0; s < wanted.length; s++) {
      // The scale 1/8, 1/4 or 1/2 of the x-height lies between two levels: interpolate.
      double position = Math.max(0, log2(xHeight) - 3 + s);
      int below = Math.min(SCALES - 2, (int) position);
      double part = Math.min(1, position - below);
      for (int d = 0; d < wanted[s].length; d++) {
        if (wanted[s][d] != null) {
          out[wanted[s][d].ordinal()] = logs[below][d] * (1 - part) + logs[below + 1][d] * part;
        }
      }
    }
  }

  /** Mean squared difference of neighbours in the quietest quarter of the blocks. */
  private double quietEnergy(int level) {
    if (level >= quiet.length) {
      int known = quiet.length;
      quiet = Arrays.copyOf(quiet, level + SCALES);
      Arrays.fill(quiet, known, quiet.length, Double.NaN);
    }
    if (Double.isNaN(quiet[level])) {
      quiet[level] = Planes.quietEnergy(pyramid.level(level), 0.25);
    }
    return quiet[level];
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
