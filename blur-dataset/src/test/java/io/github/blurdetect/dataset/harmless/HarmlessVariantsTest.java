package io.github.blurdetect.dataset.harmless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.BlurImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HarmlessVariantsTest {
  private static BlurImage flat(int width, int height) {
    byte[] pixels = new byte[width * height];
    Arrays.fill(pixels, (byte) 128);
    return BlurImage.grey(pixels, width, height);
  }

  @Test
  void of_sameSeed_givesTheSamePixelsAndLeavesTheInputAlone() {
    BlurImage image = flat(64, 48);
    byte[] before = image.pixels().clone();
    assertThat(HarmlessVariants.of(image, 7).pixels())
        .isEqualTo(HarmlessVariants.of(image, 7).pixels())
        .isNotEqualTo(HarmlessVariants.of(image, 8).pixels());
    assertThat(image.pixels()).isEqualTo(before);
  }

  @Test
  void of_manySeeds_turnsLightsAndAddsNoiseWithinTheBounds() {
    BlurImage image = flat(64, 48);
    Set<Integer> widths = new HashSet<>();
    double least = 255;
    double most = 0;
    double noisiest = 0;
    for (int seed = 0; seed < 60; seed++) {
      BlurImage variant = HarmlessVariants.of(image, seed);
      widths.add(variant.width());
      double mean = 0;
      double square = 0;
      for (int y = 0; y < variant.height(); y++) {
        for (int x = 0; x < variant.width(); x++) {
          int value = variant.luma().get(x, y);
          mean += value / 3072.0;
          square += value * value / 3072.0;
        }
      }
      least = Math.min(least, mean);
      most = Math.max(most, mean);
      noisiest = Math.max(noisiest, Math.sqrt(Math.max(0, square - mean * mean)));
    }
    assertThat(widths).containsExactlyInAnyOrder(64, 48);
    // 128 to the power of 1.297 and of 0.771, of 255
    assertThat(least).isBetween(103.0, 112.0);
    assertThat(most).isBetween(142.0, 151.0);
    assertThat(noisiest).isBetween(4.5, 6.3);
  }
}
