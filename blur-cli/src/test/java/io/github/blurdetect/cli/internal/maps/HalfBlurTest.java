package io.github.blurdetect.cli.internal.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.BlurImage;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HalfBlurTest {
  private static final int WIDTH = 41;
  private static final int HEIGHT = 30;

  private static byte[] noise() {
    byte[] page = new byte[WIDTH * HEIGHT];
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < page.length; i++) {
      page[i] = (byte) random.nextInt(256);
    }
    return page;
  }

  private static HalfBlur blurred(byte[] page, double radius, long seed) {
    return HalfBlur.of(
        BlurImage.grey(page, WIDTH, HEIGHT).luma(),
        radius,
        Math.nextUp(radius),
        new SplittableRandom(seed));
  }

  /** The disc's mean, point by point. */
  private static double naive(byte[] page, int x, int y, double reach) {
    double sum = 0;
    int count = 0;
    for (int v = 0; v < HEIGHT; v++) {
      for (int u = 0; u < WIDTH; u++) {
        if (Math.hypot(u - x, v - y) <= reach) {
          sum += Math.pow((page[v * WIDTH + u] & 0xFF) / 255.0, 2.2);
          count++;
        }
      }
    }
    return 255 * Math.pow(sum / count, 1 / 2.2);
  }

  @Test
  void of_oneHalf_matchesNaiveAndLeavesTheOther() {
    byte[] page = noise();
    HalfBlur photo = blurred(page, 2.5, 3);
    byte[] out = photo.image().luma().data();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean inside =
            x >= photo.left() && x < photo.right() && y >= photo.top() && y < photo.bottom();
        int at = y * WIDTH + x;
        double expected = inside ? naive(page, x, y, 2.5 * Math.sqrt(2)) : page[at] & 0xFF;
        assertThat((double) (out[at] & 0xFF)).isCloseTo(expected, within(0.501));
      }
    }
  }

  @Test
  void of_seeds_drawAllFourHalves() {
    Set<String> halves = new HashSet<>();
    for (int seed = 0; seed < 40; seed++) {
      HalfBlur h = blurred(noise(), 1, seed);
      halves.add(h.left() + "," + h.top() + "," + h.right() + "," + h.bottom());
    }
    assertThat(halves)
        .containsExactlyInAnyOrder("0,0,20,30", "20,0,41,30", "0,0,41,15", "0,15,41,30");
  }

  @Test
  void of_point_spreadsByTheRadiusAskedFor() {
    byte[] page = new byte[WIDTH * HEIGHT];
    // Left or upper halves hold the point for some seed; the radius is measured there.
    page[7 * WIDTH + 10] = (byte) 255;
    for (int seed = 0; ; seed++) {
      HalfBlur h = blurred(page, 2.5, seed);
      if (h.left() > 10 - 6 || h.right() < 10 + 6 || h.top() > 0 || h.bottom() < 15) {
        continue;
      }
      byte[] out = h.image().luma().data();
      double sum = 0;
      double square = 0;
      for (int i = 0; i < out.length; i++) {
        double light = Math.pow((out[i] & 0xFF) / 255.0, 2.2);
        sum += light;
        square += light * (Math.pow(i % WIDTH - 10, 2) + Math.pow(i / WIDTH - 7, 2));
      }
      assertThat(Math.sqrt(square / sum)).isCloseTo(2.5, within(0.1));
      return;
    }
  }
}
