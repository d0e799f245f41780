package io.github.blurdetect.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurImage.Layout;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.image.internal.DrawnJpegs;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** A JPEG's brightness, whole and by its halves, is what libjpeg makes of it, to the bit. */
class JpegBrightnessTest {
  private static final ImageDecoder GREY_ONLY = ImageDecoder.defaults().withColour(false);

  /** A picture with the sharpest edges and all levels, and a flat part. */
  private static byte[] picture(int width, int height, int channels) {
    SplittableRandom random = new SplittableRandom(width);
    byte[] samples = new byte[width * height * channels];
    for (int i = 0; i < samples.length; i++) {
      int x = i / channels % width;
      boolean print = x % 37 < 5 && i / channels / width % 23 < 11;
      samples[i] = (byte) (x < width / 3 ? random.nextInt(256) : print ? 0 : 250 + x % 6);
    }
    return samples;
  }

  private static LumaPlane openCv(byte[] jpeg, int flags) {
    Mat pixels =
        Imgcodecs.imdecode(new MatOfByte(jpeg), flags | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
    byte[] data = new byte[(int) pixels.total()];
    pixels.get(0, 0, data);
    return new LumaPlane(data, pixels.cols(), pixels.rows(), pixels.cols());
  }

  /** The plane without what exceeds a size. */
  private static byte[] cropped(LumaPlane plane, int width, int height) {
    byte[] out = new byte[width * height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(plane.data(), y * plane.stride(), out, y * width, width);
    }
    return out;
  }

  private static void assertWholeIsLibjpegs(byte[] jpeg, String what) throws Exception {
    BlurImage image = GREY_ONLY.decode(jpeg);
    byte[] expected = openCv(jpeg, Imgcodecs.IMREAD_GRAYSCALE).data();
    assertThat(Arrays.mismatch(image.pixels(), expected)).as(what).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 50, 75, 90, 95, 100})
  void decode_anyQualityAndSize_isLibjpegs(int quality) throws Exception {
    int[][] sizes = {{1, 1}, {7, 9}, {8, 8}, {17, 16}, {100, 61}, {641, 33}, {3841, 17}};
    for (int[] size : sizes) {
      for (int channels : new int[] {1, 3}) {
        byte[] samples = picture(size[0], size[1], channels);
        int[] settings = {Imgcodecs.IMWRITE_JPEG_QUALITY, quality};
        byte[] jpeg = TestImages.encode(".jpg", samples, size[0], size[1], settings);
        assertWholeIsLibjpegs(jpeg, size[0] + " x " + size[1] + " x " + channels);
      }
    }
  }

  @Test
  void decode_anySamplingAndRestarts_isLibjpegs() throws Exception {
    for (int sampling : new int[] {0x411111, 0x221111, 0x211111, 0x121111, 0x111111}) {
      for (int restart : new int[] {0, 1, 7}) {
        byte[] jpeg =
            TestImages.encode(
                ".jpg",
                picture(403, 59, 3),
                403,
                59,
                Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR,
                sampling,
                Imgcodecs.IMWRITE_JPEG_RST_INTERVAL,
                restart,
                Imgcodecs.IMWRITE_JPEG_OPTIMIZE,
                restart & 1);
        assertWholeIsLibjpegs(jpeg, Integer.toHexString(sampling) + " restart " + restart);
      }
    }
  }

