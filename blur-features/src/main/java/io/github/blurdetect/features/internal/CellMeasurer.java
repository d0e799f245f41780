package io.github.blurdetect.features.internal;

import static io.github.blurdetect.features.internal.CellMeasure.*;

import io.github.blurdetect.api.LumaPlane;
import java.util.Arrays;
import java.util.List;

/** Measures cells of text of one photo. For one call on one thread. */
final class CellMeasurer {
  /** The photo is halved while the x-height stays at this or above. */
  private static final double LEAST_X_HEIGHT = 9;

  private static final double LEAST_RANGE = 4;
  private static final int SCALES = 5;

  private static final double QUIET_SHARE = 0.25;

  /** Side of the squares that a large plane's noise is measured on, and how many do. */
  private static final int SQUARE = 64;

  private static final int SQUARES = 32;
  private static final LumaPlane NOTHING = new LumaPlane(new byte[4], 2, 2, 2);

  /** What energies go to, by scale from 1/8 of the x-height on and by direction. */
  private static final CellMeasure[][] ENERGIES = {
    {LOG_ALONG_8, LOG_ACROSS_8, LOG_DIAGONAL_8, LOG_ANTIDIAGONAL_8},
    {LOG_ALONG_4, LOG_ACROSS_4},
    {LOG_ALONG_2, LOG_ACROSS_2, LOG_DIAGONAL_2, LOG_ANTIDIAGONAL_2}
  };

  private static final double LOG_OF_2 = Math.log(2);

  private final Pyramid pyramid;
  private final WideCell finest = new WideCell();
  private final WideCell shrunk = new WideCell();
  private final SmoothCell smooth = new SmoothCell();
  private final CellHistograms histograms = new CellHistograms();
  private final CellSwings swings = new CellSwings();
  private final CellEnergies energies = new CellEnergies();
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
    take(cell, level, finest);
    smooth.take(finest);
    histograms.take(smooth);
    CellTone tone = CellTone.of(histograms, smooth.width() * smooth.height());
    double range = Math.max(LEAST_RANGE, tone.high() - tone.low());
    out[CONTRAST.ordinal()] = range / Math.max(20, tone.high());
    out[LOG_NOISE.ordinal()] = log2((quietEnergy(level) + 0.05) / (range * range));
    out[GREY_SHARE.ordinal()] = tone.greyShare();
    out[INK_SHARE.ordinal()] = tone.inkShare();
    out[LOG_EDGE_75.ordinal()] = log2(Math.max(0.5, tone.edge75()) * xHeight / range);
    out[LOG_EDGE_90.ordinal()] = log2(Math.max(0.5, tone.edge90()) * xHeight / range);
    out[LOG_EDGE_98.ordinal()] = log2(Math.max(0.5, tone.edge98()) * xHeight / range);
    CellSwings.Sums swung = swings.of(smooth, cell.vertical(), range);
    out[SWING.ordinal()] = swung.mean() / range;
    out[SWING_RMS.ordinal()] = swung.rms() / range;
    out[TURNS.ordinal()] = swung.turns() * xHeight / swung.length();
    out[MODULATION.ordinal()] = swung.total() * xHeight / (range * swung.length());
    addEnergies(cell, level, xHeight, range, out);
    return out;
  }

  /** Takes what is to be seen of a cell after so many halvings. */
  private void take(TextCell cell, int level, WideCell into) {
    Window window = Window.of(cell, level, pyramid.width(level), pyramid.height(level));
    if (window.pixels() == 0) {
      into.take(NOTHING, window);
    } else if (level > 0 || !pyramid.isLarge(level)) {
      into.take(pyramid.level(level), window);
    } else {
      takePart(window, level, into);
    }
  }

  private void takePart(Window window, int level, WideCell into) {
    int left = Math.max(0, window.left() - WideCell.AROUND);
    int top = Math.max(0, window.top() - WideCell.AROUND);
    int right = Math.min(pyramid.width(level), window.right() + WideCell.AROUND);
    int bottom = Math.min(pyramid.height(level), window.bottom() + WideCell.AROUND);
    into.take(
        pyramid.part(level, left, top, right - left, bottom - top), window.moved(-left, -top));
  }

  private void addEnergies(TextCell cell, int level, double xHeight, double range, double[] out) {
    double[][] logs = new double[SCALES][0]; // where they have been asked for
    double eighth = log2(xHeight) - 3;
    for (int s = 0; s < ENERGIES.length; s++) {
      // The scale 1/8, 1/4 or 1/2 of the x-height lies between two levels: interpolate.
      double position = Math.max(0, eighth + s);
      int below = Math.min(SCALES - 2, (int) position);
      double part = Math.min(1, position - below);
      for (int k = below; k <= below + 1; k++) {
        if (logs[k].length == 0) {
          if (k > 0) {
            take(cell, level + k, shrunk);
          }
          WideCell seen = k > 0 ? shrunk : finest;
          logs[k] = logEnergies(seen, cell.vertical(), quietEnergy(level + k), range);
        }
      }
      for (int d = 0; d < ENERGIES[s].length; d++) {
        out[ENERGIES[s][d].ordinal()] = logs[below][d] * (1 - part) + logs[below + 1][d] * part;
      }
    }
  }

  /** Returns the energies in four directions without the noise, log2 over the range squared. */
  private double[] logEnergies(WideCell cell, boolean vertical, double noise, double range) {
    double[] logs = energies.of(cell, vertical);
    for (int d = 0; d < logs.length; d++) {
      double clean = Math.max(logs[d] - noise, 0.02 * logs[d] + 0.001);
      logs[d] = log2(clean / (range * range));
    }
    return logs;
  }

  /** Mean squared difference of neighbours in the quietest quarter of the blocks. */
  private double quietEnergy(int level) {
    if (level >= quiet.length) {
      int known = quiet.length;
      quiet = Arrays.copyOf(quiet, level + SCALES);
      Arrays.fill(quiet, known, quiet.length, Double.NaN);
    }
    if (Double.isNaN(quiet[level])) {
      quiet[level] =
          pyramid.isLarge(Math.max(0, level - 1)) // or halves of a large one
              ? Planes.quietEnergy(squares(level), QUIET_SHARE)
              : Planes.quietEnergy(pyramid.level(level), QUIET_SHARE);
    }
    return quiet[level];
  }

  /** Returns squares evenly spread over a large plane. */
  private List<LumaPlane> squares(int level) {
    int columns = pyramid.width(level) / SQUARE;
    int rows = pyramid.height(level) / SQUARE;
    return EvenSample.of(columns * rows, SQUARES)
        .mapToObj(
            i -> pyramid.part(level, i % columns * SQUARE, i / columns * SQUARE, SQUARE, SQUARE))
        .toList();
  }

  private static double log2(double value) {
    return Math.log(value) / LOG_OF_2;
  }
}
