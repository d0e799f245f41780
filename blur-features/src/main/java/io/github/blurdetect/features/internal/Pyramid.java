package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;
import java.util.ArrayList;
import java.util.List;

/** A plane and its halvings, each made when first asked for. Safe for use by many threads. */
final class Pyramid {
  private final List<LumaPlane> levels = new ArrayList<>();

  Pyramid(LumaPlane base) {
    levels.add(base);
  }

  /**
   * Returns the plane after so many halvings.
   *
   * @param level 0 is the photo itself
   */
  synchronized LumaPlane level(int level) {
    while (levels.size() <= level) {
      levels.add(Planes.halve(levels.get(levels.size() - 1)));
    }
    return levels.get(level);
  }

  /** Returns the first level with no more than so many pixels. */
  int levelOfAtMost(int pixels) {
    int level = 0;
    while ((long) level(level).width() * level(level).height() > pixels) {
      level++;
    }
    return level;
  }
}
