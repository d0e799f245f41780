package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurImage.Layout;
import io.github.blurdetect.api.LumaPlane;

/** A photo's brightness and its halvings, each made when first asked for. Thread-safe. */
final class Pyramid {
  /** Of planes from so many pixels on, samples are measured: all of it takes too long. */
  private static final int LARGE = 6_000_000;

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

  /** Returns the columns of the plane after so many halvings, without making it. */
  int width(int level) {
    return side(width(), level);
  }

  /** Returns the rows of the plane after so many halvings, without making it. */
  int height(int level) {
    return side(height(), level);
  }

  /** Tells whether the plane after so many halvings is so large that samples of it must do. */
  boolean isLarge(int level) {
    return (long) width(level) * height(level) >= LARGE;
  }

  /** Returns a part of a plane; of the photo itself no more is decoded than that needs. */
  LumaPlane part(int level, int left, int top, int width, int height) {
    return level == 0
        ? image.lumaPart(left, top, width, height)
        : level(level).part(left, top, width, height);
  }

  /** Returns the first level with no more than so many pixels. */
  int levelOfAtMost(int pixels) {
    int level = 0;
    while ((long) width(level) * height(level) > pixels) {
      level++;
    }
    return level;
  }

  private static int side(int whole, int level) {
    return Math.max(1, whole >> level);
  }
}
