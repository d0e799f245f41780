package io.github.blurdetect.dataset.simulate;

import io.github.blurdetect.api.BlurImage;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A sharp page.
 *
 * @param group its name; photos of one page share it, and splits keep them together
 * @param image its pixels, sRGB
 * @param lines its text where known, else empty
 */
public record SourcePage(String group, BlurImage image, List<TextLine> lines) {

  /** x-height taken for a page whose text is not known, as a share of its width. */
  private static final double UNKNOWN_X_HEIGHT = 1 / 70.0;

  /** Copies the list. */
  public SourcePage {
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(image, "image");
    lines = List.copyOf(lines);
  }

  /**
   * Returns the median x-height of the lines.
   *
   * @return pixels; a seventieth of the width where there are no lines
   */
  public double xHeight() {
    if (lines.isEmpty()) {
      return image.width() * UNKNOWN_X_HEIGHT;
    }
    double[] heights = lines.stream().mapToDouble(TextLine::xHeight).sorted().toArray();
    return Arrays.stream(heights).skip((heights.length - 1) / 2).findFirst().orElseThrow();
  }
}
