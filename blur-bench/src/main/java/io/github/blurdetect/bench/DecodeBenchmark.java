package io.github.blurdetect.bench;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.image.ImageDecoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.opencv.imgcodecs.Imgcodecs;
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
 * A 12-megapixel JPEG's bytes to pixels on one thread: by this project in colour and in brightness
 * alone, both with the check that all data are there and sound; by OpenCV and by the JDK, without.
 *
 * <p>{@code blur-bench/run DecodeBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecodeBenchmark {
  private static final int WIDTH = 4000;
  private static final int HEIGHT = 3000;

  /** How the JPEG's scans are laid out. */
  @Param({"baseline", "progressive"})
  public String kind = "";

  private final ImageDecoder colour = ImageDecoder.defaults();
  private final ImageDecoder brightness = ImageDecoder.defaults().withColour(false);
  private byte[] jpeg = new byte[0];

  /** Makes the photo and checks that all ways agree on it. */
  @Setup
  public void prepare() throws IOException {
    OpenCvRecipe.load();
    ImageIO.setUseCache(false);
    jpeg = TestPhotos.jpeg(WIDTH, HEIGHT, 1, 1, 100, kind.equals("progressive"));
    LumaPlane expected = colour().luma();
    LumaPlane found = brightness().luma();
    BufferedImage other = imageIo();
    Checks.equal("ImageIO's width", WIDTH, other.getWidth());
    double differences = 0;
    double differencesOfImageIo = 0;
    for (int y = 0; y < HEIGHT; y += 7) {
      for (int x = 0; x < WIDTH; x += 7) {
        int rgb = other.getRGB(x, y);
        double grey = 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
        differences += Math.abs(expected.get(x, y) - found.get(x, y));
        differencesOfImageIo += Math.abs(expected.get(x, y) - grey);
      }
    }
    double samples = WIDTH * HEIGHT / 49.0;
    Checks.close("brightness alone", 0, differences / samples, 0.5);
    Checks.close("ImageIO", 0, differencesOfImageIo / samples, 1);
    Checks.equal("OpenCV's height", HEIGHT, openCvBrightness());
  }

  /** This project, RGB. */
  @Benchmark
  public BlurImage colour() throws IOException {
    return colour.decode(jpeg);
  }

  /** This project, for scorers that need no colour. */
  @Benchmark
  public BlurImage brightness() throws IOException {
    return brightness.decode(jpeg);
  }

  /** The JDK. */
  @Benchmark
  public BufferedImage imageIo() throws IOException {
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }

  /** OpenCV, colour, its pixels left outside the Java heap. */
  @Benchmark
  public int openCvColour() {
    return OpenCvRecipe.decode(jpeg, Imgcodecs.IMREAD_COLOR);
  }

  /** OpenCV, brightness, its pixels left outside the Java heap. */
  @Benchmark
  public int openCvBrightness() {
    return OpenCvRecipe.decode(jpeg, Imgcodecs.IMREAD_GRAYSCALE);
  }
}
