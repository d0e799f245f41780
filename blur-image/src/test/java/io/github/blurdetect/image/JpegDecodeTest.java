package io.github.blurdetect.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurImage.Layout;
import io.github.blurdetect.image.ImageDecodeException.Problem;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.imgcodecs.Imgcodecs;

class JpegDecodeTest {
  private static final ImageDecoder GREY_ONLY = ImageDecoder.defaults().withColour(false);

  private static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(0xFF);
    out.write(marker);
    out.write(data.length + 2 >> 8);
    out.write(data.length + 2);
    out.writeBytes(data);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  static byte[] withExif(byte[] jpeg, byte[] exif) {
    byte[] data = new byte[6 + exif.length];
    System.arraycopy(new byte[] {'E', 'x', 'i', 'f', 0, 0}, 0, data, 0, 6);
    System.arraycopy(exif, 0, data, 6, exif.length);
    return withSegment(jpeg, 0xE1, data);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static Problem problem(byte[] encoded) {
    return catchThrowableOfType(ImageDecodeException.class, () -> TestImages.decode(encoded))
        .problem();
  }

  @Test
  void decode_colour_matchesOpenCv() throws Exception {
    byte[] jpeg = TestImages.jpeg();
    TestImages.assertSame(TestImages.decode(jpeg), TestImages.openCv(jpeg, Layout.RGB), Layout.RGB);
  }

  @Test
  void decode_colour_isRgbNotBgr() throws Exception {
    byte[] red = new byte[3 * 16 * 16];
    for (int i = 0; i < red.length; i += 3) {
      red[i] = (byte) 250;
    }
    byte[] pixels = TestImages.decode(TestImages.encode(".jpg", red, 16, 16)).pixels();
    assertThat(pixels[0] & 0xFF).isGreaterThan(240);
    assertThat(pixels[2] & 0xFF).isLessThan(15);
  }

  @Test
  void decode_grey_staysGrey() throws Exception {
    byte[] jpeg = TestImages.jpeg(TestImages.grey());
    TestImages.assertSame(
        TestImages.decode(jpeg), TestImages.openCv(jpeg, Layout.GREY), Layout.GREY);
  }

  @Test
  void decode_withoutColour_givesTheJpegsOwnBrightness() throws Exception {
    byte[] jpeg = TestImages.jpeg();
    TestImages.assertSame(
        GREY_ONLY.decode(jpeg), TestImages.openCv(jpeg, Layout.GREY), Layout.GREY);
    assertThat(GREY_ONLY.withColour(false)).isSameAs(GREY_ONLY);
    assertThat(GREY_ONLY.withColour(true).decode(jpeg).layout()).isEqualTo(Layout.RGB);
  }

  @Test
  void decode_jpegOfRgbComponents_givesTheColoursBrightness() throws Exception {
    byte[] jpeg =
        TestImages.jpeg(TestImages.rgb(), Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR, 0x111111);
    byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
    byte[] bare =
        join(Arrays.copyOf(jpeg, 2), Arrays.copyOfRange(jpeg, 20, jpeg.length)); // no JFIF
    byte[] rgbJpeg = withSegment(bare, 0xEE, adobe);
    BlurImage image = TestImages.decode(rgbJpeg);
    byte[] usual = TestImages.openCv(jpeg, Layout.GREY);
    assertThat(image.pixels()[0]).as("Y is taken for red").isEqualTo(usual[0]);
    byte[] expected = image.luma().data();
    byte[] found = GREY_ONLY.decode(rgbJpeg).pixels();
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i] & 0xFF).isCloseTo(expected[i] & 0xFF, within(1));
    }
  }

  @Test
  void decode_progressiveWithRestarts_matchesOpenCv() throws Exception {
    int[][] kinds = {
      {Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1},
      {Imgcodecs.IMWRITE_JPEG_RST_INTERVAL, 1},
      {Imgcodecs.IMWRITE_JPEG_RST_INTERVAL, 2, Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1},
      {Imgcodecs.IMWRITE_JPEG_QUALITY, 5, Imgcodecs.IMWRITE_JPEG_OPTIMIZE, 1},
      {Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR, Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444},
      {Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR, Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_411},
      {Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR, Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_440},
    };
    for (int[] kind : kinds) {
      byte[] jpeg = TestImages.encode(".jpg", TestImages.rgb(61, 47), 61, 47, kind);
      TestImages.assertSame(
          TestImages.decode(jpeg), TestImages.openCv(jpeg, Layout.RGB), 61, 47, Layout.RGB);
      TestImages.assertSame(
          GREY_ONLY.decode(jpeg), TestImages.openCv(jpeg, Layout.GREY), 61, 47, Layout.GREY);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void decode_exifOrientation_isApplied(int orientation) throws Exception {
    byte[] jpeg = TestImages.jpeg();
    byte[] stored = TestImages.openCv(jpeg, Layout.RGB);
    byte[] storedGrey = TestImages.openCv(jpeg, Layout.GREY);
    for (boolean big : new boolean[] {false, true}) {
      byte[] turned = withExif(jpeg, Orientations.exif(orientation, big));
      BlurImage image = TestImages.decode(turned);
      assertThat(
              Orientations.matches(
                  GREY_ONLY.decode(turned),
                  storedGrey,
                  TestImages.WIDTH,
                  TestImages.HEIGHT,
                  orientation))
          .isTrue();
      assertThat(
              Orientations.matches(image, stored, TestImages.WIDTH, TestImages.HEIGHT, orientation))
          .isTrue();
    }
  }

  @Test
  void decode_exifOrientationOfGrey_isApplied() throws Exception {
    byte[] jpeg = TestImages.jpeg(TestImages.grey());
    BlurImage image = TestImages.decode(withExif(jpeg, Orientations.exif(6, false)));
    byte[] stored = TestImages.openCv(jpeg, Layout.GREY);
    assertThat(Orientations.matches(image, stored, TestImages.WIDTH, TestImages.HEIGHT, 6))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 256, 65535})
  void decode_exifOrientationOutOfRange_countsAsUpright(int orientation) throws Exception {
    byte[] jpeg = TestImages.jpeg();
    BlurImage image = TestImages.decode(withExif(jpeg, Orientations.exif(orientation, true)));
    TestImages.assertSame(image, TestImages.openCv(jpeg, Layout.RGB), Layout.RGB);
  }

  @Test
  void decode_damagedExif_countsAsUpright() throws Exception {
    byte[] jpeg = TestImages.jpeg();
    byte[] exif = Orientations.exif(6, false);
    for (int length = 0; length < 20; length++) {
      BlurImage image = TestImages.decode(withExif(jpeg, Arrays.copyOf(exif, length)));
      assertThat(image.width()).isEqualTo(TestImages.WIDTH);
    }
  }

  @Test
  void decode_thumbnailInsideExif_isPassedOver() throws Exception {
    byte[] jpeg = TestImages.jpeg();
    byte[] thumbnail = TestImages.encode(".jpg", TestImages.rgb(8, 8), 8, 8);
    byte[] withThumbnail = withExif(jpeg, join(Orientations.exif(1, true), thumbnail));
    TestImages.assertSame(
        TestImages.decode(withThumbnail), TestImages.openCv(jpeg, Layout.RGB), Layout.RGB);
    int inThumbnail = 2 + 4 + 6 + 26 + thumbnail.length;
    assertThat(problem(Arrays.copyOf(withThumbnail, inThumbnail))).isEqualTo(Problem.TRUNCATED);
    assertThat(problem(Arrays.copyOf(withThumbnail, withThumbnail.length - 10)))
        .isEqualTo(Problem.TRUNCATED);
  }

  @Test
  void decode_bytesAfterTheEnd_areIgnored() throws Exception {
    byte[] jpeg = TestImages.jpeg();
    byte[] expected = TestImages.openCv(jpeg, Layout.RGB);
    byte[] second = TestImages.encode(".jpg", TestImages.rgb(8, 8), 8, 8);
    for (byte[] tail : new byte[][] {new byte[100], {'\n'}, second, {-1, -1, -1}}) {
      TestImages.assertSame(TestImages.decode(join(jpeg, tail)), expected, Layout.RGB);
    }
  }

  @Test
  void decode_cutAnywhere_isRefused() {
    for (int[] kind : new int[][] {{}, {Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1}}) {
      byte[] jpeg = TestImages.jpeg(TestImages.rgb(), kind);
      for (int length = 2; length < jpeg.length; length++) {
        assertThat(problem(Arrays.copyOf(jpeg, length)))
            .as("cut to %d of %d", length, jpeg.length)
            .isEqualTo(Problem.TRUNCATED);
      }
    }
  }

  @Test
  void decode_zerosForTheRest_isRefused() {
    byte[] jpeg = TestImages.jpeg();
    byte[] half = Arrays.copyOf(Arrays.copyOf(jpeg, jpeg.length - 40), jpeg.length);
    assertThat(problem(half)).isEqualTo(Problem.TRUNCATED);
  }

  @Test
  void decode_hugeHeader_isRefusedBeforeDecoding() {
    byte[] jpeg = TestImages.jpeg();
    int frame = 0;
    while (jpeg[frame] != (byte) 0xFF || jpeg[frame + 1] != (byte) 0xC0) {
      frame++;
    }
    byte side = (byte) (60_000 >> 8);
    jpeg[frame + 5] = side;
    jpeg[frame + 6] = (byte) 60_000;
    jpeg[frame + 7] = side;
    jpeg[frame + 8] = (byte) 60_000;
    ImageDecodeException thrown =
        catchThrowableOfType(ImageDecodeException.class, () -> TestImages.decode(jpeg));
    assertThat(thrown.problem()).isEqualTo(Problem.TOO_LARGE);
    assertThat(thrown).hasMessageContaining("60000 x 60000").hasMessageContaining("50000000");
    byte[] headerOnly = Arrays.copyOf(jpeg, frame + 20);
    assertThat(problem(headerOnly)).isEqualTo(Problem.TOO_LARGE);
  }

  @Test
  void decode_withoutScanOrFrame_isRefused() {
    byte[] bare = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9};
    assertThat(problem(bare)).isEqualTo(Problem.CORRUPT);
    byte[] jpeg = TestImages.jpeg();
    int frame = 0;
    while (jpeg[frame] != (byte) 0xFF || jpeg[frame + 1] != (byte) 0xC0) {
      frame++;
    }
    jpeg[frame + 1] = (byte) 0xE5;
    assertThat(problem(jpeg)).isEqualTo(Problem.CORRUPT);
    jpeg[frame + 1] = (byte) 0xC3; // lossless
    assertThat(problem(jpeg)).isEqualTo(Problem.UNSUPPORTED);
  }

  @Test
  void decode_adobeCmyk_givesRgb() throws Exception {
    // 8 x 8, C = 40, M = 80, Y = 120, K = 30 of 255, quality 100; written by Pillow 9.4.
    byte[] cmyk = Base64.getDecoder().decode(CMYK);
    BlurImage image = TestImages.decode(cmyk);
    assertThat(image.layout()).isEqualTo(Layout.RGB);
    // (255 - C) (255 - K) / 255, and so on; OpenCV truncates.
    assertThat(image.pixels()[0] & 0xFF).isBetween(188, 191);
    assertThat(image.pixels()[1] & 0xFF).isBetween(153, 156);
    assertThat(image.pixels()[2] & 0xFF).isBetween(117, 120);
    int adobe = new String(cmyk, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("Adobe");
    cmyk[adobe] = 'X';
    assertThat(problem(cmyk)).isEqualTo(Problem.UNSUPPORTED);
  }

  private static final String CMYK =
      "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"
          + "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EABYAAQEBAAAAAAAAAAAA"
          + "AAAAAAoGCf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAOBEMATQBZAEsAAD8AVw14XBhD/9k=";
}
