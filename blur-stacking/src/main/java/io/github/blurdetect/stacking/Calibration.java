package io.github.blurdetect.stacking;

import java.util.Arrays;
import java.util.List;

/**
 * Turns log-odds into a calibrated probability, never falling as the log-odds rise. Instances are
 * immutable and safe for use by many threads.
 */
public sealed interface Calibration {

  /**
   * Calibrates.
   *
   * @param logOdds a combiner's or a member's
   * @return in [0, 1]
   */
  double probability(double logOdds);

  /**
   * A logistic curve over the log-odds, level once it has reached the most that was ever seen to be
   * true.
   *
   * <p>Source: Platt, Probabilistic outputs for support vector machines, 1999.
   *
   * @param slope how steep, above 0
   * @param intercept added after the slope
   * @param most the highest probability that it gives, above 0, at most 1
   */
  record Platt(double slope, double intercept, double most) implements Calibration {

    /** The curve that changes nothing. */
    public static final Platt IDENTITY = new Platt(1, 0);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the slope is not above 0, a number is not finite, or the
     *     most is not in (0, 1]
     */
    public Platt {
      if (!(slope > 0) || !Double.isFinite(slope) || !Double.isFinite(intercept)) {
        throw new IllegalArgumentException(
            "Platt curve has slope %s and intercept %s, expected a slope above 0 and finite numbers"
                .formatted(slope, intercept));
      }
      if (!(most > 0 && most <= 1)) {
        throw new IllegalArgumentException(
            "Platt curve gives at most " + most + ", expected above 0 and at most 1");
      }
    }

    /**
     * Makes a curve without a limit.
     *
     * @param slope how steep, above 0
     * @param intercept added after the slope
     */
    public Platt(double slope, double intercept) {
      this(slope, intercept, 1);
    }

    @Override
    public double probability(double logOdds) {
      return Math.min(most, LogOdds.probability(slope * logOdds + intercept));
    }
  }

  /**
   * A rising line through knots, level beyond the first and the last.
   *
   * <p>Source: Zadrozny and Elkan, Transforming classifier scores into accurate multiclass
   * probability estimates, 2002, doi 10.1145/775047.775151.
   *
   * @param logOdds the knots' places, strictly rising
   * @param probabilities the knots' values in [0, 1], never falling, as many
   */
  record Isotonic(List<Double> logOdds, List<Double> probabilities) implements Calibration {

    /**
     * Checks the knots and copies the lists.
     *
     * @throws IllegalArgumentException if there is no knot, the lists differ in length, or the
     *     order or range is not kept
     */
    public Isotonic {
      logOdds = List.copyOf(logOdds);
      probabilities = List.copyOf(probabilities);
      if (logOdds.isEmpty() || logOdds.size() != probabilities.size()) {
        throw new IllegalArgumentException(
            "isotonic curve has %d places and %d values, expected as many, at least one"
                .formatted(logOdds.size(), probabilities.size()));
      }
      for (int i = 0; i < logOdds.size(); i++) {
        boolean inRange = probabilities.get(i) >= 0 && probabilities.get(i) <= 1;
        boolean rises =
            i == 0
                ? Double.isFinite(logOdds.get(0))
                : logOdds.get(i) > logOdds.get(i - 1)
                    && probabilities.get(i) >= probabilities.get(i - 1);
        if (!inRange || !rises) {
          throw new IllegalArgumentException(
              "isotonic curve's knot %d is (%s, %s), expected rising places and values in [0, 1]"
                  .formatted(i, logOdds.get(i), probabilities.get(i)));
        }
      }
    }

    @Override
    public double probability(double at) {
      int right = firstFrom(at);
      if (right == 0 || right < logOdds.size() && logOdds.get(right) == at) {
        return probabilities.get(right);
      }
      if (right == logOdds.size()) {
        return probabilities.get(right - 1);
      }
      double x0 = logOdds.get(right - 1);
      double y0 = probabilities.get(right - 1);
      double share = (at - x0) / (logOdds.get(right) - x0);
      return y0 + share * (probabilities.get(right) - y0);
    }

    /** Returns the first knot at or beyond a place; their number where there is none. */
    private int firstFrom(double at) {
      int low = 0;
      int high = logOdds.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (logOdds.get(middle) < at) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    /**
     * Makes a curve of arrays.
     *
     * @param places strictly rising
     * @param values never falling, in [0, 1]
     * @return a new curve
     */
    public static Isotonic of(double[] places, double[] values) {
      return new Isotonic(
          Arrays.stream(places).boxed().toList(), Arrays.stream(values).boxed().toList());
    }
  }
}
