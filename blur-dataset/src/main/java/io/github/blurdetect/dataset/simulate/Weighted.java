package io.github.blurdetect.dataset.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Some things, each with the weight that it is drawn with. Immutable.
 *
 * @param <T> what is drawn
 * @param items the things and their weights
 */
public record Weighted<T>(List<Item<T>> items) {

  /**
   * A thing and its weight.
   *
   * @param <T> what is drawn
   * @param value the thing
   * @param weight at least 0
   */
  public record Item<T>(T value, double weight) {
    /**
     * Checks the weight.
     *
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Item {
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException(
            value + " has weight " + weight + ", expected at least 0");
      }
    }
  }

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if no weight is above 0
   */
  public Weighted {
    items = List.copyOf(items);
    if (items.stream().noneMatch(i -> i.weight() > 0)) {
      throw new IllegalArgumentException("no weight above 0 in " + items);
    }
  }

  /**
   * Lists items.
   *
   * @param <T> what is drawn
   * @param items the things and their weights
   * @return the list
   */
  @SafeVarargs
  public static <T> Weighted<T> of(Item<T>... items) {
    return new Weighted<>(Arrays.asList(items));
  }

  /**
   * Pairs a thing with its weight.
   *
   * @param <T> what is drawn
   * @param value the thing
   * @param weight at least 0
   * @return the pair
   */
  public static <T> Item<T> item(T value, double weight) {
    return new Item<>(value, weight);
  }

  /**
   * Draws.
   *
   * @param random where chance comes from
   * @return one of the things
   */
  public T sample(RandomGenerator random) {
    double left = random.nextDouble() * items.stream().mapToDouble(Item::weight).sum();
    for (Item<T> item : items) {
      left -= item.weight();
      if (left < 0) {
        return item.value();
      }
    }
    return items.get(items.size() - 1).value();
  }
}
