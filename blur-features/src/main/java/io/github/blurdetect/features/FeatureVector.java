package io.github.blurdetect.features;

import java.util.List;
import java.util.Objects;

/**
 * Named features of one photo. Immutable.
 *
 * <p>NaN stands for what could not be measured.
 */
public final class FeatureVector {
  private final String version;
  private final List<String> names;
  private final double[] values;

  /**
   * Makes a vector.
   *
   * @param version of the extractor that measured the values
   * @param names of the features, in order
   * @param values in the same order; copied
   * @throws IllegalArgumentException if there are not as many values as names
   */
  public FeatureVector(String version, List<String> names, double[] values) {
    if (names.size() != values.length) {
      throw new IllegalArgumentException(
          "found " + values.length + " values, expected " + names.size());
    }
    this.version = Objects.requireNonNull(version, "version");
    this.names = List.copyOf(names);
    this.values = values.clone();
  }

  /**
   * Returns the version of the extractor that measured the values.
   *
   * @return as {@link FeatureExtractor#version()}
   */
  public String version() {
    return version;
  }

  /**
   * Returns the names.
   *
   * @return in the order of the values
   */
  public List<String> names() {
    return names;
  }

  /**
   * Returns the number of features.
   *
   * @return at least 0
   */
  public int size() {
    return values.length;
  }

  /**
   * Returns one value.
   *
   * @param index 0 to {@code size() - 1}
   * @return the value, or NaN
   * @throws IndexOutOfBoundsException if there is no such feature
   */
  public double get(int index) {
    return values[Objects.checkIndex(index, values.length)];
  }

  /**
   * Returns one value.
   *
   * @param name of a feature
   * @return the value, or NaN
   * @throws IllegalArgumentException if there is no such feature
   */
  public double get(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("no feature '" + name + "', expected one of " + names);
    }
    return values[index];
  }

  /**
   * Returns all values.
   *
   * @return a copy
   */
  public double[] values() {
    return values.clone();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("FeatureVector[").append(version);
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? ": " : ", ").append(names.get(i)).append('=').append(values[i]);
    }
    return text.append(']').toString();
  }
}
