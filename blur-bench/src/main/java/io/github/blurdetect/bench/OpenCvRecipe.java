package io.github.blurdetect.bench;

import nu.pattern.OpenCV;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfDouble;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** The blur measure that most tutorials give: the variance of the Laplacian of the whole photo. */
final class OpenCvRecipe {
  private OpenCvRecipe() {}

  /** Loads OpenCV, on one thread. */
  static void load() {
    OpenCV.loadLocally();
    Core.setNumThreads(1);
  }

  /** Decodes and drops what comes out. */
  static int decode(byte[] encoded, int flags) {
    MatOfByte source = new MatOfByte(encoded);
    Mat pixels = Imgcodecs.imdecode(source, flags);
    int rows = pixels.rows();
    pixels.release();
    source.release();
    return rows;
  }

  /** From a file's bytes to the variance. */
  static double laplacianVariance(byte[] encoded) {
    MatOfByte source = new MatOfByte(encoded);
    Mat colour = Imgcodecs.imdecode(source, Imgcodecs.IMREAD_COLOR);
    Mat grey = new Mat();
    Imgproc.cvtColor(colour, grey, Imgproc.COLOR_BGR2GRAY);
    Mat laplacian = new Mat();
    Imgproc.Laplacian(grey, laplacian, CvType.CV_64F);
    MatOfDouble mean = new MatOfDouble();
    MatOfDouble deviation = new MatOfDouble();
    Core.meanStdDev(laplacian, mean, deviation);
    double sigma = deviation.get(0, 0)[0];
    for (Mat each : new Mat[] {source, colour, grey, laplacian, mean, deviation}) {
      each.release();
    }
    return sigma * sigma;
  }
}
