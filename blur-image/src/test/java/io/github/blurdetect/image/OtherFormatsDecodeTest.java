package io.github.blurdetect.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.blurdetect.api.BlurImage.Layout;
import io.github.blurdetect.image.ImageDecodeException.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.imgcodecs.Imgcodecs;

/** WebP, BMP and GIF. */
class OtherFormatsDecodeTest {
  private static final int W = TestImages.WIDTH;
  private static final int H = TestImages.HEIGHT;

  private static Problem problem(byte[] encoded) {
    return catchThrowableOfType(ImageDecodeException.class, () -> TestImages.decode(encoded))
        .problem();
  }

  private static void assertCutsRefused(byte[] encoded, int from) {
    for (int length = from; length < encoded.length; length++) {
      assertThat(problem(Arrays.copyOf(encoded, length)))
          .as("cut to %d of %d", length, encoded.length)
          .isEqualTo(Problem.TRUNCATED);
    }
  }

  private static byte[] lossy() {
    byte[] rgb = TestImages.rgb();
    return TestImages.encode(".webp", rgb, W, H, Imgcodecs.IMWRITE_WEBP_QUALITY, 90);
  }

  @Test
  void decode_losslessWebp_isExact() throws Exception {
    TestImages.assertSame(TestImages.decode(TestImages.webp()), TestImages.rgb(), Layout.RGB);
  }

  @Test
  void decode_lossyWebp_matchesOpenCv() throws Exception {
    TestImages.assertSame(
        TestImages.decode(lossy()), TestImages.openCv(lossy(), Layout.RGB), Layout.RGB);
  }

