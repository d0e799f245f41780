package io.github.blurdetect.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.BlurImage.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlurImageTest {

  @ParameterizedTest
  @CsvSource({
    // Made with OpenCV 4.6.0, cv2.cvtColor(a, cv2.COLOR_RGB2GRAY).
    "0, 0, 0, 0",
    "255, 255, 255, 255",
    "255, 0, 0, 76",
    "0, 255, 0, 150",
    "0, 0, 255, 29",
    "216, 88, 140, 132",
    "58, 193, 230, 157",
    "39, 87, 174, 83",
    "88, 81, 165, 93",
    "25, 77, 72, 61",
    "9, 148, 115, 103",
    "208, 243, 197, 227",
    "254, 79, 175, 142",
    "192, 82, 99, 117"
  })
  void luma_ofColour_isOpenCvs(int red, int green, int blue, int expected) {
    BlurImage image = BlurImage.rgb(new byte[] {(byte) red, (byte) green, (byte) blue}, 1, 1);
    assertThat(image.luma().get(0, 0)).isEqualTo(expected);
  }

  @Test
  void luma_ofRandomPicture_matchesBt601WithinHalfAndFixedPointError() {
    byte[] pixels = random(3 * 61 * 47);
    LumaPlane luma = BlurImage.rgb(pixels, 61, 47).luma();
    assertThat(luma.stride()).isEqualTo(61);
    for (int y = 0; y < 47; y++) {
      for (int x = 0; x < 61; x++) {
        int at = 3 * (61 * y + x);
        double exact =
            0.299 * (pixels[at] & 0xFF)
                + 0.587 * (pixels[at + 1] & 0xFF)
                + 0.114 * (pixels[at + 2] & 0xFF);
        assertThat((double) luma.get(x, y)).isCloseTo(exact, within(0.52));
      }
    }
  }

  @Test
  void luma_ofEqualChannels_isTheChannel() {
    byte[] pixels = new byte[3 * 256];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i / 3);
    }
    LumaPlane luma = BlurImage.rgb(pixels, 256, 1).luma();
    for (int x = 0; x < 256; x++) {
      assertThat(luma.get(x, 0)).isEqualTo(x);
    }
  }

  @Test
  void luma_ofRowsWithGaps_skipsTheGaps() {
    byte[] pixels = random(4 * 23);
    BlurImage gaps = BlurImage.of(pixels, 5, 4, 23, Layout.RGB);
    byte[] tight = new byte[3 * 5 * 4];
    for (int y = 0; y < 4; y++) {
      System.arraycopy(pixels, 23 * y, tight, 15 * y, 15);
    }
    assertThat(gaps.luma().data()).containsExactly(BlurImage.rgb(tight, 5, 4).luma().data());
  }

  @Test
  void luma_ofGrey_isThePixelsThemselves() {
    byte[] pixels = random(7 * 4);
    BlurImage image = BlurImage.of(pixels, 5, 4, 7, Layout.GREY);
    assertThat(image.luma().data()).isSameAs(pixels);
    assertThat(image.luma().stride()).isEqualTo(7);
    assertThat(image.luma().get(4, 3)).isEqualTo(pixels[25] & 0xFF);
  }

  @Test
  void luma_askedForByManyThreads_isOneInstance() throws Exception {
    BlurImage image = BlurImage.rgb(random(3 * 200 * 200), 200, 200);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<LumaPlane>> planes = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        planes.add(threads.submit(image::luma));
      }
      for (Future<LumaPlane> plane : planes) {
        assertThat(plane.get()).isSameAs(image.luma());
      }
    } finally {
      threads.shutdown();
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1,3", "1,8,1", "8,1,8", "2,2,2", "3,5,4", "37,24,64", "19,2,20", "131,17,140"})
  void halved_anySize_matchesNaive(int width, int height, int stride) {
    LumaPlane in = new LumaPlane(random(stride * height), width, height, stride);
    LumaPlane out = in.halved();
    assertThat(out.width()).isEqualTo(Math.max(1, width / 2));
    assertThat(out.height()).isEqualTo(Math.max(1, height / 2));
    for (int y = 0; y < out.height(); y++) {
      for (int x = 0; x < out.width(); x++) {
        int right = Math.min(width - 1, 2 * x + 1);
        int below = Math.min(height - 1, 2 * y + 1);
        int sum =
            in.get(2 * x, 2 * y)
                + in.get(right, 2 * y)
                + in.get(2 * x, below)
                + in.get(right, below);
        assertThat(out.get(x, y)).isEqualTo((int) Math.floor(sum / 4.0 + 0.5));
      }
    }
  }

  @Test
  void halvedLuma_anyNumber_isHalvedSoOften() {
    BlurImage image = BlurImage.rgb(random(3 * 21 * 13), 21, 13);
    assertThat(image.halvedLuma(0)).isSameAs(image.luma());
    LumaPlane twice = image.luma().halved().halved();
    assertThat(image.halvedLuma(2).data()).containsExactly(twice.data());
    assertThat(image.halvedLuma(2)).isSameAs(image.halvedLuma(2));
    assertThat(image.halvedLuma(31).width()).isEqualTo(1);
    for (int wrong : new int[] {-1, 32}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> image.halvedLuma(wrong))
          .withMessage(wrong + " halvings, expected 0 to 31");
    }
  }

  @Test
  void halvedImage_coarsePlanesWanted_neverAsksForItsPixels() {
    LumaPlane half = new LumaPlane(random(10 * 6), 10, 6, 10);
    BlurImage image =
        BlurImage.halved(
            half,
            21,
            12,
            () -> {
              throw new AssertionError("asked");
            });
    assertThat(image.halvedLuma(1)).isSameAs(half);
    assertThat(image.halvedLuma(2).data()).containsExactly(half.halved().data());
    assertThat(image).hasToString("BlurImage[21 x 12 GREY]");
    assertThat(image.stride()).isEqualTo(21);
  }

  @Test
  void halvedImage_manyThreadsWantPixels_asksOnceAndKeepsItsHalf() throws Exception {
    LumaPlane full = new LumaPlane(random(200 * 100), 200, 100, 200);
    LumaPlane half = new LumaPlane(new byte[100 * 50], 100, 50, 100);
    AtomicInteger asked = new AtomicInteger();
    BlurImage image =
        BlurImage.halved(
            half,
            200,
            100,
            () -> {
              asked.incrementAndGet();
              return full;
            });
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<byte[]>> found = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        found.add(threads.submit(image::pixels));
      }
      for (Future<byte[]> pixels : found) {
        assertThat(pixels.get()).isSameAs(full.data());
      }
    } finally {
      threads.shutdown();
    }
    assertThat(asked).hasValue(1);
    assertThat(image.luma()).isSameAs(full);
    assertThat(image.halvedLuma(1)).as("whoever asked first").isSameAs(half);
  }

  @Test
  void lumaPart_anyImage_isThatOfThePlane() {
    BlurImage image = BlurImage.of(random(90 * 40), 29, 40, 90, BlurImage.Layout.RGB);
    LumaPlane part = image.lumaPart(3, 5, 26, 35);
    assertThat(part).extracting(LumaPlane::width, LumaPlane::height).containsExactly(26, 35);
    for (int y = 0; y < 35; y++) {
      for (int x = 0; x < 26; x++) {
        assertThat(part.get(x, y)).isEqualTo(image.luma().get(3 + x, 5 + y));
      }
    }
    int[][] wrong = {
      {-1, 0, 2, 2}, {0, -1, 2, 2}, {0, 0, 0, 1}, {0, 0, 1, 0}, {3, 0, 27, 1}, {0, 39, 1, 2}
    };
    for (int[] p : wrong) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> image.lumaPart(p[0], p[1], p[2], p[3]))
          .withMessageEndingWith("inside 29 x 40");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> image.luma().part(Integer.MAX_VALUE, 0, Integer.MAX_VALUE, 1));
  }

  @Test
  void halvedImage_partWanted_isAskedForUntilAllIsThere() {
    LumaPlane full = new LumaPlane(random(20 * 12), 20, 12, 20);
    LumaPlane half = full.halved();
    AtomicInteger parts = new AtomicInteger();
    AtomicInteger wholes = new AtomicInteger();
    BlurImage image =
        BlurImage.halved(
            half,
            20,
            12,
            () -> {
              wholes.incrementAndGet();
              return full;
            },
            (left, top, width, height) -> {
              parts.incrementAndGet();
              return full.part(left, top, width, height);
            });
    byte[] expected = full.part(7, 1, 5, 11).data();
    assertThat(image.lumaPart(7, 1, 5, 11).data()).containsExactly(expected);
    assertThat(parts).hasValue(1);
    assertThat(wholes).hasValue(0);
    assertThat(image.luma()).isSameAs(full);
    assertThat(image.lumaPart(7, 1, 5, 11).data()).containsExactly(expected);
    assertThat(parts).hasValue(1);
    BlurImage ofWhole = BlurImage.halved(half, 20, 12, () -> full);
    assertThat(ofWhole.lumaPart(7, 1, 5, 11).data()).containsExactly(expected);
    BlurImage wrong = BlurImage.halved(half, 20, 12, () -> full, (l, t, w, h) -> half);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wrong.lumaPart(7, 1, 5, 11))
        .withMessage("part is 10 x 6, expected 5 x 11");
  }

  @Test
  void halvedImage_planesOfOtherSizes_areRefused() {
    LumaPlane half = new LumaPlane(new byte[100], 10, 10, 10);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BlurImage.halved(half, 22, 20, () -> half))
        .withMessage("halved plane is 10 x 10, expected 11 x 10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BlurImage.halved(half, 0, 20, () -> half))
        .withMessageContaining("expected at least 1 x 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BlurImage.halved(half, 21, 20, () -> half).luma())
        .withMessage("plane of the source is 10 x 10, expected 21 x 20");
    LumaPlane gaps = new LumaPlane(new byte[25 * 20], 21, 20, 25);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BlurImage.halved(half, 21, 20, () -> gaps).pixels())
        .withMessage("plane of the source has stride 25, expected 21");
  }

  @Test
  void factory_keepsGeometryAndArray() {
    byte[] pixels = new byte[100];
    BlurImage image = BlurImage.of(pixels, 7, 4, 25, Layout.RGB);
    assertThat(image.pixels()).isSameAs(pixels);
    assertThat(image.width()).isEqualTo(7);
    assertThat(image.height()).isEqualTo(4);
    assertThat(image.stride()).isEqualTo(25);
    assertThat(image).hasToString("BlurImage[7 x 4 RGB]");
    assertThat(BlurImage.rgb(pixels, 7, 4).stride()).isEqualTo(21);
    assertThat(BlurImage.grey(pixels, 7, 4).stride()).isEqualTo(7);
  }

  @Test
  void factory_lastRowWithoutItsGap_isEnough() {
    assertThat(BlurImage.of(new byte[2 * 10 + 6], 2, 3, 10, Layout.RGB).height()).isEqualTo(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BlurImage.of(new byte[2 * 10 + 5], 2, 3, 10, Layout.RGB))
        .withMessage("pixel array has 25 bytes, expected at least 26");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0", "-1, 1", "1, -1", "-2147483648, 1"})
  void factory_sideUnderOne_isRefused(int width, int height) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BlurImage.grey(new byte[9], width, height))
        .withMessageContaining("expected at least 1 x 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BlurImage.rgb(new byte[9], width, height))
        .withMessageContaining("expected at least 1 x 1");
  }

  @Test
  void factory_sizeBeyondInt_isRefusedWithoutOverflow() {
    byte[] pixels = new byte[10];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BlurImage.grey(pixels, 65_536, 65_536))
        .withMessageContaining("expected at least 4294967296");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BlurImage.rgb(pixels, 1_000_000_000, 1))
        .withMessageContaining("3000000000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LumaPlane(pixels, 5, Integer.MAX_VALUE, Integer.MAX_VALUE));
  }

  @Test
  void factory_strideUnderRow_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BlurImage.of(new byte[100], 4, 2, 11, Layout.RGB))
        .withMessage("stride is 11, expected at least 12");
  }

  @Test
  @SuppressWarnings("NullAway") // Callers without null checks exist.
  void factory_null_isRefused() {
    assertThatNullPointerException().isThrownBy(() -> BlurImage.grey(null, 1, 1));
    assertThatNullPointerException().isThrownBy(() -> new LumaPlane(null, 1, 1, 1));
  }

  @Test
  void derived_manyAsk_isComputedOnceAKind() {
    BlurImage image = BlurImage.grey(new byte[6], 3, 2);
    AtomicInteger computed = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      StringBuilder text =
          image.derived(
              StringBuilder.class,
              each -> new StringBuilder().append(each.width()).append(computed.incrementAndGet()));
      assertThat(text).hasToString("31");
    }
    // One kind may be derived from another.
    assertThat(
            image.derived(
                String.class,
                each -> "" + each.derived(StringBuilder.class, again -> new StringBuilder())))
        .isEqualTo("31");
  }

  @Test
  void derived_failure_isThrownAndTriedAnew() {
    BlurImage image = BlurImage.grey(new byte[1], 1, 1);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                image.derived(
                    String.class,
                    each -> {
                      throw new IllegalStateException("not yet");
                    }));
    assertThat(image.derived(String.class, each -> "now")).isEqualTo("now");
  }

  @Test
  void lumaGet_outsideThePlane_isRefused() {
    LumaPlane plane = new LumaPlane(new byte[20], 4, 2, 10);
    assertThat(plane.get(3, 1)).isZero();
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> plane.get(4, 0));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> plane.get(0, 2));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> plane.get(-1, 0));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(1).nextBytes(bytes);
    return bytes;
  }
}
