package io.github.blurdetect.features.kernel;

import io.github.blurdetect.api.LumaPlane;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Planes of awkward sizes and extreme contents, on which all kernels must agree. */
public final class FocusKernelCases {
  private FocusKernelCases() {}

  public static Stream<LumaPlane> planes() {
    int[] widths = {1, 2, 3, 4, 5, 15, 16, 17, 31, 32, 33, 34, 35, 63, 64, 65, 66, 67, 130, 2047};
    int[] heights = {1, 2, 3, 4, 5, 6, 7, 9, 33};
    Stream<LumaPlane> random =
        IntStream.of(widths)
            .boxed()
            .flatMap(w -> IntStream.of(heights).mapToObj(h -> random(w, h, w + (w * h) % 5)));
    // A chequerboard of black and white gives the largest Laplacians, stripes the largest
    // gradients.
    Stream<LumaPlane> extreme =
        Stream.of(
            pattern(4099, 600, 1, 1),
            pattern(4099, 600, 2, 4096),
            pattern(67, 1100, 4096, 2),
            pattern(64, 1100, 1, 4096));
    return Stream.concat(random, extreme);
  }

  private static LumaPlane random(int width, int height, int stride) {
    byte[] data = new byte[stride * height];
    new Random(width * 1000L + height).nextBytes(data);
    return new LumaPlane(data, width, height, stride);
  }

  private static LumaPlane pattern(int width, int height, int periodX, int periodY) {
    byte[] data = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        data[y * width + x] = (byte) ((x / periodX + y / periodY) % 2 * 255);
      }
    }
    return new LumaPlane(data, width, height, width);
  }
}
