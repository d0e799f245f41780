package io.github.blurdetect.dataset.legibility;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.dataset.simulate.Box;
import java.util.List;

/**
 * The part of a picture that holds its text. What lies around it, the black rim of a scan above
 * all, is no part of what a reader has to read, but makes an OCR program give up the whole page.
 *
 * @param image the part's pixels
 * @param boxes where the lines lie in it
 */
record TextArea(BlurImage image, List<Box> boxes) {

  /**
   * Cuts out the smallest upright part that holds all lines and a margin.
   *
   * @param image the whole picture
   * @param boxes where the lines lie in it; without any the whole picture is taken
   * @param margin pixels left around the lines where the picture has them
   */
  static TextArea of(BlurImage image, List<Box> boxes, double margin) {
    if (boxes.isEmpty()) {
      return new TextArea(image, boxes);
    }
    int around = (int) Math.round(margin);
    int left = Math.max(0, boxes.stream().mapToInt(Box::left).min().orElse(0) - around);
    int top = Math.max(0, boxes.stream().mapToInt(Box::top).min().orElse(0) - around);
    int right =
        Math.min(image.width(), boxes.stream().mapToInt(Box::right).max().orElse(0) + around);
    int bottom =
        Math.min(image.height(), boxes.stream().mapToInt(Box::bottom).max().orElse(0) + around);
    if (right <= left || bottom <= top) {
      return new TextArea(image, boxes);
    }
    List<Box> moved =
        boxes.stream()
            .map(b -> new Box(b.left() - left, b.top() - top, b.right() - left, b.bottom() - top))
            .toList();
    return new TextArea(cut(image, left, top, right, bottom), moved);
  }

  private static BlurImage cut(BlurImage image, int left, int top, int right, int bottom) {
    int channels = image.layout().channels();
    int row = (right - left) * channels;
    byte[] pixels = new byte[Math.multiplyExact(row, bottom - top)];
    for (int y = top; y < bottom; y++) {
      int from = y * image.stride() + left * channels;
      System.arraycopy(image.pixels(), from, pixels, (y - top) * row, row);
    }
    return BlurImage.of(pixels, right - left, bottom - top, row, image.layout());
  }
}
