package io.github.blurdetect.baselines;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.Contribution;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * One measure of the whole image, and how blurriness follows from it.
 *
 * @param name the scorer's
 * @param part the measure's name
 * @param measure of an image
 * @param blurriness of the measure, in [0, 1], above 0.5 where the method says blurred
 */
record Measured(
    String name, String part, ToDoubleFunction<BlurImage> measure, DoubleUnaryOperator blurriness)
    implements BlurScorer {

  @Override
  public BlurScore score(BlurImage image) {
    double value = measure.applyAsDouble(image);
    return new BlurScore(
        blurriness.applyAsDouble(value), true, List.of(new Contribution(part, value)), List.of());
  }
}
