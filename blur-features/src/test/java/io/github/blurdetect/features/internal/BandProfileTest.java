package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BandProfileTest {
  private static final int WIDTH = 90;
  private static final int HEIGHT = 70;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, -0.06, 0.35, -0.6, 3})
  void profile_anySlope_matchesPixelByPixel(double slope) {
    byte[] ink = randomInk();
    SplittableRandom random = new SplittableRandom(5);
    for (int k = 0; k < 300; k++) {
      int from = random.nextInt(WIDTH);
      int to = random.nextInt(from + 1, WIDTH + 1);
      int first = random.nextInt(HEIGHT);
      int last = random.nextInt(first + 1, HEIGHT + 1);
      BandProfile profile = new BandProfile(ink, WIDTH, HEIGHT, slope, from, to, first, last);
      assertThat(profile.size()).isEqualTo(last - first);
      for (int j = last - 1; j >= first; j--) {
        int expected = 0;
        for (int i = from; i < to; i++) {
          int row = j + (int) Math.round(slope * (i - (from + to) / 2.0));
          expected += row >= 0 && row < HEIGHT && ink[row * WIDTH + i] != 0 ? 1 : 0;
        }
        assertThat(profile.at(j - first)).isEqualTo(expected);
        assertThat(profile.at(j - first)).isEqualTo(expected); // counted once
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
