package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineBandTest {
  private static final int WIDTH = 90;
  private static final int HEIGHT = 70;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, -0.06, 0.35, -0.6})
  void profile_anySlope_matchesPixelByPixel(double slope) {
    byte[] ink = randomInk();
    for (boolean vertical : new boolean[] {false, true}) {
      int along = vertical ? HEIGHT : WIDTH;
      int across = vertical ? WIDTH : HEIGHT;
      LineBand band = new LineBand(ink, WIDTH, HEIGHT, vertical, slope);
      SplittableRandom random = new SplittableRandom(5);
      for (int k = 0; k < 200; k++) {
        int from = random.nextInt(along);
        int to = random.nextInt(from + 1, along + 1);
        int first = random.nextInt(across);
        int last = random.nextInt(first + 1, across + 1);
        int[] expected = new int[last - first];
        for (int i = from; i < to; i++) {
          for (int j = first; j < last; j++) {
            int moved = j + (int) Math.round(slope * (i - (from + to) / 2.0));
            if (moved >= 0 && moved < across) {
              byte pixel = ink[vertical ? i * WIDTH + moved : moved * WIDTH + i];
              expected[j - first] += pixel != 0 ? 1 : 0;
            }
          }
        }
        assertThat(band.profile(from, to, first, last)).containsExactly(expected);
      }
    }
  }

  private static byte[] randomInk() {
    SplittableRandom random = new SplittableRandom(4);
    byte[] ink = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = (byte) (random.nextInt(3) == 0 ? 1 + random.nextInt(255) : 0);
    }
    return ink;
  }
}
