package io.github.blurdetect.dataset.render.internal;

import io.github.blurdetect.dataset.render.Language;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.random.RandomGenerator;

/** What one document looks like: fonts, sizes, colours. */
record Style(
    Language language, Font title, Font body, Font name, Color ink, Color accent, Color paper) {

  /** Draws a style; {@code size} is the body's, in pixels. */
  static Style draw(Language language, List<String> families, double size, RandomGenerator random) {
    String family = Chance.pick(random, families);
    String other = random.nextDouble() < 0.5 ? family : Chance.pick(random, families);
    Font body = font(family, random.nextDouble() < 0.15, size);
    Font name = font(other, random.nextDouble() < 0.4, size);
    Font title = font(other, true, size * random.nextDouble(1.5, 2.4));
    int dark = random.nextInt(0, 60);
    Color ink =
        random.nextDouble() < 0.2
            ? new Color(dark / 2, dark / 2, Math.min(255, dark + 70))
            : new Color(dark, dark, dark);
    Color accent =
        Color.getHSBColor(
            random.nextFloat(), random.nextFloat(0.5f, 0.9f), random.nextFloat(0.3f, 0.6f));
    return new Style(language, title, body, name, ink, accent, paper(random));
  }

  private static Color paper(RandomGenerator random) {
    int light = random.nextInt(232, 256);
    int yellow = random.nextInt(0, 22);
    return new Color(light, light - yellow / 4, light - yellow);
  }

  private static Font font(String family, boolean bold, double size) {
    return new Font(family, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
  }

  boolean chinese() {
    return language == Language.CHINESE;
  }

  /** The body's size in pixels. */
  double size() {
    return body.getSize2D();
  }

  Font small() {
    return body.deriveFont((float) (size() * 0.8));
  }

  Font bold() {
    return body.deriveFont(Font.BOLD);
  }
}
