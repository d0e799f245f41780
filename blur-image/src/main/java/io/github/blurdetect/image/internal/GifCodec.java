package io.github.blurdetect.image.internal;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.ImageDecodeException.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes the first frame of a GIF with the JDK's reader: OpenCV 4.9 has none. */
final class GifCodec {
  private GifCodec() {}

  static BlurImage decode(byte[] encoded, ImageHeader header) throws ImageDecodeException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
      reader.setInput(stream, true, true);
      BufferedImage frame = reader.read(0);
      if (!warnings.isEmpty()) {
        throw ImageHeaders.corrupt("GIF image is damaged: " + warnings.get(0));
      }
      return toImage(frame);
    } catch (ImageDecodeException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new ImageDecodeException(
          Problem.CORRUPT, header.format() + " image cannot be decoded: " + e.getMessage(), e);
    } finally {
      reader.dispose();
    }
  }

  private static BlurImage toImage(BufferedImage frame) {
    int width = frame.getWidth();
    int height = frame.getHeight();
    byte[] bgra = new byte[Math.multiplyExact(width * height, 4)];
    int[] row = new int[width];
    for (int y = 0, to = 0; y < height; y++) {
      frame.getRGB(0, y, width, 1, row, 0, width);
      for (int argb : row) {
        bgra[to++] = (byte) argb;
        bgra[to++] = (byte) (argb >> 8);
        bgra[to++] = (byte) (argb >> 16);
        bgra[to++] = (byte) (argb >>> 24);
      }
    }
    return Transparency.resolve(bgra, width, height, false);
  }
}
