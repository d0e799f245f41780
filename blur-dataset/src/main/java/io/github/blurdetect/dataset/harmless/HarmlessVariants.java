package io.github.blurdetect.dataset.harmless;

import io.github.blurdetect.api.BlurImage;
import java.util.SplittableRandom;

/**
 * Random harmless changes of a photo, several at once: what else its label holds for. A model
 * trained on them as well follows the print rather than the light, the noise or the compression.
 *
 * <p>A variant is turned by a quarter or not at all, made lighter or darker by a gamma of 0.77 to
 * 1.3, given Gaussian noise of a standard deviation of 0 to 6 code values, and compressed as JPEG
 * of quality 70 to 95.
 */
public final class HarmlessVariants {
  private static final double MOST_LOG_GAMMA = 0.26;
  private static final double MOST_NOISE = 6;
  private static final int LEAST_QUALITY = 70;
  private static final int MOST_QUALITY = 95;

  private HarmlessVariants() {}

  /**
   * Makes a variant.
   *
   * @param image left as it is
   * @param seed of all draws
   * @return a new image; the same for the same photo and seed
   */
  public static BlurImage of(BlurImage image, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double gamma = Math.exp(random.nextDouble(-MOST_LOG_GAMMA, MOST_LOG_GAMMA));
    double sigma = random.nextDouble(MOST_NOISE);
    int quality = random.nextInt(LEAST_QUALITY, MOST_QUALITY + 1);
    int quarters = random.nextInt(4);
    BlurImage turned = quarters == 0 ? image : HarmlessChange.rotated(image, quarters);
    BlurImage lit = HarmlessChange.mapped(turned, HarmlessChange.gamma(gamma));
    BlurImage noisy = HarmlessChange.noisy(lit, sigma, random.nextLong());
    return HarmlessChange.compressed(noisy, quality);
  }
}
