package io.github.blurdetect.features.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The terms of the legibility model: the cell's measures, logarithms of some, and few products. */
public final class LegibilityTerms {
  private static final CellMeasure[] LOGS = {
    CellMeasure.CONTRAST,
    CellMeasure.SWING,
    CellMeasure.SWING_RMS,
    CellMeasure.TURNS,
    CellMeasure.MODULATION
  };

  /** Keeps logarithms of shares finite. */
  private static final double LEAST = 0.02;

  /** Below this logarithm noise does not matter. */
  private static final double QUIET = -8;

  private static final double LOG_OF_2 = Math.log(2);

  private LegibilityTerms() {}

  /**
   * Returns the terms' names.
   *
   * @return in order
   */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (CellMeasure measure : CellMeasure.values()) {
      names.add(measure.name().toLowerCase(Locale.ROOT));
    }
    for (CellMeasure measure : LOGS) {
      names.add("log_" + measure.name().toLowerCase(Locale.ROOT));
    }
    names.add("grey_share^2");
    names.add("log_noise*log_x_height");
    names.add("max(0,log_noise+8)^2");
    names.add("log_x_height^2");
    return List.copyOf(names);
  }

  /** Returns the terms of a cell with these measures. */
  static double[] of(double[] measures) {
    double[] terms = new double[CellMeasure.COUNT + LOGS.length + 4];
    System.arraycopy(measures, 0, terms, 0, CellMeasure.COUNT);
    int next = CellMeasure.COUNT;
    for (CellMeasure measure : LOGS) {
      terms[next++] = Math.log(measures[measure.ordinal()] + LEAST) / LOG_OF_2;
    }
    double grey = measures[CellMeasure.GREY_SHARE.ordinal()];
    double noise = measures[CellMeasure.LOG_NOISE.ordinal()];
    double size = measures[CellMeasure.LOG_X_HEIGHT.ordinal()];
    double loud = Math.max(0, noise - QUIET);
    terms[next++] = grey * grey;
    terms[next++] = noise * size;
    terms[next++] = loud * loud;
    terms[next] = size * size;
    return terms;
  }
}