  @Test
  void decode_transparentWebp_isComposedOntoWhite() throws Exception {
    byte[] opaque = TestImages.ontoWhite(3);
    byte[] rgba = TestImages.rgba(3);
    byte[] webp = TestImages.encode(".webp", rgba, W, H, Imgcodecs.IMWRITE_WEBP_QUALITY, 101);
    TestImages.assertSame(TestImages.decode(webp), opaque, Layout.RGB);
    byte[] lossy = TestImages.encode(".webp", rgba, W, H, Imgcodecs.IMWRITE_WEBP_QUALITY, 80);
    byte[] pixels = TestImages.decode(lossy).pixels();
    assertThat(Arrays.copyOfRange(pixels, 3, 9)).containsOnly(255);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void decode_webpExifOrientation_isApplied(int orientation) throws Exception {
    for (String prefix : new String[] {"", "Exif\0\0"}) {
      byte[] webp = extended(TestImages.webp(), W, H, 0x08, prefix, orientation);
      assertThat(Orientations.matches(TestImages.decode(webp), TestImages.rgb(), W, H, orientation))
          .isTrue();
    }
  }

  /** Wraps a simple WebP into the extended form: VP8X, its image chunk, EXIF. */
  private static byte[] extended(
      byte[] simple, int width, int height, int flags, String prefix, int orientation) {
    byte[] exif = Orientations.exif(orientation, false);
    ByteBuffer out = ByteBuffer.allocate(simple.length + 18 + 8 + prefix.length() + exif.length);
    out.order(ByteOrder.LITTLE_ENDIAN);
    out.put(simple, 0, 12).putInt(4, out.capacity() - 8);
    out.put("VP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(flags);
    out.put((byte) (width - 1)).put((byte) 0).put((byte) 0);
    out.put((byte) (height - 1)).put((byte) 0).put((byte) 0);
    out.put(simple, 12, simple.length - 12);
    out.put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(prefix.length() + exif.length);
    out.put(prefix.getBytes(StandardCharsets.US_ASCII)).put(exif);
    return out.array();
  }

  @Test
  void decode_cutWebp_isRefused() {
    assertCutsRefused(TestImages.webp(), 12);
    assertCutsRefused(lossy(), 12);
  }

  @Test
  void decode_damagedWebp_isRefused() {
    byte[] webp = TestImages.webp();
    webp[20] ^= 1; // VP8L's signature
    assertThat(problem(webp)).isEqualTo(Problem.CORRUPT);
    byte[] lossy = lossy();
    lossy[23] ^= 1; // VP8's start code
    assertThat(problem(lossy)).isEqualTo(Problem.CORRUPT);
    byte[] animated = extended(TestImages.webp(), W, H, 0x02, "", 1);
    assertThat(problem(animated)).isEqualTo(Problem.UNSUPPORTED);
    byte[] empty = Arrays.copyOf(webp, 12);
    empty[4] = 4;
    assertThat(problem(empty)).isEqualTo(Problem.CORRUPT);
  }

  @Test
  void decode_hugeWebpCanvas_isRefused() {
    byte[] huge = extended(TestImages.webp(), W, H, 0, "", 1);
    huge[26] = (byte) 0xFF;
    huge[29] = (byte) 0xFF;
    assertThat(problem(huge)).isEqualTo(Problem.TOO_LARGE);
    assertThat(problem(Arrays.copyOf(huge, 40))).isEqualTo(Problem.TOO_LARGE);
  }

  @Test
  void decode_bmp_isExact() throws Exception {
    TestImages.assertSame(TestImages.decode(TestImages.bmp()), TestImages.rgb(), Layout.RGB);
  }

  @Test
  void decode_bmpStoredTopDown_isExact() throws Exception {
    byte[] bmp = TestImages.bmp();
    ByteBuffer header = ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN);
    int rowBytes = (bmp.length - 54) / H;
    byte[] flipped = bmp.clone();
    for (int y = 0; y < H; y++) {
      System.arraycopy(bmp, 54 + y * rowBytes, flipped, 54 + (H - 1 - y) * rowBytes, rowBytes);
    }
    header.putInt(22, -H);
    System.arraycopy(bmp, 0, flipped, 0, 54);
    TestImages.assertSame(TestImages.decode(flipped), TestImages.rgb(), Layout.RGB);
  }

  /** A BMP of 3 x 1 pixels. */
  private static byte[] smallBmp(int bits, int compression, int[] table, byte[] pixels) {
    ByteBuffer out = ByteBuffer.allocate(54 + 4 * table.length + pixels.length);
    out.order(ByteOrder.LITTLE_ENDIAN).put((byte) 'B').put((byte) 'M').putInt(out.capacity());
    out.putInt(0).putInt(54 + 4 * table.length).putInt(40).putInt(3).putInt(1);
    out.putShort((short) 1).putShort((short) bits).putInt(compression).putInt(pixels.length);
    out.putInt(0).putInt(0).putInt(table.length == 3 ? 0 : table.length).putInt(0);
    for (int entry : table) {
      out.putInt(entry);
    }
    return out.put(pixels).array();
  }

  @Test
  void decode_bmpOfEveryDepth_givesItsColours() throws Exception {
    int[] palette = {0x0A141E, 0x28323C, 0x46505A, 0x646E78};
    byte[] expected = {70, 80, 90, 10, 20, 30, 40, 50, 60}; // entries 2, 0, 1
    byte[] indices8 = {2, 0, 1, 0};
    byte[] indices4 = {0x20, 0x10, 0, 0};
    byte[] runs8 = {1, 2, 1, 0, 1, 1, 0, 0, 0, 1};
    byte[] runs4 = {1, 0x20, 2, 0x01, 0, 0, 0, 1};
    for (byte[] bmp :
        new byte[][] {
          smallBmp(8, 0, palette, indices8),
          smallBmp(4, 0, palette, indices4),
          smallBmp(8, 1, palette, runs8),
          smallBmp(4, 2, palette, runs4),
        }) {
      TestImages.assertSame(TestImages.decode(bmp), expected, 3, 1, Layout.RGB);
    }
    byte[] bit = smallBmp(1, 0, new int[] {0x0A141E, 0x28323C}, new byte[] {(byte) 0xA0, 0, 0, 0});
    assertThat(TestImages.decode(bit).pixels()).containsExactly(40, 50, 60, 10, 20, 30, 40, 50, 60);
    byte[] alphaIgnored = {1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9, 0};
    assertThat(TestImages.decode(smallBmp(32, 0, new int[0], alphaIgnored)).pixels())
        .containsExactly(3, 2, 1, 6, 5, 4, 9, 8, 7);
  }

  @Test
  void decode_bmpOf16Bits_isScaledTo8() throws Exception {
    byte[] red = {0, (byte) 0xF8, 0, (byte) 0xF8, 0, (byte) 0xF8, 0, 0};
    byte[] bmp = smallBmp(16, 3, new int[] {0xF800, 0x07E0, 0x001F}, red);
    assertThat(TestImages.decode(bmp).pixels()).containsExactly(255, 0, 0, 255, 0, 0, 255, 0, 0);
  }

  @Test
  void decode_cutBmp_isRefused() {
    byte[] bmp = TestImages.bmp();
    // The last row's padding may be missing: no pixel is.
    int padding = (4 - 3 * W % 4) % 4;
    assertCutsRefused(Arrays.copyOf(bmp, bmp.length - padding), 2);
    byte[] runs = smallBmp(8, 1, new int[256], new byte[] {1, 2, 1, 0, 1, 1, 0, 0, 0, 1});
    assertCutsRefused(runs, 60);
  }

  @Test
  void decode_badBmpHeader_isRefused() {
    byte[] huge = TestImages.bmp();
    ByteBuffer.wrap(huge).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 60_000).putInt(22, 60_000);
    assertThat(problem(huge)).isEqualTo(Problem.TOO_LARGE);
    assertThat(problem(smallBmp(24, 4, new int[0], new byte[12]))).isEqualTo(Problem.UNSUPPORTED);
    assertThat(problem(smallBmp(7, 0, new int[0], new byte[12]))).isEqualTo(Problem.UNSUPPORTED);
    byte[] noHeader = TestImages.bmp();
    noHeader[14] = 5;
    assertThat(problem(noHeader)).isEqualTo(Problem.CORRUPT);
  }

