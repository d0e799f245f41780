package io.github.blurdetect.tree;

import io.github.blurdetect.api.BlurReason;
import io.github.blurdetect.api.BlurReason.Cause;
import io.github.blurdetect.features.FeatureVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Says what speaks against a photo's text, from its features. The causes are rules of thumb for
 * people, not part of the score: each is named where its feature lies beyond what readable
 * simulated photos show.
 */
final class TextReasons {
  // An x-height under 6 pixels is at the edge of what OCR reads, whatever the focus.
  private static final double SMALL_X_HEIGHT = 6;
  // Noise energy above a sixteenth of the squared range of the print.
  private static final double HIGH_NOISE_LOG2 = -4;
  private static final double LOW_CONTRAST = 0.15;
  // Energy falls 3 octaves faster in one direction than in another: a streak, not a disc.
  private static final double STREAKED = 3;
  private static final double PARTLY = 0.2;

  private TextReasons() {}

  static List<BlurReason> of(FeatureVector features) {
    List<BlurReason> reasons = new ArrayList<>();
    double xHeight = Math.pow(2, features.get("x_height"));
    double legible = features.get("legible_share");
    if (features.get("anisotropy_p50") > STREAKED) {
      add(reasons, Cause.MOTION, "shaken: print is smeared in one direction");
    } else {
      add(reasons, Cause.OUT_OF_FOCUS, "out of focus for print of this size");
    }
    if (legible > PARTLY && legible < 1 - PARTLY) {
      add(
          reasons,
          Cause.PARTLY_BLURRED,
          String.format(Locale.ROOT, "about %.0f %% of the text is affected", 100 * (1 - legible)));
    }
    if (features.get("noise_p50") > HIGH_NOISE_LOG2) {
      add(reasons, Cause.NOISE, "noise hides the print");
    }
    if (xHeight < SMALL_X_HEIGHT) {
      add(
          reasons,
          Cause.TEXT_TOO_SMALL,
          String.format(Locale.ROOT, "text too small: x-height about %.1f pixels", xHeight));
    }
    if (features.get("contrast_p50") < LOW_CONTRAST) {
      add(reasons, Cause.LOW_CONTRAST, "print hardly differs from the paper");
    }
    return reasons;
  }

  private static void add(List<BlurReason> reasons, Cause cause, String message) {
    reasons.add(new BlurReason(cause, message));
  }
}
