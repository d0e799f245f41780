package io.github.blurdetect.bench;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.features.kernel.FocusKernel;
import io.github.blurdetect.features.kernel.FocusSums;
import io.github.blurdetect.features.kernel.ScalarFocusKernel;
import io.github.blurdetect.features.vector.VectorFocusKernel;
import java.util.concurrent.TimeUnit;
import nu.pattern.OpenCV;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.imgproc.Imgproc;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The convolution hot path on one thread: Laplacian sum and sum of squares, and the sum of squared
 * Sobel gradients, of a grey plane. All ways must give the same numbers before they are timed.
 *
 * <p>{@code blur-bench/run FocusKernelBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FocusKernelBenchmark {
  /** Width x height: the reference's working size, an odd one, and a 12-megapixel photo. */
  @Param({"800x800", "1001x777", "4000x3000"})
  public String size = "";

  private final FocusKernel scalar = new ScalarFocusKernel();
  private final FocusKernel vector = new VectorFocusKernel();
  private LumaPlane plane = new LumaPlane(new byte[1], 1, 1, 1);
  private Mat grey = new Mat();
  private Mat laplacian = new Mat();
  private Mat gx = new Mat();
  private Mat gy = new Mat();
  private MatOfDouble mean = new MatOfDouble();
  private MatOfDouble deviation = new MatOfDouble();

  static {
    OpenCV.loadLocally();
    Core.setNumThreads(1);
  }

  /** Makes the plane and checks that all ways agree on it. */
  @Setup
  public void prepare() {
    int cross = size.indexOf('x');
    int width = Integer.parseInt(size.substring(0, cross));
    int height = Integer.parseInt(size.substring(cross + 1));
    byte[] pixels = TestPhotos.page(width, height, 1);
    plane = new LumaPlane(pixels, width, height, width);
    grey = new Mat(height, width, CvType.CV_8UC1);
    grey.put(0, 0, pixels);
    laplacian = new Mat();
    gx = new Mat();
    gy = new Mat();
    mean = new MatOfDouble();
    deviation = new MatOfDouble();

    FocusSums expected = naive();
    Checks.equal("scalar", expected, scalar());
    Checks.equal("vector", expected, vector());
    double n = expected.pixels();
    double average = expected.laplacian() / n;
    double variance = expected.laplacianSquared() / n - average * average;
    Checks.close("opencv64f", new double[] {variance, expected.tenengrad()}, opencv64f());
    Checks.close("opencv16s", new double[] {variance, expected.tenengrad()}, opencv16s());
  }

  /** The kernel in plain Java. */
  @Benchmark
  public FocusSums scalar() {
    return scalar.sum(plane);
  }

  /** The kernel on the Vector API. */
  @Benchmark
  public FocusSums vector() {
    return vector.sum(plane);
  }

  /** OpenCV as most people write it, its Mats reused. */
  @Benchmark
  public double[] opencv64f() {
    Imgproc.Laplacian(grey, laplacian, CvType.CV_64F);
    Core.meanStdDev(laplacian, mean, deviation);
    Imgproc.Sobel(grey, gx, CvType.CV_64F, 1, 0);
    Imgproc.Sobel(grey, gy, CvType.CV_64F, 0, 1);
    double sigma = deviation.get(0, 0)[0];
    return new double[] {sigma * sigma, gx.dot(gx) + gy.dot(gy)};
  }

  /** OpenCV on 16-bit integers, the fast way, its Mats reused. */
  @Benchmark
  public double[] opencv16s() {
    Imgproc.Laplacian(grey, laplacian, CvType.CV_16S);
    Core.meanStdDev(laplacian, mean, deviation);
    Imgproc.Sobel(grey, gx, CvType.CV_16S, 1, 0);
    Imgproc.Sobel(grey, gy, CvType.CV_16S, 0, 1);
    double sigma = deviation.get(0, 0)[0];
    return new double[] {
      sigma * sigma, Core.norm(gx, Core.NORM_L2SQR) + Core.norm(gy, Core.NORM_L2SQR)
    };
  }

  /** Three nested loops, as one would write them first. */
  @Benchmark
  public FocusSums naive() {
    byte[] p = plane.data();
    int w = plane.width();
    int h = plane.height();
    long sum = 0;
    long squares = 0;
    long gradients = 0;
    for (int y = 0; y < h; y++) {
      int a = (y == 0 ? 1 : y - 1) * w;
      int b = y * w;
      int c = (y == h - 1 ? h - 2 : y + 1) * w;
      for (int x = 0; x < w; x++) {
        int l = x == 0 ? 1 : x - 1;
        int r = x == w - 1 ? w - 2 : x + 1;
        int nw = p[a + l] & 0xFF;
        int n = p[a + x] & 0xFF;
        int ne = p[a + r] & 0xFF;
        int west = p[b + l] & 0xFF;
        int east = p[b + r] & 0xFF;
        int sw = p[c + l] & 0xFF;
        int s = p[c + x] & 0xFF;
        int se = p[c + r] & 0xFF;
        int lap = n + s + west + east - 4 * (p[b + x] & 0xFF);
        int dx = ne + 2 * east + se - nw - 2 * west - sw;
        int dy = sw + 2 * s + se - nw - 2 * n - ne;
        sum += lap;
        squares += (long) lap * lap;
        gradients += (long) dx * dx + (long) dy * dy;
      }
    }
    return new FocusSums((long) w * h, sum, squares, gradients);
  }
}
