package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.features.TestData;
import io.github.blurdetect.image.ImageDecoder;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Against OpenCV 4.9 itself; its vector units round some sums the other way. */
class OpenCvResizeTest {

  @BeforeAll
  static void load() {
    assertThat(ImageDecoder.defaults()).isNotNull();
    nu.pattern.OpenCV.loadLocally();
  }

  static Stream<LumaPlane> planes() {
    return Stream.of(
        TestData.random(1, 1, 1, 1),
        TestData.random(1, 9, 4, 2),
        TestData.random(9, 1, 9, 3),
        TestData.random(2, 2, 2, 4),
        TestData.random(37, 53, 64, 5),
        TestData.random(641, 233, 641, 6),
        TestData.random(160, 120, 160, 7),
        TestData.waves(1733, 977));
  }

  @ParameterizedTest
  @MethodSource("planes")
  void cubic_anySize_agreesWithOpenCv(LumaPlane plane) {
    check(OpenCvResize.cubic(plane, 80, 81), plane, Imgproc.INTER_CUBIC);
  }

  @ParameterizedTest
  @MethodSource("planes")
  void linear_anySize_agreesWithOpenCv(LumaPlane plane) {
    check(OpenCvResize.linear(plane, 80, 81), plane, Imgproc.INTER_LINEAR);
  }

  private static void check(byte[] found, LumaPlane plane, int interpolation) {
    Mat in = new Mat(plane.height(), plane.width(), CvType.CV_8UC1);
    byte[] tight = new byte[plane.width() * plane.height()];
    for (int y = 0; y < plane.height(); y++) {
      System.arraycopy(plane.data(), y * plane.stride(), tight, y * plane.width(), plane.width());
    }
    in.put(0, 0, tight);
    Mat out = new Mat();
    Imgproc.resize(in, out, new Size(80, 81), 0, 0, interpolation);
    byte[] expected = new byte[80 * 81];
    out.get(0, 0, expected);
    int different = 0;
    for (int i = 0; i < expected.length; i++) {
      int difference = Math.abs((found[i] & 0xFF) - (expected[i] & 0xFF));
      assertThat(difference).as("pixel %d of %s", i, plane).isLessThanOrEqualTo(1);
      different += difference;
    }
    assertThat(different).isLessThan(expected.length / 5);
  }
}
