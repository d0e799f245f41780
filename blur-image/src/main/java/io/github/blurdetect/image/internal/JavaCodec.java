package io.github.blurdetect.image.internal;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.ImageDecodeException.Problem;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * Decodes with the JDK's readers what OpenCV 4.9 cannot read or reads wrongly: GIF, BMP that is
 * run-length encoded or of 16 bits a pixel, and a few kinds of grey TIFF.
 */
final class JavaCodec {
  private interface Read<T> {
    T from(ImageReader reader) throws IOException;
  }

  private JavaCodec() {}

  /** Returns the first frame of a GIF, or a BMP. */
  static BlurImage decode(byte[] encoded, ImageHeader header) throws ImageDecodeException {
    BufferedImage frame = with(header, encoded, reader -> reader.read(0));
    int width = header.width();
    int height = header.height();
    if (frame.getWidth() != width || frame.getHeight() != height) {
      throw ImageHeaders.corrupt(
          String.format(
              "%s image decoded to %d x %d pixels, expected %d x %d",
              header.format(), frame.getWidth(), frame.getHeight(), width, height));
    }
    byte[] bgra = new byte[Math.multiplyExact(width * height, 4)];
    int[] row = new int[width];
    int opaque = header.samples().hasAlpha() ? 0 : 0xFF << 24;
    for (int y = 0, to = 0; y < height; y++) {
      frame.getRGB(0, y, width, 1, row, 0, width);
      for (int argb : row) {
        bgra[to++] = (byte) argb;
        bgra[to++] = (byte) (argb >> 8);
        bgra[to++] = (byte) (argb >> 16);
        bgra[to++] = (byte) ((argb | opaque) >>> 24);
      }
    }
    return Transparency.resolve(bgra, width, height, header.samples());
  }

  /** Returns a grey TIFF's samples in 8 bits: one channel, or four where it has transparency. */
  static Mat readTiff(byte[] encoded, ImageHeader header) throws ImageDecodeException {
    Raster raster = with(header, encoded, reader -> reader.read(0).getRaster());
    int width = header.width();
    int height = header.height();
    boolean alpha = header.samples().hasAlpha();
    int channels = alpha ? 4 : 1;
    int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    byte[] out = new byte[Math.multiplyExact(width * height, channels)];
    int[] row = new int[width * raster.getNumBands()];
    for (int y = 0, to = 0; y < height; y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++, to += channels) {
        byte grey = to8Bit(row[x * raster.getNumBands()], most);
        for (int channel = 0; channel < Math.min(channels, 3); channel++) {
          out[to + channel] = grey;
        }
        if (alpha) {
          out[to + 3] = to8Bit(row[2 * x + 1], most);
        }
      }
    }
    Mat pixels = new Mat(height, width, CvType.CV_8UC(channels));
    pixels.put(0, 0, out);
    return pixels;
  }

  private static byte to8Bit(int value, int most) {
    return (byte) ((value * 255 + most / 2) / most);
  }

  private static <T> T with(ImageHeader header, byte[] encoded, Read<T> read)
      throws ImageDecodeException {
    String format = header.format().name();
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
      reader.setInput(stream, true, true);
      T result = read.from(reader);
      if (!warnings.isEmpty()) {
        throw ImageHeaders.corrupt(format + " image is damaged: " + warnings.get(0));
      }
      return result;
    } catch (ImageDecodeException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new ImageDecodeException(
          Problem.CORRUPT, format + " image cannot be decoded: " + e.getMessage(), e);
    } finally {
      reader.dispose();
    }
  }
}
