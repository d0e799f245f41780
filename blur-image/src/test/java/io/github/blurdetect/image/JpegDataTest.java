package io.github.blurdetect.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.image.ImageDecodeException.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.opencv.imgcodecs.Imgcodecs;

/** Damage inside a JPEG's entropy-coded data, which OpenCV decodes without a word. */
class JpegDataTest {
  private static final int W = 200;
  private static final int H = 150;

  private static byte[] jpeg(int... params) {
    byte[] rgb = TestImages.rgb(W, H);
    byte[] noise = new byte[rgb.length];
    new SplittableRandom(1).nextBytes(noise);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] ^= (byte) (noise[i] & 0x1F);
    }
    return TestImages.encode(".jpg", rgb, W, H, params);
  }

  private static List<byte[]> kinds() {
    return List.of(
        jpeg(),
        jpeg(Imgcodecs.IMWRITE_JPEG_QUALITY, 30, Imgcodecs.IMWRITE_JPEG_OPTIMIZE, 1),
        jpeg(Imgcodecs.IMWRITE_JPEG_QUALITY, 100),
        jpeg(Imgcodecs.IMWRITE_JPEG_RST_INTERVAL, 5),
        jpeg(Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR, Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444),
        jpeg(Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1),
        jpeg(Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1, Imgcodecs.IMWRITE_JPEG_RST_INTERVAL, 7),
        TestImages.encode(".jpg", TestImages.grey(W, H), W, H),
        TestImages.encode(
            ".jpg", TestImages.grey(W, H), W, H, Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1));
  }

  /** Offsets of the data of the longest scan: first byte, and the FF of the marker after it. */
  private static int[] scan(byte[] jpeg) {
    int[] longest = {0, 0};
    for (int at = 2; at + 4 < jpeg.length; ) {
      int marker = jpeg[at + 1] & 0xFF;
      int data = at + 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
      int end = data;
      while (marker == 0xDA && (jpeg[end] != (byte) 0xFF || isData(jpeg[end + 1] & 0xFF))) {
        end++;
      }
      if (end - data > longest[1] - longest[0]) {
        longest = new int[] {data, end};
      }
      at = end;
    }
    return longest;
  }

  private static boolean isData(int code) {
    return code == 0 || code >= 0xD0 && code <= 0xD7;
  }

  private static byte[] without(byte[] jpeg, int from, int to) {
    byte[] less = Arrays.copyOf(jpeg, jpeg.length - (to - from));
    System.arraycopy(jpeg, to, less, from, jpeg.length - to);
    return less;
  }

  private static byte[] insert(byte[] jpeg, int at, byte... bytes) {
    byte[] more = Arrays.copyOf(jpeg, jpeg.length + bytes.length);
    System.arraycopy(bytes, 0, more, at, bytes.length);
    System.arraycopy(jpeg, at, more, at + bytes.length, jpeg.length - at);
    return more;
  }

  private static boolean refused(byte[] encoded) {
    ImageDecodeException thrown =
        catchThrowableOfType(ImageDecodeException.class, () -> TestImages.decode(encoded));
    if (thrown != null) {
      assertThat(thrown.problem()).isIn(Problem.TRUNCATED, Problem.CORRUPT);
      assertThat(thrown.getMessage()).containsPattern("byte \\d+");
    }
    return thrown != null;
  }

  @Test
  void decode_soundData_areAccepted() throws Exception {
    for (byte[] jpeg : kinds()) {
      BlurImage image = TestImages.decode(jpeg);
      assertThat(image.pixels()).containsExactly(TestImages.openCv(jpeg, image.layout()));
    }
  }

  @Test
  void decode_dataCutOffBeforeTheMarker_areRefused() {
    for (byte[] jpeg : kinds()) {
      int[] scan = scan(jpeg);
      for (int part = 0; part < 40; part++) {
        int from = scan[0] + (scan[1] - scan[0] - 3) * part / 39;
        assertThat(refused(without(jpeg, from, scan[1]))).as("cut at %d", from).isTrue();
      }
    }
  }

  /** Far into the data, and around the places where a reader goes on to the next stretch. */
  @Test
  void decode_dataCutOffFarIn_isToldWhere() {
    byte[] jpeg = jpeg(Imgcodecs.IMWRITE_JPEG_QUALITY, 100);
    int[] scan = scan(jpeg);
    assertThat(scan[1] - scan[0]).isGreaterThan(4 << 13);
    for (int cut = scan[0] + (3 << 13); cut < scan[0] + (4 << 13) + 600; cut += 41) {
      byte[] damaged = without(jpeg, cut, scan[1]);
      int end = jpeg[cut - 1] == (byte) 0xFF ? cut - 1 : cut;
      ImageDecodeException thrown =
          catchThrowableOfType(ImageDecodeException.class, () -> TestImages.decode(damaged));
      assertThat(thrown.problem()).isEqualTo(Problem.TRUNCATED);
      assertThat(thrown).hasMessageContaining("data end at byte " + end);
    }
  }

  @Test
  void decode_pieceMissingInsideTheData_isRefused() {
    for (byte[] jpeg : kinds()) {
      int[] scan = scan(jpeg);
      for (int part = 1; part < 30; part++) {
        int from = scan[0] + (scan[1] - scan[0]) * part / 40;
        int to = from + (scan[1] - scan[0]) / 8;
        assertThat(refused(without(jpeg, from, to))).as("%d to %d", from, to).isTrue();
      }
    }
  }

  @Test
  void decode_pieceOverwritten_isRefused() {
    for (byte[] jpeg : kinds()) {
      int[] scan = scan(jpeg);
      for (byte value : new byte[] {0, (byte) 0xAA}) {
        byte[] damaged = jpeg.clone();
        int middle = (scan[0] + scan[1]) / 2;
        Arrays.fill(damaged, middle, middle + (scan[1] - scan[0]) / 4, value);
        assertThat(refused(damaged)).isTrue();
      }
    }
  }

  @Test
  void decode_flippedBit_isOftenRefused() {
    // A flip in the bits of a coefficient's value changes no code, and after others the codes fall
    // into step again within the block: nobody can tell.
    List<Integer> shares = new ArrayList<>();
    for (byte[] jpeg : kinds()) {
      int[] scan = scan(jpeg);
      SplittableRandom random = new SplittableRandom(3);
      int refused = 0;
      for (int round = 0; round < 50; round++) {
        byte[] damaged = jpeg.clone();
        damaged[scan[0] + random.nextInt(scan[1] - scan[0])] ^= (byte) (1 << random.nextInt(8));
        refused += refused(damaged) ? 1 : 0;
      }
      shares.add(refused);
    }
    assertThat(shares).allSatisfy(share -> assertThat(share).isGreaterThan(8));
  }

  @Test
  void decode_restartMarkers_areCheckedInOrder() {
    byte[] jpeg = jpeg(Imgcodecs.IMWRITE_JPEG_RST_INTERVAL, 5);
    List<Integer> restarts = new ArrayList<>();
    int[] scan = scan(jpeg);
    for (int at = scan[0]; at < scan[1]; at++) {
      if (jpeg[at] == (byte) 0xFF && jpeg[at + 1] != 0) {
        restarts.add(at);
      }
    }
    assertThat(restarts).hasSizeGreaterThan(10);
    for (int i = 0; i + 1 < restarts.size(); i++) {
      assertThat(refused(without(jpeg, restarts.get(i), restarts.get(i + 1)))).isTrue();
      byte[] wrong = jpeg.clone();
      wrong[restarts.get(i) + 1] ^= 1;
      assertThat(refused(wrong)).isTrue();
    }
  }

  @Test
  void decode_strayBytesBeforeAMarker_areTolerated() throws Exception {
    for (byte[] jpeg : kinds()) {
      BlurImage sound = TestImages.decode(jpeg);
      int end = scan(jpeg)[1];
      for (byte[] stray : new byte[][] {{0x55}, {1, 2}, new byte[64], {-1, -1, -1, -1, -1}}) {
        BlurImage image = TestImages.decode(insert(jpeg, end, stray));
        assertThat(image.pixels()).containsExactly(sound.pixels());
      }
      assertThat(refused(insert(jpeg, end, (byte) 1, (byte) 2, (byte) 3))).isTrue();
    }
  }
}