  @Test
  void decode_gifOfFewColours_isExact() throws Exception {
    byte[] rgb = fewColours();
    TestImages.assertSame(TestImages.decode(TestImages.imageIo("gif", rgb, W, H)), rgb, Layout.RGB);
  }

  private static byte[] fewColours() {
    byte[] rgb = TestImages.rgb();
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (rgb[i] & 0xC0);
    }
    return rgb;
  }

  @Test
  void decode_gifOfTwoFrames_givesTheFirst() throws Exception {
    byte[] gif = TestImages.imageIo("gif", fewColours(), W, H);
    int frame = firstFrame(gif);
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.write(gif, 0, gif.length - 1);
    byte[] second = Arrays.copyOfRange(gif, frame, gif.length);
    second[5] = 2; // narrower
    two.writeBytes(second);
    TestImages.assertSame(TestImages.decode(two.toByteArray()), fewColours(), Layout.RGB);
  }

  private static int firstFrame(byte[] gif) {
    int at = 13 + ((gif[10] & 0x80) == 0 ? 0 : 3 << (gif[10] & 7) + 1);
    while (gif[at] != 0x2C) {
      at += 2;
      while (gif[at] != 0) {
        at += 1 + gif[at];
      }
      at++;
    }
    return at;
  }

  @Test
  void decode_transparentGif_isComposedOntoWhite() throws Exception {
    // 3 x 1: colours 0, 1, 1 where colour 1 is transparent.
    byte[] gif = {
      'G',
      'I',
      'F',
      '8',
      '9',
      'a',
      3,
      0,
      1,
      0,
      (byte) 0x80,
      0,
      0,
      10,
      20,
      30,
      40,
      50,
      60, //
      0x21,
      (byte) 0xF9,
      4,
      1,
      0,
      0,
      1,
      0, //
      0x2C,
      0,
      0,
      0,
      0,
      3,
      0,
      1,
      0,
      0,
      2,
      2,
      0x44,
      0x52,
      0,
      0x3B
    };
    byte[] opaque = gif.clone();
    opaque[22] = 0;
    assertThat(TestImages.decode(opaque).pixels())
        .containsExactly(10, 20, 30, 40, 50, 60, 40, 50, 60);
    assertThat(TestImages.decode(gif).pixels())
        .containsExactly(10, 20, 30, 255, 255, 255, 255, 255, 255);
  }

  @Test
  void decode_cutGif_isRefused() {
    byte[] gif = TestImages.gif();
    // Without the last byte, the trailer, nothing of the image is missing.
    assertCutsRefused(Arrays.copyOf(gif, gif.length - 1), 6);
  }

  @Test
  void decode_gifWithoutTrailer_isAccepted() throws Exception {
    byte[] gif = TestImages.imageIo("gif", fewColours(), W, H);
    byte[] cut = Arrays.copyOf(gif, gif.length - 1);
    TestImages.assertSame(TestImages.decode(cut), fewColours(), Layout.RGB);
  }

  @Test
  void decode_damagedGif_isRefused() {
    byte[] gif = TestImages.imageIo("gif", fewColours(), W, H);
    byte[] noFrame = gif.clone();
    noFrame[firstFrame(gif)] = 0x3B;
    assertThat(problem(noFrame)).isEqualTo(Problem.CORRUPT);
    noFrame[firstFrame(gif)] = 0x55;
    assertThat(problem(noFrame)).isEqualTo(Problem.CORRUPT);
    byte[] huge = gif.clone();
    Arrays.fill(huge, 6, 10, (byte) 0xFF);
    assertThat(problem(huge)).isEqualTo(Problem.TOO_LARGE);
    byte[] hugeFrame = gif.clone();
    Arrays.fill(hugeFrame, firstFrame(gif) + 5, firstFrame(gif) + 9, (byte) 0xFF);
    assertThat(problem(hugeFrame)).isEqualTo(Problem.TOO_LARGE);
  }
}
