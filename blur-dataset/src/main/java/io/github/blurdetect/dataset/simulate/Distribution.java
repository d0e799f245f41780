package io.github.blurdetect.dataset.simulate;

import java.util.List;
import java.util.random.RandomGenerator;

/** A number drawn at random. Immutable. */
public sealed interface Distribution {

  /**
   * Draws.
   *
   * @param random where chance comes from
   * @return a number
   */
  double sample(RandomGenerator random);

  /**
   * Even between two bounds.
   *
   * @param low least value
   * @param high greatest value, not drawn itself unless equal to the least
   */
  record Uniform(double low, double high) implements Distribution {
    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if they are not finite or out of order
     */
    public Uniform {
      if (!(low <= high) || Double.isInfinite(high - low)) {
        throw new IllegalArgumentException(
            "range is " + low + " to " + high + ", expected low <= high");
      }
    }

    @Override
    public double sample(RandomGenerator random) {
      return low + (high - low) * random.nextDouble();
    }
  }

  /**
   * One of some values, each as likely.
   *
   * @param values at least one
   */
  record Choice(List<Double> values) implements Distribution {
    /**
     * Copies the values.
     *
     * @throws IllegalArgumentException if there are none
     */
    public Choice {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("no values to choose from");
      }
    }

    @Override
    public double sample(RandomGenerator random) {
      return values.get(random.nextInt(values.size()));
    }
  }

  /**
   * One of two distributions.
   *
   * @param share chance of the first, in [0, 1]
   * @param first drawn from with that chance
   * @param second drawn from otherwise
   */
  record Mixture(double share, Distribution first, Distribution second) implements Distribution {
    /**
     * Checks the share.
     *
     * @throws IllegalArgumentException if it is out of [0, 1]
     */
    public Mixture {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("share is " + share + ", expected 0 to 1");
      }
    }

    @Override
    public double sample(RandomGenerator random) {
      return random.nextDouble() < share ? first.sample(random) : second.sample(random);
    }
  }

  /**
   * Even between two bounds.
   *
   * @param low least value
   * @param high greatest value
   * @return the distribution
   */
  static Distribution uniform(double low, double high) {
    return new Uniform(low, high);
  }

  /**
   * One of some values.
   *
   * @param values at least one
   * @return the distribution
   */
  static Distribution choice(Double... values) {
    return new Choice(List.of(values));
  }

  /**
   * Always the same.
   *
   * @param value what is drawn
   * @return the distribution
   */
  static Distribution always(double value) {
    return new Uniform(value, value);
  }

  /**
   * One of two.
   *
   * @param share chance of the first
   * @param first drawn from with that chance
   * @param second drawn from otherwise
   * @return the distribution
   */
  static Distribution mixture(double share, Distribution first, Distribution second) {
    return new Mixture(share, first, second);
  }
}
