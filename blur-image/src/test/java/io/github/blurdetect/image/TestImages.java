package io.github.blurdetect.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurImage.Layout;
import io.github.blurdetect.api.LumaPlane;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Pictures to encode, and encoders. */
final class TestImages {
  static {
    nu.pattern.OpenCV.loadLocally();
  }

  static final int WIDTH = 21;
  static final int HEIGHT = 13;

  private TestImages() {}

  /** R, G, B of a small picture that no turn or mirror maps onto itself. */
  static byte[] rgb() {
    return rgb(WIDTH, HEIGHT);
  }

  static byte[] rgb(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        rgb[at++] = (byte) (40 + 180 * x / width);
        rgb[at++] = (byte) (60 + 150 * y / height);
        rgb[at++] = (byte) (x > y ? 200 - 3 * x : 30 + 5 * y);
      }
    }
    return rgb;
  }

  static byte[] grey() {
    return grey(WIDTH, HEIGHT);
  }

  static byte[] grey(int width, int height) {
    byte[] rgb = rgb(width, height);
    byte[] grey = new byte[width * height];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = rgb[3 * i + i % 2];
    }
    return grey;
  }

  /**
   * R, G, B, alpha: of every {@code period} pixels one is opaque, the others wholly transparent.
   */
  static byte[] rgba(int period) {
    byte[] rgb = rgb();
    byte[] rgba = new byte[rgb.length / 3 * 4];
    for (int i = 0; i < rgb.length / 3; i++) {
      System.arraycopy(rgb, 3 * i, rgba, 4 * i, 3);
      rgba[4 * i + 3] = (byte) (i % period == 0 ? 255 : 0);
    }
    return rgba;
  }

  /** What is to be seen of {@link #rgba(int)} where more than half is transparent. */
  static byte[] ontoWhite(int period) {
    byte[] rgb = rgb();
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = i / 3 % period == 0 ? rgb[i] : (byte) 255;
    }
    return rgb;
  }

  /** Encodes with OpenCV; channels 1 (grey), 3 (RGB) or 4 (RGBA). */
  static byte[] encode(String extension, byte[] samples, int width, int height, int... params) {
    int channels = samples.length / (width * height);
    Mat pixels = new Mat(height, width, CvType.CV_8UC(channels));
    pixels.put(0, 0, samples);
    if (channels > 1) {
      Imgproc.cvtColor(
          pixels, pixels, channels == 3 ? Imgproc.COLOR_RGB2BGR : Imgproc.COLOR_RGBA2BGRA);
    }
    MatOfByte out = new MatOfByte();
    assertThat(Imgcodecs.imencode(extension, pixels, out, new MatOfInt(params))).isTrue();
    return out.toArray();
  }

  static byte[] jpeg(byte[] samples, int... params) {
    return encode(".jpg", samples, WIDTH, HEIGHT, params);
  }

  static byte[] jpeg() {
    return jpeg(rgb());
  }

  static byte[] png() {
    return encode(".png", rgb(), WIDTH, HEIGHT);
  }

  static byte[] webp() {
    // Quality above 100 is lossless.
    return encode(".webp", rgb(), WIDTH, HEIGHT, Imgcodecs.IMWRITE_WEBP_QUALITY, 101);
  }

  static byte[] bmp() {
    return encode(".bmp", rgb(), WIDTH, HEIGHT);
  }

  static byte[] gif() {
    return imageIo("gif", rgb(), WIDTH, HEIGHT);
  }

  static byte[] tiff() {
    return TiffBuilder.rgb(rgb(), WIDTH, HEIGHT).build();
  }

  static byte[] imageIo(String format, byte[] rgb, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < bgr.length; i++) {
      bgr[i] = rgb[i + 2 - 2 * (i % 3)];
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      assertThat(ImageIO.write(image, format, out)).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Decodes, and checks that decoding without colours gives the same brightness or refusal. */
  static BlurImage decode(byte[] encoded) throws ImageDecodeException {
    ImageDecoder greyOnly = ImageDecoder.defaults().withColour(false);
    BlurImage image;
    try {
      image = ImageDecoder.defaults().decode(encoded);
    } catch (ImageDecodeException e) {
      assertThatThrownBy(() -> greyOnly.decode(encoded))
          .isInstanceOf(ImageDecodeException.class)
          .hasMessage(e.getMessage());
      throw e;
    }
    // Clipping makes a JPEG's colours brighter or darker than its brightness channel.
    boolean ownLuma = encoded[0] == (byte) 0xFF && image.layout() == Layout.RGB;
    assertGrey(greyOnly.decode(encoded), image.luma(), ownLuma ? 255 : 0);
    return image;
  }

  private static void assertGrey(BlurImage grey, LumaPlane expected, int tolerance) {
    assertThat(grey.layout()).isEqualTo(Layout.GREY);
    assertThat(grey.width()).isEqualTo(expected.width());
    assertThat(grey.height()).isEqualTo(expected.height());
    LumaPlane found = grey.luma();
    int worst = 0;
    for (int y = 0; y < expected.height(); y++) {
      for (int x = 0; x < expected.width(); x++) {
        worst = Math.max(worst, Math.abs(found.get(x, y) - expected.get(x, y)));
      }
    }
    assertThat(worst).as("grey levels of difference").isLessThanOrEqualTo(tolerance);
  }

  /** What OpenCV itself makes of a file, as RGB or grey. */
  static byte[] openCv(byte[] encoded, Layout layout) {
    int flags = layout == Layout.GREY ? Imgcodecs.IMREAD_GRAYSCALE : Imgcodecs.IMREAD_COLOR;
    Mat pixels =
        Imgcodecs.imdecode(new MatOfByte(encoded), flags | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
    if (layout == Layout.RGB) {
      Imgproc.cvtColor(pixels, pixels, Imgproc.COLOR_BGR2RGB);
    }
    byte[] out = new byte[(int) pixels.total() * pixels.channels()];
    pixels.get(0, 0, out);
    return out;
  }

  static void assertSame(BlurImage image, byte[] pixels, int width, int height, Layout layout) {
    assertThat(image.layout()).isEqualTo(layout);
    assertThat(image.width()).isEqualTo(width);
    assertThat(image.height()).isEqualTo(height);
    assertThat(image.pixels()).containsExactly(pixels);
  }

  static void assertSame(BlurImage image, byte[] pixels, Layout layout) {
    assertSame(image, pixels, WIDTH, HEIGHT, layout);
  }
}
