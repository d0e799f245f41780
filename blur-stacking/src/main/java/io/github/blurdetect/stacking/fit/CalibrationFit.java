package io.github.blurdetect.stacking.fit;

import io.github.blurdetect.stacking.Calibration;
import io.github.blurdetect.stacking.LogOdds;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Fits calibrations to log-odds and labels. */
public final class CalibrationFit {
  private static final int MAX_STEPS = 100;
  private static final double MIN_SLOPE = 1e-3;

  private CalibrationFit() {}

  /**
   * Fits a logistic curve by maximum likelihood on smoothed labels.
   *
   * <p>Source: Platt 1999 for the smoothed labels (n+ + 1) / (n+ + 2) and 1 / (n- + 2); Lin, Lin
   * and Weng, A note on Platt's probabilistic outputs, 2007, doi 10.1007/s10994-007-5018-6, for the
   * damped Newton steps. The curve ends at the highest probability that the photos bear out: see
   * {@link #most}.
   *
   * @param logOdds one a photo
   * @param blurred one label a photo
   * @return a rising curve
   */
  public static Calibration.Platt platt(double[] logOdds, boolean[] blurred) {
    int positive = (int) IntStream.range(0, blurred.length).filter(i -> blurred[i]).count();
    double high = (positive + 1.0) / (positive + 2.0);
    double low = 1.0 / (blurred.length - positive + 2.0);
    double slope = 1;
    double intercept = 0;
    double loss = plattLoss(slope, intercept, logOdds, blurred, high, low);
    for (int step = 0; step < MAX_STEPS; step++) {
      double ss = 1e-12;
      double si = 0;
      double ii = 1e-12;
      double gs = 0;
      double gi = 0;
      for (int row = 0; row < logOdds.length; row++) {
        double p = LogOdds.probability(slope * logOdds[row] + intercept);
        double error = p - (blurred[row] ? high : low);
        double curve = p * (1 - p);
        ss += curve * logOdds[row] * logOdds[row];
        si += curve * logOdds[row];
        ii += curve;
        gs += error * logOdds[row];
        gi += error;
      }
      double determinant = ss * ii - si * si;
      double ds = (gs * ii - gi * si) / determinant;
      double di = (gi * ss - gs * si) / determinant;
      double scale = 1;
      double next = plattLoss(slope - ds, intercept - di, logOdds, blurred, high, low);
      while (!(next <= loss) && scale > 1e-10) {
        scale /= 2;
        next = plattLoss(slope - scale * ds, intercept - scale * di, logOdds, blurred, high, low);
      }
      if (!(next < loss)) {
        break;
      }
      slope -= scale * ds;
      intercept -= scale * di;
      loss = next;
    }
    return new Calibration.Platt(Math.max(MIN_SLOPE, slope), intercept, most(logOdds, blurred));
  }

  /**
   * Returns the highest probability of being blurred that photos bear out: over the photos that
   * score at least so much, the share of blurred ones by the rule of succession, (blurred + 1) /
   * (all + 2), at the score where it is highest. A curve goes on beyond it only because its form
   * does.
   *
   * <p>Source: Laplace, Essai philosophique sur les probabilités, 1814.
   *
   * @param logOdds one a photo
   * @param blurred one label a photo
   * @return above 0 and below 1
   */
  static double most(double[] logOdds, boolean[] blurred) {
    List<Integer> order =
        IntStream.range(0, logOdds.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -logOdds[i]))
            .toList();
    double most = 0;
    int hits = 0;
    for (int all = 1; all <= order.size(); all++) {
      int last = order.get(all - 1);
      hits += blurred[last] ? 1 : 0;
      // Photos of one score stand or fall together.
      if (all == order.size() || logOdds[order.get(all)] != logOdds[last]) {
        most = Math.max(most, (hits + 1.0) / (all + 2.0));
      }
    }
    return most;
  }

  private static double plattLoss(
      double slope, double intercept, double[] x, boolean[] blurred, double high, double low) {
    double loss = 0;
    for (int i = 0; i < x.length; i++) {
      double z = slope * x[i] + intercept;
      double target = blurred[i] ? high : low;
      // -t log p - (1 - t) log(1 - p), p = 1 / (1 + e^-z), written without overflow
      loss += Math.max(z, 0) - target * z + Math.log1p(Math.exp(-Math.abs(z)));
    }
    return loss;
  }

  /**
   * Fits a never-falling line by pooling neighbours that are out of order. Each pool becomes a knot
   * at its mean place; values keep one pseudo-photo's distance from 0 and 1 so that no probability
   * is certain.
   *
   * <p>Source: Ayer et al., An empirical distribution function for sampling with incomplete
   * information, 1955, doi 10.1214/aoms/1177728423.
   *
   * @param logOdds one a photo
   * @param blurred one label a photo
   * @return a never-falling curve
   */
  public static Calibration.Isotonic isotonic(double[] logOdds, boolean[] blurred) {
    List<Integer> order =
        IntStream.range(0, logOdds.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> logOdds[i]))
            .toList();
    double[] place = new double[order.size()];
    double[] sum = new double[order.size()];
    double[] weight = new double[order.size()];
    int pools = 0;
    for (int next = 0; next < order.size(); pools++) {
      // Equal places are one pool from the start, whatever their order.
      double at = logOdds[order.get(next)];
      for (; next < order.size() && logOdds[order.get(next)] == at; next++) {
        place[pools] += at;
        sum[pools] += blurred[order.get(next)] ? 1 : 0;
        weight[pools] += 1;
      }
      for (;
          pools > 0 && sum[pools - 1] / weight[pools - 1] >= sum[pools] / weight[pools];
          pools--) {
        place[pools - 1] += place[pools];
        sum[pools - 1] += sum[pools];
        weight[pools - 1] += weight[pools];
        place[pools] = 0;
        sum[pools] = 0;
        weight[pools] = 0;
      }
    }
    double[] x = new double[pools];
    double[] y = new double[pools];
    double edge = 1.0 / (logOdds.length + 2);
    for (int i = 0; i < pools; i++) {
      x[i] = place[i] / weight[i];
      y[i] = Math.min(1 - edge, Math.max(edge, sum[i] / weight[i]));
    }
    return Calibration.Isotonic.of(x, y);
  }
}
