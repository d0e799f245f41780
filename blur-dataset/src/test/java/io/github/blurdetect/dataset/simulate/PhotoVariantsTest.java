package io.github.blurdetect.dataset.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.dataset.simulate.PhotoRecord.Label;
import io.github.blurdetect.dataset.simulate.PhotoVariants.Variant;
import io.github.blurdetect.image.ImageDecoder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhotoVariantsTest {

  private static final int WIDTH = 400;
  private static final int HEIGHT = 301;

  /** Checks of 8 pixels, dark and bright. */
  private static BlurImage checks() {
    byte[] pixels = new byte[3 * WIDTH * HEIGHT];
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      boolean dark = i % WIDTH / 8 % 2 == 0 ^ i / WIDTH / 8 % 2 == 0;
      java.util.Arrays.fill(pixels, 3 * i, 3 * i + 3, (byte) (dark ? 20 : 240));
    }
    return BlurImage.rgb(pixels, WIDTH, HEIGHT);
  }

  @Test
  void of_photo_hasTheRecipesSizesAndLabels() throws IOException {
    List<Variant> variants = PhotoVariants.of(checks());

    assertThat(variants).extracting(Variant::width).containsExactly(WIDTH, 280, 200, 280, 200, 200);
    assertThat(variants).extracting(Variant::height).containsExactly(301, 211, 151, 211, 151, 151);
    assertThat(variants)
        .extracting(Variant::label)
        .containsExactly(
            Label.CLEAR, Label.CLEAR, Label.CLEAR, Label.BLURRED, Label.BLURRED, Label.BLURRED);
    for (Variant variant : variants) {
      BlurImage decoded = ImageDecoder.defaults().decode(variant.jpeg());
      assertThat(decoded.width()).isEqualTo(variant.width());
      assertThat(decoded.height()).isEqualTo(variant.height());
    }
  }

  @Test
  void of_photo_blursByAShareOfItsWidth() {
    List<Variant> variants = PhotoVariants.of(checks());

    assertThat(variants.subList(0, 3)).allMatch(v -> v.rmsRadius() == 0);
    assertThat(variants.get(3).rmsRadius()).isCloseTo(Math.sqrt(2) * WIDTH / 130, within(0.03));
    assertThat(variants.get(4).rmsRadius()).isCloseTo(Math.sqrt(2) * WIDTH / 160, within(0.03));
    assertThat(variants.get(5).rmsRadius()).isCloseTo(WIDTH / 30.0 / Math.sqrt(12), within(0.03));
  }

  @Test
  void of_photo_blursWhatItCallsBlurred() throws IOException {
    List<Variant> variants = PhotoVariants.of(checks());

    for (int[] pair : new int[][] {{1, 3}, {2, 4}, {2, 5}}) {
      assertThat(steps(variants.get(pair[1])))
          .isLessThan(steps(variants.get(pair[0])) / 3)
          .isPositive();
    }
  }

  @Test
  void of_photoAsItStands_isNeitherResizedNorBlurred() throws IOException {
    LumaPlane sharp = checks().luma();
    LumaPlane copy =
        ImageDecoder.defaults().decode(PhotoVariants.of(checks()).get(0).jpeg()).luma();

    double sum = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        sum += Math.abs(sharp.get(x, y) - copy.get(x, y));
      }
    }
    assertThat(sum / (WIDTH * HEIGHT)).isLessThan(3);
  }

  @Test
  void of_blurredEdge_isBlurredInLinearLight() throws IOException {
    LumaPlane blurred =
        ImageDecoder.defaults().decode(PhotoVariants.of(half()).get(4).jpeg()).luma();

    // Half of the light of white is code value 188, not 128.
    assertThat((blurred.get(99, 70) + blurred.get(100, 70)) / 2.0).isCloseTo(188, within(3.0));
  }

  private static BlurImage half() {
    byte[] pixels = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i % WIDTH < WIDTH / 2 ? 0 : 255);
    }
    return BlurImage.grey(pixels, WIDTH, HEIGHT);
  }

  @Test
  void of_samePhoto_givesTheSameBytes() {
    List<Variant> once = PhotoVariants.of(checks());
    List<Variant> again = PhotoVariants.of(checks());

    for (int i = 0; i < once.size(); i++) {
      assertThat(again.get(i).jpeg()).isEqualTo(once.get(i).jpeg());
    }
  }

  @Test
  void of_tinyPhoto_isRefused() {
    BlurImage tiny = BlurImage.grey(new byte[63 * 90], 63, 90);

    assertThatThrownBy(() -> PhotoVariants.of(tiny))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("63 x 90")
        .hasMessageContaining("64");
  }

  /** Mean squared difference of neighbours, across and down. */
  private static double steps(Variant variant) throws IOException {
    LumaPlane luma = ImageDecoder.defaults().decode(variant.jpeg()).luma();
    double sum = 0;
    for (int y = 1; y < luma.height(); y++) {
      for (int x = 1; x < luma.width(); x++) {
        int across = luma.get(x, y) - luma.get(x - 1, y);
        int down = luma.get(x, y) - luma.get(x, y - 1);
        sum += across * across + down * down;
      }
    }
    return sum / (luma.width() * luma.height());
  }
}
