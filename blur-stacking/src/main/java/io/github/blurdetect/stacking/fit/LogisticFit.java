package io.github.blurdetect.stacking.fit;

import io.github.blurdetect.stacking.Combiner;
import io.github.blurdetect.stacking.LogOdds;
import java.util.Arrays;

/**
 * Logistic regression on the members' log-odds with a ridge on the weights, by Newton's method
 * (iteratively reweighted least squares).
 *
 * <p>A weight that comes out negative is held at zero and the others are fitted again: a member
 * must not vote against its own score.
 *
 * <p>Source: Wolpert, Stacked generalization, 1992, doi 10.1016/S0893-6080(05)80023-1; Breiman,
 * Stacked regressions, 1996, doi 10.1007/BF00117832, for the weights' sign.
 *
 * @param ridge penalty on half the sum of the squared weights, at least 0; the intercept is free
 */
public record LogisticFit(double ridge) implements CombinerFit {
  private static final int MAX_STEPS = 100;
  private static final double TINY = 1e-10;

  /**
   * Checks the penalty.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public LogisticFit {
    if (!(ridge >= 0) || !Double.isFinite(ridge)) {
      throw new IllegalArgumentException("ridge is " + ridge + ", expected at least 0");
    }
  }

  /**
   * Returns a light penalty, enough to keep separable data finite.
   *
   * @return a ridge of 1
   */
  public static LogisticFit defaults() {
    return new LogisticFit(1);
  }

  @Override
  public String name() {
    return "logistic";
  }

  @Override
  public Combiner.Logistic fit(double[][] scores, boolean[] blurred) {
    int members = scores[0].length;
    boolean[] free = new boolean[members];
    Arrays.fill(free, true);
    double[] fitted = newton(scores, blurred, free);
    for (int worst = mostNegative(fitted); worst >= 0; worst = mostNegative(fitted)) {
      free[worst] = false;
      fitted = newton(scores, blurred, free);
    }
    double[] weights = Arrays.copyOf(fitted, members);
    return new Combiner.Logistic(fitted[members], Arrays.stream(weights).boxed().toList());
  }

  private static int mostNegative(double[] weights) {
    int worst = -1;
    for (int i = 0; i < weights.length - 1; i++) {
      if (weights[i] < 0 && (worst < 0 || weights[i] < weights[worst])) {
        worst = i;
      }
    }
    return worst;
  }

  // The last coefficient is the intercept.
  private double[] newton(double[][] scores, boolean[] blurred, boolean[] free) {
    int size = free.length + 1;
    double[] at = new double[size];
    double loss = loss(at, scores, blurred);
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] move = step(at, scores, blurred, free);
      double scale = 1;
      double[] next = moved(at, move, scale);
      double nextLoss = loss(next, scores, blurred);
      while (nextLoss > loss && scale > TINY) {
        scale /= 2;
        next = moved(at, move, scale);
        nextLoss = loss(next, scores, blurred);
      }
      boolean done = loss - nextLoss <= TINY * (1 + Math.abs(loss));
      if (nextLoss <= loss) {
        at = next;
        loss = nextLoss;
      }
      if (done) {
        break;
      }
    }
    return at;
  }

  private double[] step(double[] at, double[][] scores, boolean[] blurred, boolean[] free) {
    int size = at.length;
    double[][] hessian = new double[size][size];
    double[] gradient = new double[size];
    double[] x = new double[size];
    for (int row = 0; row < scores.length; row++) {
      double p = LogOdds.probability(sum(at, inputs(scores[row], x)));
      double error = p - (blurred[row] ? 1 : 0);
      for (int i = 0; i < size; i++) {
        gradient[i] += error * x[i];
        for (int j = 0; j < size; j++) {
          hessian[i][j] += p * (1 - p) * x[i] * x[j];
        }
      }
    }
    for (int i = 0; i < size; i++) {
      hessian[i][i] += i < size - 1 ? ridge + TINY : TINY;
      gradient[i] += i < size - 1 ? ridge * at[i] : 0;
      if (i < size - 1 && !free[i]) {
        Arrays.fill(hessian[i], 0);
        for (double[] row : hessian) {
          row[i] = 0; // exactly no move, whatever the pivots
        }
        hessian[i][i] = 1;
        gradient[i] = 0;
      }
    }
    return solve(hessian, gradient);
  }

  private double loss(double[] at, double[][] scores, boolean[] blurred) {
    double[] x = new double[at.length];
    double loss = 0;
    for (int row = 0; row < scores.length; row++) {
      double z = sum(at, inputs(scores[row], x));
      double margin = blurred[row] ? z : -z;
      loss += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
    }
    for (int i = 0; i < at.length - 1; i++) {
      loss += ridge * at[i] * at[i] / 2;
    }
    return loss;
  }

  private static double[] inputs(double[] scores, double[] into) {
    for (int i = 0; i < scores.length; i++) {
      into[i] = LogOdds.of(scores[i]);
    }
    into[scores.length] = 1;
    return into;
  }

  private static double sum(double[] weights, double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += weights[i] * x[i];
    }
    return sum;
  }

  private static double[] moved(double[] at, double[] step, double scale) {
    double[] next = at.clone();
    for (int i = 0; i < next.length; i++) {
      next[i] -= scale * step[i];
    }
    return next;
  }

  // Gauss elimination with partial pivoting; a handful of unknowns.
  private static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        pivot = Math.abs(a[row][column]) > Math.abs(a[pivot][column]) ? row : pivot;
      }
      double[] swapped = a[pivot];
      a[pivot] = a[column];
      a[column] = swapped;
      double value = b[pivot];
      b[pivot] = b[column];
      b[column] = value;
      for (int row = column + 1; row < n; row++) {
        double factor = a[row][column] / a[column][column];
        for (int k = column; k < n; k++) {
          a[row][k] -= factor * a[column][k];
        }
        b[row] -= factor * b[column];
      }
    }
    double[] x = new double[n];
    for (int row = n - 1; row >= 0; row--) {
      double sum = b[row];
      for (int k = row + 1; k < n; k++) {
        sum -= a[row][k] * x[k];
      }
      x[row] = sum / a[row][row];
    }
    return x;
  }
}
