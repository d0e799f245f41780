package io.github.blurdetect.dataset.harmless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.BlurImage;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HarmlessChangeTest {
  /** 3 x 2: a b c / d e f, each pixel its letter in three channels, rows padded. */
  private static BlurImage letters() {
    byte[] pixels = new byte[2 * 10];
    for (int i = 0; i < 6; i++) {
      Arrays.fill(pixels, i / 3 * 10 + i % 3 * 3, i / 3 * 10 + i % 3 * 3 + 3, (byte) ('a' + i));
    }
    return BlurImage.of(pixels, 3, 2, 10, BlurImage.Layout.RGB);
  }

  private static String rows(BlurImage image) {
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        text.append((char) image.pixels()[y * image.stride() + 3 * x + 2]);
      }
      text.append('/');
    }
    return text.toString();
  }

  @Test
  void apply_rotations_turnClockwise() {
    assertThat(rows(HarmlessChange.ROTATED_90.apply(letters(), 0))).isEqualTo("da/eb/fc/");
    assertThat(rows(HarmlessChange.ROTATED_180.apply(letters(), 0))).isEqualTo("fed/cba/");
    assertThat(rows(HarmlessChange.ROTATED_270.apply(letters(), 0))).isEqualTo("cf/be/ad/");
  }

  @Test
  void apply_shift_cutsLeftAndTop() {
    byte[] pixels = new byte[12];
    IntStream.range(0, 12).forEach(i -> pixels[i] = (byte) i);
    BlurImage shifted = HarmlessChange.SHIFTED_2.apply(BlurImage.grey(pixels, 4, 3), 0);
    assertThat(shifted.pixels()).containsExactly(10, 11);
    assertThat(shifted.width()).isEqualTo(2);
  }

  @Test
  void apply_noise_hasTheStandardDeviationAndFollowsTheSeed() {
    byte[] pixels = new byte[3 * 200 * 200];
    Arrays.fill(pixels, (byte) 128);
    BlurImage flat = BlurImage.rgb(pixels, 200, 200);
    BlurImage noisy = HarmlessChange.NOISE_6.apply(flat, 5);
    double sum = 0;
    for (int i = 0; i < pixels.length; i += 3) {
      int delta = (noisy.pixels()[i] & 0xFF) - 128;
      sum += delta * delta;
      assertThat(noisy.pixels()[i + 1]).isEqualTo(noisy.pixels()[i]);
    }
    assertThat(Math.sqrt(sum / 40_000)).isCloseTo(6, within(0.1));
    assertThat(HarmlessChange.NOISE_6.apply(flat, 5).pixels()).isEqualTo(noisy.pixels());
    assertThat(HarmlessChange.NOISE_6.apply(flat, 6).pixels()).isNotEqualTo(noisy.pixels());
  }

  @Test
  void apply_gamma_keepsEndsAndBendsTheMiddle() {
    BlurImage ramp = BlurImage.grey(new byte[] {0, (byte) 128, (byte) 255}, 3, 1);
    assertThat(HarmlessChange.GAMMA_0_8.apply(ramp, 0).pixels())
        .containsExactly(0, (byte) 147, (byte) 255);
    assertThat(HarmlessChange.GAMMA_1_25.apply(ramp, 0).pixels())
        .containsExactly(0, (byte) 108, (byte) 255);
  }

  @ParameterizedTest
  @EnumSource(HarmlessChange.class)
  void apply_anyPicture_leavesTheInputAlone(HarmlessChange change) {
    for (BlurImage image :
        new BlurImage[] {
          letters(), BlurImage.grey(new byte[1], 1, 1), BlurImage.grey(new byte[35], 5, 7)
        }) {
      byte[] before = image.pixels().clone();
      BlurImage after = change.apply(image, 3);
      assertThat(image.pixels()).isEqualTo(before);
      assertThat(after.width() * after.height()).isPositive();
    }
  }

  @Test
  void apply_jpeg_isNearButNotEqual() {
    byte[] pixels = new byte[64 * 64];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (128 + 60 * Math.sin(i / 3.0) * Math.cos(i / 700.0));
    }
    BlurImage after = HarmlessChange.JPEG_75.apply(BlurImage.grey(pixels, 64, 64), 0);
    double sum = 0;
    for (int i = 0; i < pixels.length; i++) {
      sum += Math.abs(after.luma().get(i % 64, i / 64) - (pixels[i] & 0xFF));
    }
    assertThat(sum / pixels.length).isBetween(0.05, 6.0);
  }
}