  private static byte[] progressive(int width, int height, int channels, int... more) {
    int[] settings = Arrays.copyOf(more, more.length + 2);
    settings[more.length] = Imgcodecs.IMWRITE_JPEG_PROGRESSIVE;
    settings[more.length + 1] = 1;
    return TestImages.encode(".jpg", picture(width, height, channels), width, height, settings);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30, 75, 90, 95, 100})
  void decode_progressive_isLibjpegs(int quality) throws Exception {
    int[][] sizes = {{1, 1}, {7, 9}, {8, 8}, {17, 16}, {100, 61}, {641, 33}, {3841, 17}};
    for (int[] size : sizes) {
      for (int channels : new int[] {1, 3}) {
        int[] setting = {Imgcodecs.IMWRITE_JPEG_QUALITY, quality};
        byte[] jpeg = progressive(size[0], size[1], channels, setting);
        assertThat(DrawnJpegs.isDrawn(jpeg)).isTrue();
        assertWholeIsLibjpegs(jpeg, size[0] + " x " + size[1] + " x " + channels);
      }
    }
  }

  @Test
  void decode_progressiveWithAnySamplingAndRestarts_isLibjpegs() throws Exception {
    for (int sampling : new int[] {0x411111, 0x221111, 0x211111, 0x121111, 0x111111}) {
      for (int restart : new int[] {0, 1, 7}) {
        int[] settings = {
          Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR,
          sampling,
          Imgcodecs.IMWRITE_JPEG_RST_INTERVAL,
          restart
        };
        byte[] jpeg = progressive(403, 59, 3, settings);
        assertThat(DrawnJpegs.isDrawn(jpeg)).isTrue();
        assertWholeIsLibjpegs(jpeg, Integer.toHexString(sampling) + " restart " + restart);
      }
    }
  }

  /** Libjpeg smooths blocks of which something is lacking. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void decode_progressiveWithoutItsLastScans_isLibjpegs(int channels) throws Exception {
    byte[] jpeg = progressive(300, 200, channels);
    List<Integer> ends = JpegScans.ends(jpeg);
    for (int end : ends.subList(0, ends.size() - 1)) {
      byte[] less = Arrays.copyOf(jpeg, end + 2);
      less[end] = (byte) 0xFF;
      less[end + 1] = (byte) 0xD9;
      assertThat(DrawnJpegs.isDrawn(less)).isEqualTo(JpegScans.completesFirst(jpeg, end));
      assertWholeIsLibjpegs(less, "to byte " + end);
    }
  }

  /** A bit more of what never came is for libjpeg to say what it means, if it is not damage. */
  @Test
  void decode_progressiveScansExchanged_isLibjpegsOrRefused() throws Exception {
    byte[] jpeg = progressive(300, 200, 1);
    List<Integer> ends = JpegScans.ends(jpeg);
    int decoded = 0;
    for (int i = 0; i + 2 < ends.size(); i++) {
      byte[] exchanged = JpegScans.exchanged(jpeg, ends.get(i), ends.get(i + 1), ends.get(i + 2));
      try {
        assertWholeIsLibjpegs(exchanged, "scans " + (i + 1) + " and " + (i + 2));
        decoded++;
      } catch (ImageDecodeException e) {
        assertThat(e.problem()).isEqualTo(ImageDecodeException.Problem.CORRUPT);
      }
    }
    assertThat(decoded).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"3000,2000,3", "3001,2003,3", "2003,3001,1", "6000,1001,3"})
  void decode_large_givesLibjpegsHalvesThenAll(int width, int height, int channels)
      throws Exception {
    byte[] jpeg = TestImages.encode(".jpg", picture(width, height, channels), width, height);
    byte[] lent = jpeg.clone();
    BlurImage image = GREY_ONLY.decode(lent);
    Arrays.fill(lent, (byte) 0); // The caller may use its array again.
    assertThat(image.layout()).isEqualTo(Layout.GREY);
    LumaPlane half = image.halvedLuma(1);
    LumaPlane expected = openCv(jpeg, Imgcodecs.IMREAD_REDUCED_GRAYSCALE_2);
    byte[] inner = cropped(expected, width / 2, height / 2);
    assertThat(Arrays.mismatch(half.data(), inner)).isEqualTo(-1);
    byte[] whole = openCv(jpeg, Imgcodecs.IMREAD_GRAYSCALE).data();
    assertThat(Arrays.mismatch(image.pixels(), whole)).isEqualTo(-1);
    assertThat(image.halvedLuma(1)).isSameAs(half);
  }

  @ParameterizedTest
  @CsvSource({"2,true", "6,true", "7,true", "3,false"})
  void decode_largeTurned_halvesAreThoseOfItsPixels(int orientation, boolean even)
      throws Exception {
    int width = even ? 3000 : 3001;
    int height = even ? 2000 : 2001;
    byte[] jpeg = TestImages.encode(".jpg", smooth(width, height), width, height);
    BlurImage image =
        GREY_ONLY.decode(JpegDecodeTest.withExif(jpeg, Orientations.exif(orientation, true)));
    LumaPlane half = image.halvedLuma(1);
    LumaPlane expected = image.luma().halved();
    assertThat(half.width()).isEqualTo(expected.width());
    for (int i = 0; i < half.data().length; i++) {
      int difference = (half.data()[i] & 0xFF) - (expected.data()[i] & 0xFF);
      if (Math.abs(difference) > 1) {
        throw new AssertionError("differs by " + difference + " at " + i);
      }
    }
    byte[] stored = openCv(jpeg, Imgcodecs.IMREAD_GRAYSCALE).data();
    assertThat(Orientations.matches(image, stored, width, height, orientation)).isTrue();
  }

  /** Parts of many sizes, at the borders too, taken from many threads before all is decoded. */
  private static void assertPartsAreLibjpegs(BlurImage image, String what) {
    List<int[]> places = new ArrayList<>();
    List<LumaPlane> parts = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(image.width());
    for (int i = 0; i < 60; i++) {
      int width = i == 0 ? image.width() : 1 + random.nextInt(i % 3 == 0 ? 700 : 40);
      int height = i == 1 ? image.height() : 1 + random.nextInt(i % 5 == 0 ? 300 : 40);
      int left = i % 7 == 2 ? image.width() - width : random.nextInt(image.width() - width + 1);
      int top = i % 7 == 3 ? image.height() - height : random.nextInt(image.height() - height + 1);
      places.add(new int[] {left, top, width, height});
    }
    places.parallelStream()
        .map(p -> image.lumaPart(p[0], p[1], p[2], p[3]))
        .forEachOrdered(parts::add);
    for (int i = 0; i < parts.size(); i++) {
      int[] p = places.get(i);
      byte[] expected = image.luma().part(p[0], p[1], p[2], p[3]).data();
      assertThat(parts.get(i).data()).as(what + Arrays.toString(p)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0x411111,0",
    "0x411111,7",
    "0x221111,0",
    "0x221111,1",
    "0x221111,190",
    "0x211111,5",
    "0x121111,0"
  })
  void lumaPart_anySamplingAndRestarts_isThatOfTheWhole(int sampling, int restart)
      throws Exception {
    int width = 3003;
    int height = 2005;
    byte[] jpeg =
        TestImages.encode(
            ".jpg",
            picture(width, height, 3),
            width,
            height,
            Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR,
            sampling,
            Imgcodecs.IMWRITE_JPEG_RST_INTERVAL,
            restart);
    byte[] lent = jpeg.clone();
    BlurImage image = GREY_ONLY.decode(lent);
    Arrays.fill(lent, (byte) 0);
    assertPartsAreLibjpegs(image, Integer.toHexString(sampling) + " restart " + restart + " ");
    byte[] whole = openCv(jpeg, Imgcodecs.IMREAD_GRAYSCALE).data();
    assertThat(Arrays.mismatch(image.pixels(), whole)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void lumaPart_turned_isThatOfTheWhole(int orientation) throws Exception {
    byte[] jpeg = TestImages.encode(".jpg", picture(3002, 2006, 1), 3002, 2006);
    BlurImage image =
        GREY_ONLY.decode(JpegDecodeTest.withExif(jpeg, Orientations.exif(orientation, true)));
    assertPartsAreLibjpegs(image, "orientation " + orientation);
    byte[] stored = openCv(jpeg, Imgcodecs.IMREAD_GRAYSCALE).data();
    assertThat(Orientations.matches(image, stored, 3002, 2006, orientation)).isTrue();
  }

  @Test
  void lumaPart_brightnessInAScanOfItsOwn_isThatOfTheWhole() throws Exception {
    byte[] grey = TestImages.encode(".jpg", picture(3001, 2003, 1), 3001, 2003);
    assertPartsAreLibjpegs(GREY_ONLY.decode(scans(grey, 1, 2, 3)), "one scan a component");
  }

  @Test
  void lumaPart_smallOrInColour_isThatOfTheWhole() throws Exception {
    byte[] jpeg = TestImages.encode(".jpg", picture(800, 600, 3), 800, 600);
    assertPartsAreLibjpegs(GREY_ONLY.decode(jpeg), "small");
    assertPartsAreLibjpegs(ImageDecoder.defaults().decode(jpeg), "in colour");
  }

  /** Levels that need no clipping. */
  private static byte[] smooth(int width, int height) {
    byte[] samples = new byte[width * height];
    for (int i = 0; i < samples.length; i++) {
      int x = i % width;
      int y = i / width;
      samples[i] = (byte) (60 + 130L * x / width + (x / 20 + y / 30) % 3 * 15);
    }
    return samples;
  }

  @Test
  void decode_largeWithMissingEnd_isRefusedAtOnce() {
    byte[] jpeg = TestImages.encode(".jpg", picture(3000, 2000, 1), 3000, 2000);
    for (int length : new int[] {jpeg.length / 2, jpeg.length - 2}) {
      assertThatExceptionOfType(ImageDecodeException.class)
          .isThrownBy(() -> GREY_ONLY.decode(Arrays.copyOf(jpeg, length)));
    }
  }

  @Test
  void decode_brightnessInAScanOfItsOwn_isLibjpegs() throws Exception {
    byte[] grey = TestImages.encode(".jpg", picture(83, 47, 1), 83, 47);
    assertWholeIsLibjpegs(scans(grey, 1, 2, 3), "one scan a component");
  }

  @Test
  void decode_brightnessInTwoScans_isLeftToLibjpeg() throws Exception {
    byte[] grey = TestImages.encode(".jpg", picture(83, 47, 1), 83, 47);
    assertWholeIsLibjpegs(scans(grey, 1, 2, 1, 3), "two scans of the first component");
  }

  @Test
  void decode_oddTablesOfColours_areRefusedAsInColour() {
    byte[] jpeg = TestImages.jpeg();
    int quantisation = marker(jpeg, 0xDB, 2);
    int codes = marker(jpeg, 0xC4, 3);
    int frame = marker(jpeg, 0xC0, 1);
    int[][] changes = {
      {2, 0x9E}, // no marker after the first
      {quantisation + 4, 0x63}, // a table's number
      {codes + 4 + 17, 0x63}, // a size of 99 bits
      {codes + 4 + 15, 15}, // more codes than the segment holds
      {frame + 4 + 6 + 3 * 2 + 2, 3} // a component's table that is not there
    };
    for (int[] change : changes) {
      byte[] odd = jpeg.clone();
      odd[change[0]] = (byte) change[1];
      assertThatExceptionOfType(ImageDecodeException.class)
          .as("byte %d", change[0])
          .isThrownBy(() -> TestImages.decode(odd));
    }
  }

  /** A JPEG of three components with the data of a grey one in a scan for each of the ids. */
  private static byte[] scans(byte[] grey, int... ids) {
    int frame = marker(grey, 0xC0);
    int scan = marker(grey, 0xDA);
    int frameEnd = frame + 2 + grey[frame + 3];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(grey, 0, frame + 3);
    out.write(17);
    out.write(grey, frame + 4, 5);
    out.write(3);
    for (int id = 1; id <= 3; id++) {
      out.writeBytes(new byte[] {(byte) id, 0x11, 0});
    }
    out.write(grey, frameEnd, scan - frameEnd);
    for (int id : ids) {
      out.write(grey, scan, 5);
      out.write(id);
      out.write(grey, scan + 6, grey.length - 2 - scan - 6);
    }
    out.write(grey, grey.length - 2, 2);
    return out.toByteArray();
  }

  private static int marker(byte[] jpeg, int code) {
    return marker(jpeg, code, 1);
  }

  /** Where the n-th marker of a code stands. */
  private static int marker(byte[] jpeg, int code, int n) {
    int at = 2;
    int left = n;
    while ((jpeg[at + 1] & 0xFF) != code || --left > 0) {
      at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
    }
    return at;
  }
}
