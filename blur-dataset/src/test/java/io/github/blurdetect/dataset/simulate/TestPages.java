package io.github.blurdetect.dataset.simulate;

import io.github.blurdetect.api.BlurImage;
import java.util.ArrayList;
import java.util.List;

/** Small made-up pages: white, with black bars where lines of text would be. */
final class TestPages implements PageSource {

  static final int WIDTH = 160;
  static final int HEIGHT = 120;

  private final int size;

  TestPages(int size) {
    this.size = size;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public SourcePage page(int index) {
    byte[] pixels = new byte[3 * WIDTH * HEIGHT];
    java.util.Arrays.fill(pixels, (byte) 250);
    List<TextLine> lines = new ArrayList<>();
    for (int line = 0; line < 3; line++) {
      Box box = new Box(20 + index % 5, 20 + 30 * line, 120, 30 + 30 * line);
      for (int y = box.top(); y < box.bottom(); y++) {
        java.util.Arrays.fill(
            pixels, 3 * (y * WIDTH + box.left()), 3 * (y * WIDTH + box.right()), (byte) 10);
      }
      lines.add(new TextLine(box, "line " + line, 10, TextLine.Role.CONTENT));
    }
    return new SourcePage("p" + index, BlurImage.rgb(pixels, WIDTH, HEIGHT), lines);
  }
}
