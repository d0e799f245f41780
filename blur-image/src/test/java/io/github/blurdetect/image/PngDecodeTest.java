package io.github.blurdetect.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurImage.Layout;
import io.github.blurdetect.image.ImageDecodeException.Problem;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngDecodeTest {
  private static final int W = TestImages.WIDTH;
  private static final int H = TestImages.HEIGHT;

  private static Problem problem(byte[] encoded) {
    return catchThrowableOfType(ImageDecodeException.class, () -> TestImages.decode(encoded))
        .problem();
  }

  /** Packs samples of fewer than 8 bits, high bits first, each row at a new byte. */
  private static byte[] pack(byte[] samples, int width, int bits) {
    int rowBytes = (width * bits + 7) / 8;
    byte[] rows = new byte[samples.length / width * rowBytes];
    for (int i = 0; i < samples.length; i++) {
      int bit = i % width * bits;
      rows[i / width * rowBytes + bit / 8] |= (byte) (samples[i] << (8 - bits - bit % 8));
    }
    return rows;
  }

  /** Samples in 16 bits whose high byte is the 8-bit sample and whose low byte is the same. */
  private static byte[] twice(byte[] samples) {
    byte[] wide = new byte[2 * samples.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = samples[i / 2];
    }
    return wide;
  }

  @Test
  void decode_colour_isExact() throws Exception {
    TestImages.assertSame(TestImages.decode(TestImages.png()), TestImages.rgb(), Layout.RGB);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void decode_greyOfAnyDepth_isScaledTo8Bit(int bits) throws Exception {
    int most = (1 << bits) - 1;
    byte[] samples = new byte[W * H];
    byte[] expected = new byte[W * H];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i * 7 % (most + 1));
      expected[i] = (byte) ((samples[i] & 0xFF) * 255 / most);
    }
    byte[] png =
        new PngBuilder()
            .header(W, H, bits, 0)
            .data(pack(samples, W, bits), (W * bits + 7) / 8)
            .end();
    TestImages.assertSame(TestImages.decode(png), expected, Layout.GREY);
  }

  @Test
  void decode_16Bit_isScaledTo8Bit() throws Exception {
    byte[] grey = new PngBuilder().header(W, H, 16, 0).data(twice(TestImages.grey()), 2 * W).end();
    TestImages.assertSame(TestImages.decode(grey), TestImages.grey(), Layout.GREY);
    byte[] rgb = new PngBuilder().header(W, H, 16, 2).data(twice(TestImages.rgb()), 6 * W).end();
    TestImages.assertSame(TestImages.decode(rgb), TestImages.rgb(), Layout.RGB);
    byte[] rgba = new PngBuilder().header(W, H, 16, 6).data(twice(TestImages.rgba(3)), 8 * W).end();
    TestImages.assertSame(TestImages.decode(rgba), TestImages.ontoWhite(3), Layout.RGB);
  }

  @Test
  void decode_16BitSample_isRoundedToTheNearest() throws Exception {
    byte[] rows = {0x12, (byte) 0xFF, 0x12, 0x00}; // 4863 / 257 = 18.9, 4608 / 257 = 17.9
    byte[] png = new PngBuilder().header(2, 1, 16, 0).data(rows, 4).end();
    assertThat(TestImages.decode(png).pixels()).containsExactly(19, 18);
  }

  @Test
  void decode_palette_givesItsColours() throws Exception {
    byte[] palette = {10, 20, 30, 40, 50, 60, 70, 80, 90};
    byte[] rows = pack(new byte[] {2, 0, 1}, 3, 4);
    byte[] png = new PngBuilder().header(3, 1, 4, 3).chunk("PLTE", palette).data(rows, 2).end();
    byte[] expected = {70, 80, 90, 10, 20, 30, 40, 50, 60};
    TestImages.assertSame(TestImages.decode(png), expected, 3, 1, Layout.RGB);
  }

  @Test
  void decode_moreThanHalfTransparent_isComposedOntoWhite() throws Exception {
    byte[] png = TestImages.encode(".png", TestImages.rgba(3), W, H);
    TestImages.assertSame(TestImages.decode(png), TestImages.ontoWhite(3), Layout.RGB);
  }

  @Test
  void decode_halfTransparentOrLess_keepsStoredColours() throws Exception {
    byte[] rgba = TestImages.rgba(2);
    rgba[7] = 1; // The number of pixels is odd: one fewer than half is wholly transparent.
    byte[] png = TestImages.encode(".png", rgba, W, H);
    TestImages.assertSame(TestImages.decode(png), TestImages.rgb(), Layout.RGB);
    byte[] twoPixels = {10, 20, 30, 0, 40, 50, 60, (byte) 255};
    byte[] half = TestImages.encode(".png", twoPixels, 2, 1);
    assertThat(TestImages.decode(half).pixels()).containsExactly(10, 20, 30, 40, 50, 60);
  }

  @Test
  void decode_partlyTransparentPixels_areBlendedWithWhite() throws Exception {
    byte[] rgba = {100, 0, 0, 51, 9, 9, 9, 0, 9, 9, 9, 0};
    byte[] png = TestImages.encode(".png", rgba, 3, 1);
    // 100 * 51 / 255 + 255 * 204 / 255 = 20 + 204
    assertThat(TestImages.decode(png).pixels())
        .containsExactly(224, 204, 204, 255, 255, 255, 255, 255, 255);
  }

  @Test
  void decode_greyWithAlpha_staysGrey() throws Exception {
    byte[] rows = {50, 0, 60, 0, 70, (byte) 255};
    byte[] png = new PngBuilder().header(3, 1, 8, 4).data(rows, 6).end();
    byte[] expected = {(byte) 255, (byte) 255, 70};
    TestImages.assertSame(TestImages.decode(png), expected, 3, 1, Layout.GREY);
  }

  @Test
  void decode_transparentGreyValue_isWhiteWhereMostHaveIt() throws Exception {
    byte[] rows = pack(new byte[] {5, 5, 9}, 3, 4);
    byte[] key = {0, 5};
    byte[] png = new PngBuilder().header(3, 1, 4, 0).chunk("tRNS", key).data(rows, 2).end();
    byte[] expected = {(byte) 255, (byte) 255, (byte) (9 * 17)};
    TestImages.assertSame(TestImages.decode(png), expected, 3, 1, Layout.GREY);
    rows = pack(new byte[] {5, 8, 9}, 3, 4);
    png = new PngBuilder().header(3, 1, 4, 0).chunk("tRNS", key).data(rows, 2).end();
    assertThat(TestImages.decode(png).pixels()).containsExactly(5 * 17, 8 * 17, 9 * 17);
    byte[] wide = {1, 2, 1, 2, 1, 3};
    png = new PngBuilder().header(3, 1, 16, 0).chunk("tRNS", new byte[] {1, 2}).data(wide, 6).end();
    assertThat(TestImages.decode(png).pixels()).containsExactly(255, 255, 1);
  }

  @Test
  void decode_transparentColour_isWhiteWhereMostHaveIt() throws Exception {
    byte[] rows = {1, 2, 3, 1, 2, 3, 4, 5, 6};
    byte[] key = {0, 1, 0, 2, 0, 3};
    byte[] png = new PngBuilder().header(3, 1, 8, 2).chunk("tRNS", key).data(rows, 9).end();
    assertThat(TestImages.decode(png).pixels())
        .containsExactly(255, 255, 255, 255, 255, 255, 4, 5, 6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void decode_exifOrientation_isApplied(int orientation) throws Exception {
    byte[] png =
        new PngBuilder()
            .header(W, H, 8, 2)
            .chunk("eXIf", Orientations.exif(orientation, true))
            .data(TestImages.rgb(), 3 * W)
            .end();
    BlurImage image = TestImages.decode(png);
    assertThat(Orientations.matches(image, TestImages.rgb(), W, H, orientation)).isTrue();
  }

  @Test
  void decode_anyBitFlipped_isRefused() {
    byte[] png = TestImages.png();
    for (int bit = 64; bit < 8 * png.length; bit++) {
      png[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(problem(png))
          .as("bit %d", bit)
          .isIn(Problem.CORRUPT, Problem.TRUNCATED, Problem.TOO_LARGE, Problem.UNSUPPORTED);
      png[bit / 8] ^= (byte) (1 << bit % 8);
    }
  }

  @Test
  void decode_cutAnywhere_isRefused() {
    byte[] png = TestImages.png();
    for (int length = 8; length < png.length; length++) {
      assertThat(problem(Arrays.copyOf(png, length)))
          .as("cut to %d of %d", length, png.length)
          .isEqualTo(Problem.TRUNCATED);
    }
  }

  @Test
  void decode_dataShortButCheckSumsRight_isRefused() {
    byte[] png =
        new PngBuilder()
            .header(W, H, 8, 2)
            .data(Arrays.copyOf(TestImages.rgb(), 3 * W), 3 * W)
            .end();
    assertThat(problem(png)).isIn(Problem.CORRUPT, Problem.TRUNCATED);
  }

  @Test
  void decode_hugeHeader_isRefusedBeforeDecoding() {
    byte[] alone = new PngBuilder().header(60_000, 60_000, 8, 2).unfinished();
    byte[] whole = new PngBuilder().header(60_000, 60_000, 8, 2).data(new byte[9], 9).end();
    for (byte[] png : new byte[][] {alone, whole}) {
      ImageDecodeException thrown =
          catchThrowableOfType(ImageDecodeException.class, () -> TestImages.decode(png));
      assertThat(thrown.problem()).isEqualTo(Problem.TOO_LARGE);
      assertThat(thrown).hasMessageContaining("60000 x 60000");
    }
  }

  @Test
  void decode_badHeaderFields_areRefused() {
    assertThat(problem(new PngBuilder().header(0, 5, 8, 2).data(new byte[9], 9).end()))
        .isEqualTo(Problem.CORRUPT);
    assertThat(problem(new PngBuilder().header(-5, 5, 8, 2).data(new byte[9], 9).end()))
        .isEqualTo(Problem.TOO_LARGE);
    assertThat(problem(new PngBuilder().header(3, 1, 8, 5).data(new byte[9], 9).end()))
        .isEqualTo(Problem.CORRUPT);
    assertThat(problem(new PngBuilder().header(3, 1, 5, 0).data(new byte[9], 9).end()))
        .isEqualTo(Problem.CORRUPT);
    assertThat(problem(new PngBuilder().header(3, 1, 8, 2).end())).isEqualTo(Problem.CORRUPT);
    assertThat(problem(new PngBuilder().chunk("IDAT", new byte[20]).end()))
        .isEqualTo(Problem.CORRUPT);
  }
}
