package io.github.blurdetect.stacking;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurReason;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.Contribution;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads its score from one pixel of the image, in 1/250; 255 = no text. Counts what is asked. */
final class FakeScorer implements BlurScorer {
  private final String name;
  private final int pixel;
  private final List<BlurReason> reasons;
  final AtomicInteger asked = new AtomicInteger();
  boolean needsColour;
  final AtomicInteger closed = new AtomicInteger();

  FakeScorer(String name, int pixel, BlurReason... reasons) {
    this.name = name;
    this.pixel = pixel;
    this.reasons = List.of(reasons);
  }

  /** An image on which the first member says one score and the second another; NaN = no text. */
  static BlurImage image(double first, double second) {
    return BlurImage.grey(new byte[] {pixel(first), pixel(second)}, 2, 1);
  }

  private static byte pixel(double score) {
    return (byte) (Double.isNaN(score) ? 255 : Math.round(score * 250));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean needsColour() {
    return needsColour;
  }

  @Override
  public BlurScore score(BlurImage image) {
    asked.incrementAndGet();
    int value = image.pixels()[pixel] & 0xFF;
    return value == 255
        ? BlurScore.noText(0.25)
        : new BlurScore(value / 250.0, true, List.of(new Contribution("pixel", value)), reasons);
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }
}
