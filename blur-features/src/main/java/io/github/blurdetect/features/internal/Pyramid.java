package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurImage.Layout;
import io.github.blurdetect.api.LumaPlane;

/** A photo's brightness and its halvings, each made when first asked for. Thread-safe. */
final class Pyramid {
  private final BlurImage image;

  Pyramid(BlurImage image) {
    this.image = image;
  }

  Pyramid(LumaPlane base) {
    this(BlurImage.of(base.data(), base.width(), base.height(), base.stride(), Layout.GREY));
  }

  /** Returns the photo's columns. */
  int width() {
    return image.width();
  }

  /** Returns the photo's rows. */
  int height() {
    return image.height();
  }

  /**
   * Returns the plane after so many halvings.
   *
   * @param level 0 is the photo itself
   */
  LumaPlane level(int level) {
    return image.halvedLuma(level);
  }

  /** Returns the first level with no more than so many pixels. */
  int levelOfAtMost(int pixels) {
    int level = 0;
    while ((long) side(width(), level) * side(height(), level) > pixels) {
      level++;
    }
    return level;
  }

  private static int side(int whole, int level) {
    return Math.max(1, whole >> level);
  }
}
