package io.github.blurdetect.dataset.report;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.LumaPlane;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Two small views of a photo as {@code data:} addresses: the whole of it, and its busiest part at
 * native scale, since shrinking hides blur.
 *
 * @param whole the photo shrunk to fit {@value #WHOLE} pixels a side
 * @param part up to {@value #PART_WIDTH} x {@value #PART_HEIGHT} pixels, not scaled
 */
record Thumbnail(String whole, String part) {
  private static final int WHOLE = 380;
  private static final int PART_WIDTH = 420;
  private static final int PART_HEIGHT = 190;
  private static final float QUALITY = 0.85f;

  static Thumbnail of(BlurImage image) throws IOException {
    int width = Math.min(PART_WIDTH, image.width());
    int height = Math.min(PART_HEIGHT, image.height());
    int[] corner = busiest(image.luma(), width, height);
    BufferedImage part = pixels(image, corner[0], corner[1], width, height);
    BufferedImage whole = pixels(image, 0, 0, image.width(), image.height());
    return new Thumbnail(address(shrink(whole)), address(part));
  }

  private static BufferedImage pixels(BlurImage image, int left, int top, int width, int height) {
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    int channels = image.layout().channels();
    byte[] pixels = image.pixels();
    for (int y = 0; y < height; y++) {
      int at = (top + y) * image.stride() + left * channels;
      for (int x = 0; x < width; x++, at += channels) {
        int red = pixels[at] & 0xFF;
        int green = channels == 1 ? red : pixels[at + 1] & 0xFF;
        int blue = channels == 1 ? red : pixels[at + 2] & 0xFF;
        row[x] = (red << 16) | (green << 8) | blue;
      }
      copy.setRGB(0, y, width, 1, row, 0, width);
    }
    return copy;
  }

  /** Top left corner of the window with the largest sum of brightness steps. */
  private static int[] busiest(LumaPlane luma, int width, int height) {
    int[] best = {(luma.width() - width) / 2, (luma.height() - height) / 2};
    long most = -1;
    for (int top = 0; top + height <= luma.height(); top += Math.max(1, height / 2)) {
      for (int left = 0; left + width <= luma.width(); left += Math.max(1, width / 2)) {
        long steps = steps(luma, left, top, width, height);
        if (steps > most) {
          most = steps;
          best = new int[] {left, top};
        }
      }
    }
    return best;
  }

  private static long steps(LumaPlane luma, int left, int top, int width, int height) {
    byte[] data = luma.data();
    long sum = 0;
    for (int y = top; y < top + height; y += 2) {
      int at = y * luma.stride() + left;
      for (int x = 4; x < width; x += 2) {
        sum += Math.abs((data[at + x] & 0xFF) - (data[at + x - 4] & 0xFF));
      }
    }
    return sum;
  }

  /** Halves as long as it can, then interpolates, so that every pixel takes part. */
  private static BufferedImage shrink(BufferedImage image) {
    BufferedImage now = image;
    double scale = Math.min(1, (double) WHOLE / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(scale * image.getWidth()));
    int height = Math.max(1, (int) Math.round(scale * image.getHeight()));
    while (now.getWidth() >= 2 * width && now.getHeight() >= 2 * height) {
      now = scaled(now, now.getWidth() / 2, now.getHeight() / 2);
    }
    return scaled(now, width, height);
  }

  private static BufferedImage scaled(BufferedImage image, int width, int height) {
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = result.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return result;
  }

  private static String address(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(QUALITY);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
    } finally {
      writer.dispose();
    }
    return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
