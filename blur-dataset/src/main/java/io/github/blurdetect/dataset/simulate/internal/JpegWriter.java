package io.github.blurdetect.dataset.simulate.internal;

import io.github.blurdetect.api.BlurImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes baseline JPEG with the JDK's encoder (chroma at half resolution). */
public final class JpegWriter {

  private JpegWriter() {}

  /**
   * Compresses.
   *
   * @param image grey or RGB
   * @param quality 1 to 100, on the usual scale of the IJG library
   * @return a JPEG file
   */
  public static byte[] encode(BlurImage image, int quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality / 100f);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(toBuffered(image), null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /**
   * Copies an image for java.awt.
   *
   * @param image grey or RGB
   * @return TYPE_BYTE_GRAY or TYPE_INT_RGB
   */
  public static BufferedImage toBuffered(BlurImage image) {
    boolean grey = image.layout() == BlurImage.Layout.GREY;
    int width = image.width();
    int type = grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
    BufferedImage copy = new BufferedImage(width, image.height(), type);
    byte[] in = image.pixels();
    int[] row = new int[width];
    byte[] greyRow = new byte[width];
    for (int y = 0; y < image.height(); y++) {
      int at = y * image.stride();
      if (grey) {
        System.arraycopy(in, at, greyRow, 0, width);
        copy.getRaster().setDataElements(0, y, width, 1, greyRow);
      } else {
        for (int x = 0; x < width; x++, at += 3) {
          row[x] = (in[at] & 0xFF) << 16 | (in[at + 1] & 0xFF) << 8 | in[at + 2] & 0xFF;
        }
        copy.getRaster().setDataElements(0, y, width, 1, row);
      }
    }
    return copy;
  }
}
