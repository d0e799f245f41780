package io.github.blurdetect.dataset.simulate.internal;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.dataset.simulate.Box;
import io.github.blurdetect.dataset.simulate.LightPlan;
import io.github.blurdetect.dataset.simulate.TextLine;

/** Contrast of a line of text: paper less ink, in 8-bit code values, without blur. */
public final class InkContrast {

  private static final double INK = 0.05;

  /** Writing by hand covers less of its box. */
  private static final double PEN_INK = 0.015;

  private static final double PAPER = 0.9;

  private InkContrast() {}

  /**
   * Returns the contrast that a line of a page has in the photo: the 5th and the 90th percentile of
   * its box (for handwriting the 1.5th and the 90th), taken through light and tone.
   *
   * @param luma the page
   * @param line the line on the page
   * @param shade factor of the light at the line
   * @param tone exposure, stray light and gamma
   * @return 0 to 255
   */
  public static double inPhoto(LumaPlane luma, TextLine line, double shade, LightPlan tone) {
    Box box = line.box();
    int[] histogram = new int[256];
    int count = 0;
    for (int y = Math.max(0, box.top()); y < Math.min(luma.height(), box.bottom()); y++) {
      for (int x = Math.max(0, box.left()); x < Math.min(luma.width(), box.right()); x++) {
        histogram[luma.get(x, y)]++;
        count++;
      }
    }
    if (count == 0) {
      return 0;
    }
    double ink =
        code(percentile(histogram, (line.stroke() > 0 ? PEN_INK : INK) * count), shade, tone);
    return code(percentile(histogram, PAPER * count), shade, tone) - ink;
  }

  private static double code(int pageCode, double shade, LightPlan tone) {
    double light = Srgb.light(pageCode) * shade * tone.green() + tone.lift();
    return 255 * Math.pow(Srgb.code((float) light) / 255, tone.gamma());
  }

  private static int percentile(int[] histogram, double rank) {
    int code = 0;
    for (double left = rank - histogram[0]; left > 0 && code < 255; ) {
      left -= histogram[++code];
    }
    return code;
  }
}
