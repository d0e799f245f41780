package io.github.blurdetect.testkit;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurImage.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Pictures to score: made-up print, noise, gradients and flat areas, the same at every run. */
public final class TestPictures {
  private static final int PAPER = 225;
  private static final int INK = 40;
  private static final int X_HEIGHT = 12;
  private static final int LINE = 30;

  private TestPictures() {}

  /**
   * Returns a page of made-up print: lines of words of random strokes, x-height 12 pixels.
   *
   * @param width pixels in a row
   * @param height rows
   * @param layout grey, or RGB with a slight tint
   * @return the same picture for the same arguments
   */
  public static BlurImage page(int width, int height, Layout layout) {
    return toImage(print(width, height), width, height, layout);
  }

  /**
   * Returns the page of {@link #page} after three box blurs.
   *
   * @param width pixels in a row
   * @param height rows
   * @param layout grey, or RGB with a slight tint
   * @param radius of each box, in pixels; 12 leaves nothing to read
   * @return the same picture for the same arguments
   */
  public static BlurImage blurredPage(int width, int height, Layout layout, int radius) {
    int[] plane = print(width, height);
    for (int pass = 0; pass < 3; pass++) {
      plane = boxBlur(plane, width, height, radius);
    }
    return toImage(plane, width, height, layout);
  }

  /**
   * Returns a sample of what a scorer has to cope with, in both layouts.
   *
   * @return print, blurred print, noise, a gradient, flat black and white; sides up to 400 pixels
   */
  public static List<BlurImage> sample() {
    List<BlurImage> pictures = new ArrayList<>();
    for (Layout layout : Layout.values()) {
      pictures.add(page(400, 300, layout));
      pictures.add(blurredPage(301, 401, layout, 4));
      pictures.add(toImage(noise(120, 90), 120, 90, layout));
      pictures.add(toImage(gradient(200, 64), 200, 64, layout));
      pictures.add(toImage(new int[80 * 60], 80, 60, layout));
      pictures.add(toImage(filled(80 * 60, 255), 80, 60, layout));
    }
    return pictures;
  }

  /**
   * Returns the same picture with rows further apart and rubbish between them.
   *
   * @param image any picture
   * @param gap bytes between rows, at least 1
   * @return a picture of the same pixels
   */
  public static BlurImage withGaps(BlurImage image, int gap) {
    int rowBytes = image.width() * image.layout().channels();
    int stride = rowBytes + gap;
    byte[] pixels = new byte[stride * image.height()];
    new SplittableRandom(5).nextBytes(pixels);
    for (int y = 0; y < image.height(); y++) {
      System.arraycopy(image.pixels(), y * image.stride(), pixels, y * stride, rowBytes);
    }
    return BlurImage.of(pixels, image.width(), image.height(), stride, image.layout());
  }

  /**
   * Returns a grey picture as RGB with three equal channels.
   *
   * @param grey a picture in {@link Layout#GREY}
   * @return the same picture in {@link Layout#RGB}
   */
  public static BlurImage asRgb(BlurImage grey) {
    byte[] rgb = new byte[3 * grey.width() * grey.height()];
    for (int y = 0, at = 0; y < grey.height(); y++) {
      for (int x = 0; x < grey.width(); x++) {
        byte value = grey.pixels()[y * grey.stride() + x];
        rgb[at++] = value;
        rgb[at++] = value;
        rgb[at++] = value;
      }
    }
    return BlurImage.rgb(rgb, grey.width(), grey.height());
  }

  private static int[] print(int width, int height) {
    int[] plane = filled(width * height, PAPER);
    SplittableRandom random = new SplittableRandom(7);
    for (int top = LINE / 2; top + LINE < height; top += LINE) {
      int left = LINE / 2;
      while (left + LINE < width) {
        int letters = 2 + random.nextInt(7);
        for (int i = 0; i < letters && left + LINE < width; i++, left += X_HEIGHT - 1) {
          letter(plane, width, left, top, random);
        }
        left += X_HEIGHT;
      }
    }
    return plane;
  }

  /** Draws two uprights and a bar, as an "n", "u", "d" or "p" has them, two pixels thick. */
  private static void letter(int[] plane, int width, int left, int top, SplittableRandom random) {
    int right = left + X_HEIGHT - 5;
    int ascender = random.nextInt(3) == 0 ? 6 : 0;
    int bar = top + random.nextInt(3) * (X_HEIGHT - 2) / 2;
    fill(plane, width, left, top - ascender, left + 2, top + X_HEIGHT);
    if (random.nextInt(4) > 0) {
      fill(plane, width, right, top, right + 2, top + X_HEIGHT);
    }
    fill(plane, width, left, bar, right + 2, bar + 2);
  }

  private static void fill(int[] plane, int width, int left, int top, int right, int bottom) {
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        plane[y * width + x] = INK;
      }
    }
  }

  private static int[] filled(int length, int value) {
    int[] plane = new int[length];
    java.util.Arrays.fill(plane, value);
    return plane;
  }

  private static int[] noise(int width, int height) {
    return new SplittableRandom(3).ints((long) width * height, 0, 256).toArray();
  }

  private static int[] gradient(int width, int height) {
    int[] plane = new int[width * height];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = i % width * 255 / width;
    }
    return plane;
  }

  private static int[] boxBlur(int[] plane, int width, int height, int radius) {
    return alongColumns(alongRows(plane, width, height, radius), width, height, radius);
  }

  private static int[] alongRows(int[] plane, int width, int height, int radius) {
    int[] out = new int[plane.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int sum = 0;
        for (int d = -radius; d <= radius; d++) {
          sum += plane[y * width + Math.max(0, Math.min(width - 1, x + d))];
        }
        out[y * width + x] = sum / (2 * radius + 1);
      }
    }
    return out;
  }

  private static int[] alongColumns(int[] plane, int width, int height, int radius) {
    int[] out = new int[plane.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int sum = 0;
        for (int d = -radius; d <= radius; d++) {
          sum += plane[Math.max(0, Math.min(height - 1, y + d)) * width + x];
        }
        out[y * width + x] = sum / (2 * radius + 1);
      }
    }
    return out;
  }

  private static BlurImage toImage(int[] plane, int width, int height, Layout layout) {
    byte[] pixels = new byte[plane.length * layout.channels()];
    for (int i = 0; i < pixels.length; i++) {
      int tint = layout == Layout.GREY ? 0 : 6 * (i % 3);
      pixels[i] = (byte) Math.max(0, plane[i / layout.channels()] - tint);
    }
    return BlurImage.of(pixels, width, height, width * layout.channels(), layout);
  }
}
