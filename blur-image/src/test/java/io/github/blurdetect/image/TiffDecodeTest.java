package io.github.blurdetect.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurImage.Layout;
import io.github.blurdetect.image.ImageDecodeException.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiffDecodeTest {
  private static final int W = TestImages.WIDTH;
  private static final int H = TestImages.HEIGHT;
  private static final int ORIENTATION = 274;
  private static final int EXTRA_SAMPLES = 338;

  private static Problem problem(byte[] encoded) {
    return catchThrowableOfType(ImageDecodeException.class, () -> TestImages.decode(encoded))
        .problem();
  }

  /** Encodes with the JDK's writer. */
  private static byte[] written(BufferedImage image, String compression, int tile)
      throws Exception {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionType(compression);
    if (tile > 0) {
      param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
      param.setTiling(tile, tile, 0, 0);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    }
    writer.dispose();
    return out.toByteArray();
  }

  private static BufferedImage image(int type) {
    BufferedImage image = new BufferedImage(W, H, type);
    byte[] rgb = TestImages.rgb();
    for (int i = 0; i < W * H; i++) {
      for (int band = 0; band < image.getRaster().getNumBands(); band++) {
        int sample = rgb[3 * i + band] & 0xFF;
        image
            .getRaster()
            .setSample(
                i % W, i / W, band, type == BufferedImage.TYPE_BYTE_BINARY ? sample % 2 : sample);
      }
    }
    return image;
  }

  @ParameterizedTest
  @ValueSource(strings = {"LZW", "ZLib", "Deflate", "PackBits"})
  void decode_compressed_isExact(String compression) throws Exception {
    byte[] colour = written(image(BufferedImage.TYPE_3BYTE_BGR), compression, 0);
    TestImages.assertSame(TestImages.decode(colour), TestImages.rgb(), Layout.RGB);
    byte[] tiled = written(image(BufferedImage.TYPE_3BYTE_BGR), compression, 16);
    TestImages.assertSame(TestImages.decode(tiled), TestImages.rgb(), Layout.RGB);
    byte[] grey = written(image(BufferedImage.TYPE_BYTE_GRAY), compression, 0);
    byte[] red = new byte[W * H];
    for (int i = 0; i < red.length; i++) {
      red[i] = TestImages.rgb()[3 * i];
    }
    TestImages.assertSame(TestImages.decode(grey), red, Layout.GREY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CCITT RLE", "CCITT T.4", "CCITT T.6", "PackBits"})
  void decode_fax_isExact(String compression) throws Exception {
    byte[] fax = written(image(BufferedImage.TYPE_BYTE_BINARY), compression, 0);
    byte[] expected = new byte[W * H];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = (byte) ((TestImages.rgb()[3 * i] & 1) * 255);
    }
    TestImages.assertSame(TestImages.decode(fax), expected, Layout.GREY);
  }

  @Test
  void decode_jpegInTiff_matchesOpenCv() throws Exception {
    byte[] tiff = written(image(BufferedImage.TYPE_3BYTE_BGR), "JPEG", 0);
    TestImages.assertSame(TestImages.decode(tiff), TestImages.openCv(tiff, Layout.RGB), Layout.RGB);
  }

  @Test
  void decode_eitherByteOrder_isExact() throws Exception {
    TestImages.assertSame(TestImages.decode(TestImages.tiff()), TestImages.rgb(), Layout.RGB);
    byte[] big = TiffBuilder.rgb(TestImages.rgb(), W, H).bigEndian().build();
    TestImages.assertSame(TestImages.decode(big), TestImages.rgb(), Layout.RGB);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void decode_orientationOfEveryKind_isApplied(int orientation) throws Exception {
    byte[] rgb = TestImages.rgb();
    byte[] grey = TestImages.grey();
    byte[] wide = new byte[2 * grey.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = grey[i / 2];
    }
    TiffBuilder[] colours = {
      TiffBuilder.rgb(rgb, W, H),
      TiffBuilder.rgb(rgb, W, H).bigEndian(),
      TiffBuilder.of(TestImages.rgba(1), W, H, 8, 2, 4).tag(EXTRA_SAMPLES, 2)
    };
    TiffBuilder[] greys = {
      TiffBuilder.of(grey, W, H, 8, 1, 1), //
      TiffBuilder.of(wide, W, H, 16, 1, 1), //
      TiffBuilder.of(inverted(wide), W, H, 16, 0, 1),
    };
    for (TiffBuilder colour : colours) {
      BlurImage image = TestImages.decode(colour.tag(ORIENTATION, orientation).build());
      assertThat(Orientations.matches(image, rgb, W, H, orientation)).isTrue();
    }
    for (TiffBuilder builder : greys) {
      BlurImage image = TestImages.decode(builder.tag(ORIENTATION, orientation).build());
      assertThat(image.layout()).isEqualTo(Layout.GREY);
      assertThat(Orientations.matches(image, grey, W, H, orientation)).isTrue();
    }
  }

  private static byte[] inverted(byte[] samples) {
    byte[] inverted = new byte[samples.length];
    for (int i = 0; i < samples.length; i++) {
      inverted[i] = (byte) ~samples[i];
    }
    return inverted;
  }

  @Test
  void decode_whiteIsZero_isInverted() throws Exception {
    byte[] stored = inverted(TestImages.grey());
    byte[] tiff = TiffBuilder.of(stored, W, H, 8, 0, 1).build();
    TestImages.assertSame(TestImages.decode(tiff), TestImages.grey(), Layout.GREY);
  }

  @Test
  void decode_greyOfFewBits_isScaledTo8() throws Exception {
    byte[] four = TiffBuilder.of(new byte[] {0x5F, 0x70}, 3, 1, 4, 1, 1).build();
    assertThat(TestImages.decode(four).pixels()).containsExactly(0x55, 0xFF, 0x77);
    byte[] inverted = TiffBuilder.of(new byte[] {0x5F, 0x70}, 3, 1, 4, 0, 1).build();
    assertThat(TestImages.decode(inverted).pixels()).containsExactly(0xAA, 0x00, 0x88);
    byte[] two = TiffBuilder.of(new byte[] {(byte) 0b01111000}, 3, 1, 2, 1, 1).build();
    assertThat(TestImages.decode(two).pixels()).containsExactly(0x55, 0xFF, 0xAA);
  }

  @Test
  void decode_transparent_isComposedOntoWhite() throws Exception {
    byte[] rgba = TestImages.rgba(3);
    byte[] straight = TiffBuilder.of(rgba, W, H, 8, 2, 4).tag(EXTRA_SAMPLES, 2).build();
    TestImages.assertSame(TestImages.decode(straight), TestImages.ontoWhite(3), Layout.RGB);
    for (int i = 0; i < rgba.length; i++) {
      rgba[i] = rgba[i | 3] == 0 ? 0 : rgba[i];
    }
    byte[] multiplied = TiffBuilder.of(rgba, W, H, 8, 2, 4).tag(EXTRA_SAMPLES, 1).build();
    TestImages.assertSame(TestImages.decode(multiplied), TestImages.ontoWhite(3), Layout.RGB);
  }

  @Test
  void decode_halfTransparentOrLess_keepsStoredColours() throws Exception {
    byte[] rgba = TestImages.rgba(1);
    for (int i = 3; i < rgba.length / 3; i += 4) {
      rgba[i] = (byte) (i % 3);
    }
    for (int kind = 0; kind <= 2; kind++) {
      byte[] tiff = TiffBuilder.of(rgba, W, H, 8, 2, 4).tag(EXTRA_SAMPLES, kind).build();
      TestImages.assertSame(TestImages.decode(tiff), TestImages.rgb(), Layout.RGB);
    }
  }

  @Test
  void decode_transparentGrey_isComposedOntoWhite() throws Exception {
    byte[] pixels = {50, 0, 60, 0, 70, (byte) 255};
    byte[] tiff = TiffBuilder.of(pixels, 3, 1, 8, 1, 2).tag(EXTRA_SAMPLES, 2).build();
    TestImages.assertSame(TestImages.decode(tiff), new byte[] {-1, -1, 70}, 3, 1, Layout.GREY);
  }

  @Test
  void decode_cutAnywhere_isRefused() throws Exception {
    byte[] first = written(image(BufferedImage.TYPE_3BYTE_BGR), "LZW", 0);
    byte[] tags = written(image(BufferedImage.TYPE_3BYTE_BGR), "PackBits", 16);
    for (byte[] tiff : new byte[][] {first, tags, TestImages.tiff()}) {
      for (int length = 4; length < tiff.length; length++) {
        assertThat(problem(Arrays.copyOf(tiff, length)))
            .as("cut to %d of %d", length, tiff.length)
            .isEqualTo(Problem.TRUNCATED);
      }
    }
  }

  @Test
  void decode_badTags_areRefused() {
    TiffBuilder builder = TiffBuilder.rgb(TestImages.rgb(), W, H);
    assertThat(problem(builder.tag(257, 2 * H).tag(278, 2 * H).build()))
        .isEqualTo(Problem.TRUNCATED);
    assertThat(problem(builder.tag(278, 2).build())).isEqualTo(Problem.CORRUPT);
    assertThat(problem(builder.tag(278, 0).build())).isEqualTo(Problem.CORRUPT);
    assertThat(problem(builder.tag(256, 60_000).tag(257, 60_000).build()))
        .isEqualTo(Problem.TOO_LARGE);
    assertThat(problem(builder.tag(256, 0).build())).isEqualTo(Problem.CORRUPT);
  }

  @Test
  void decode_unsupportedKinds_areNamed() {
    byte[] pixels = new byte[8 * W * H];
    assertThat(problem(TiffBuilder.of(pixels, W, H, 32, 1, 1).tag(339, 3).build()))
        .isEqualTo(Problem.UNSUPPORTED);
    assertThat(problem(TiffBuilder.of(pixels, W, H, 12, 1, 1).build()))
        .isEqualTo(Problem.UNSUPPORTED);
    assertThat(problem(TiffBuilder.of(pixels, W, H, 8, 2, 6).build()))
        .isEqualTo(Problem.UNSUPPORTED);
    assertThat(problem(TiffBuilder.of(pixels, W, H, 8, 2, 3).tag(259, 50_000).build()))
        .isEqualTo(Problem.UNSUPPORTED);
  }
}
