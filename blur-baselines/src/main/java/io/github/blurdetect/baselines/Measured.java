package io.github.blurdetect.baselines;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.Contribution;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** One measure of the whole image, and how blurriness follows from it. */
final class Measured implements BlurScorer {
  private final String name;
  private final String part;
  private final ToDoubleFunction<BlurImage> measure;
  private final DoubleUnaryOperator blurriness;
  private final double threshold;
  private volatile boolean closed;

  /**
   * Makes a scorer.
   *
   * @param name the scorer's
   * @param part the measure's name
   * @param measure of an image
   * @param blurriness of the measure, in [0, 1]
   * @param threshold above which blurriness means what the method calls blurred
   */
  Measured(
      String name,
      String part,
      ToDoubleFunction<BlurImage> measure,
      DoubleUnaryOperator blurriness,
      double threshold) {
    this.name = name;
    this.part = part;
    this.measure = measure;
    this.blurriness = blurriness;
    this.threshold = threshold;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public BlurScore score(BlurImage image) {
    if (closed) {
      throw new IllegalStateException("scorer '" + name + "' has been closed");
    }
    double value = measure.applyAsDouble(image);
    return new BlurScore(
        blurriness.applyAsDouble(value), true, List.of(new Contribution(part, value)), List.of());
  }

  @Override
  public double threshold() {
    return threshold;
  }

  @Override
  public void close() {
    closed = true;
  }
}
