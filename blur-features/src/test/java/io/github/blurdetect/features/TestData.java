package io.github.blurdetect.features;

import io.github.blurdetect.api.LumaPlane;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;

/** Development data outside the project, and made-up planes. */
public final class TestData {

  private TestData() {}

  /** Finds a file or folder of the development data, or skips the test. */
  public static Path shared(String path) {
    Path root = Path.of(System.getProperty("blur.root", "..")).resolve("../shared").normalize();
    Path found = root.resolve(path);
    Assumptions.assumeTrue(Files.exists(found), "no development data at " + found);
    return found;
  }

  /** Random bytes, the gap at the end of each row included. */
  public static LumaPlane random(int width, int height, int stride, long seed) {
    byte[] data = new byte[stride * height];
    new SplittableRandom(seed).nextBytes(data);
    return new LumaPlane(data, width, height, stride);
  }

  /** Smooth waves of a few pixels and of many, at full contrast. */
  public static LumaPlane waves(int width, int height) {
    byte[] data = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double value = Math.sin(x / 3.1) * Math.cos(y / 4.7) + Math.sin((x + 2 * y) / 29.0);
        data[y * width + x] = (byte) Math.round(127.5 + 63 * value);
      }
    }
    return new LumaPlane(data, width, height, width);
  }
}
