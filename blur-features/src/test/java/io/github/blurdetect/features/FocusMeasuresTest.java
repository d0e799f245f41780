package io.github.blurdetect.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.LumaPlane;
import java.util.Random;
import nu.pattern.OpenCV;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.imgproc.Imgproc;

class FocusMeasuresTest {

  @BeforeAll
  static void loadOpenCv() {
    OpenCV.loadLocally();
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "3, 5", "64, 48", "301, 97", "2051, 33"})
  void of_randomPlane_matchesOpenCv(int width, int height) {
    byte[] data = new byte[width * height];
    new Random(width).nextBytes(data);
    FocusMeasures ours = FocusMeasures.of(new LumaPlane(data, width, height, width));

    Mat grey = new Mat(height, width, CvType.CV_8UC1);
    grey.put(0, 0, data);
    Mat laplacian = new Mat();
    Imgproc.Laplacian(grey, laplacian, CvType.CV_64F);
    MatOfDouble mean = new MatOfDouble();
    MatOfDouble deviation = new MatOfDouble();
    Core.meanStdDev(laplacian, mean, deviation);
    double sigma = deviation.toArray()[0];
    Mat gx = new Mat();
    Mat gy = new Mat();
    Imgproc.Sobel(grey, gx, CvType.CV_64F, 1, 0);
    Imgproc.Sobel(grey, gy, CvType.CV_64F, 0, 1);
    double tenengrad = (gx.dot(gx) + gy.dot(gy)) / ((double) width * height);

    assertThat(ours.laplacianVariance()).isCloseTo(sigma * sigma, within(1e-9 * sigma * sigma));
    assertThat(ours.tenengrad()).isCloseTo(tenengrad, within(1e-9 * tenengrad));
  }
}
