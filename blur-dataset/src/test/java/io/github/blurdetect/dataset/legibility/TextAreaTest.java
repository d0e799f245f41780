package io.github.blurdetect.dataset.legibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurImage.Layout;
import io.github.blurdetect.dataset.simulate.Box;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextAreaTest {

  @ParameterizedTest
  @EnumSource(Layout.class)
  void of_linesInside_keepsPixelsAndPlaces(Layout layout) {
    BlurImage image = numbered(layout);
    List<Box> boxes = List.of(new Box(10, 8, 20, 12), new Box(7, 15, 12, 18));

    TextArea area = TextArea.of(image, boxes, 1.6);

    assertThat(area.image().width()).isEqualTo(13 + 4);
    assertThat(area.image().height()).isEqualTo(10 + 4);
    assertThat(area.boxes()).containsExactly(new Box(5, 2, 15, 6), new Box(2, 9, 7, 12));
    int channels = layout.channels();
    for (int y = 0; y < 14; y++) {
      for (int i = 0; i < 17 * channels; i++) {
        assertThat(area.image().pixels()[y * area.image().stride() + i])
            .isEqualTo(image.pixels()[(y + 6) * image.stride() + 5 * channels + i]);
      }
    }
  }

  @Test
  void of_linesAtAndBeyondTheBorder_staysInside() {
    TextArea area =
        TextArea.of(
            numbered(Layout.GREY), List.of(new Box(-3, 0, 20, 12), new Box(5, 5, 44, 24)), 9);

    assertThat(area.image().width()).isEqualTo(40);
    assertThat(area.image().height()).isEqualTo(25);
    assertThat(area.boxes().get(0)).isEqualTo(new Box(-3, 0, 20, 12));
  }

  @Test
  void of_noLinesOrNoneInThePicture_isTheWholePicture() {
    BlurImage image = numbered(Layout.GREY);

    assertThat(TextArea.of(image, List.of(), 5).image()).isSameAs(image);
    assertThat(TextArea.of(image, List.of(new Box(50, 2, 60, 5)), 5).image()).isSameAs(image);
  }

  /** 40 x 25 pixels, each byte another number, rows with a gap. */
  private static BlurImage numbered(Layout layout) {
    int stride = 40 * layout.channels() + 3;
    byte[] pixels = new byte[stride * 25];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 7 + i / 256);
    }
    return BlurImage.of(pixels, 40, 25, stride, layout);
  }
}
