package io.github.blurdetect.bench;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.image.ImageDecoder;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Printed pages drawn for the benchmarks: text, uneven light and noise, from a seed. */
public final class TestPhotos {
  private static final int VERSION = 1; // of what is drawn
  private static final String LETTERS = "etaoinshrdlucmfwypvbgkqjxz";

  /** A 12-megapixel photo's page of sixty lines: how large its print is. */
  enum Print {
    /** A page that fills the photo across: x-height about 15 pixels, costly. */
    SMALL(4000, 3000, 2, 3, 21),
    /** A4 in 10 to 11 points that fills the photo upright: x-height about 22 pixels. */
    USUAL(3000, 4000, 3, 4, 31);

    final int width;
    final int height;

    /** Side of the square to average over for a page that cannot be read. */
    final int blur;

    // The font's height as a share of a line's.
    private final int share;
    private final int of;

    Print(int width, int height, int share, int of, int blur) {
      this.width = width;
      this.height = height;
      this.share = share;
      this.of = of;
      this.blur = blur;
    }
  }

  private TestPhotos() {}

  /** A grey page, row by row. */
  static byte[] page(int width, int height, long seed) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    draw(image, seed, Print.SMALL);
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  /** A colour page as a JPEG file, drawn sharp and then averaged over a square if asked. */
  static byte[] jpeg(int width, int height, long seed, int blur) {
    return jpeg(width, height, seed, blur, 100, false);
  }

  /**
   * Draws a page of seed 1 as a JPEG, and keeps it among the system's temporary files: drawing
   * takes seconds.
   *
   * @param width pixels in a row
   * @param height rows
   * @param blur side of the square averaged over, twice; 1 is sharp
   * @return the file's bytes
   * @throws IOException if the file cannot be kept
   */
  public static byte[] kept(int width, int height, int blur) throws IOException {
    String name = String.format("blur-bench-%d-%dx%d-%d.jpg", VERSION, width, height, blur);
    return kept(name, () -> jpeg(width, height, 1, blur));
  }

  /** The same of a 12-megapixel photo, blurred in so many hundredths of its width from the left. */
  static byte[] kept(Print print, int blur, int percent) throws IOException {
    String name = String.format("blur-bench-%d-%s-%d-%d.jpg", VERSION, print, blur, percent);
    return kept(name, () -> jpeg(print, print.width, print.height, 1, blur, percent, false));
  }

  private static byte[] kept(String name, Supplier<byte[]> draw) throws IOException {
    Path file = Path.of(System.getProperty("java.io.tmpdir")).resolve(name);
    if (!Files.exists(file)) {
      Path whole = Files.createTempFile("blur-bench", ".jpg");
      Files.write(whole, draw.get());
      Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return Files.readAllBytes(file);
  }

  /** The same, blurred in part; its scans progressive if asked. */
  static byte[] jpeg(int width, int height, long seed, int blur, int percent, boolean progressive) {
    return jpeg(Print.SMALL, width, height, seed, blur, percent, progressive);
  }

  private static byte[] jpeg(
      Print print, int width, int height, long seed, int blur, int percent, boolean progressive) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    draw(image, seed, print);
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    byte[] sharp = pixels.clone();
    for (int pass = 0; blur > 1 && pass < 2; pass++) {
      average(pixels, width, height, blur);
    }
    int blurred = (int) ((long) width * percent / 100);
    for (int y = 0; y < height; y++) {
      int from = 3 * (y * width + blurred);
      System.arraycopy(sharp, from, pixels, from, 3 * (width - blurred));
    }
    return encode(image, progressive);
  }

  /** Decodes as for a scorer that needs no colour. */
  static BlurImage decoded(byte[] encoded) throws IOException {
    return ImageDecoder.defaults().withColour(false).decode(encoded);
  }

  private static void draw(BufferedImage image, long seed, Print print) {
    int width = image.getWidth();
    int height = image.getHeight();
    SplittableRandom random = new SplittableRandom(seed);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(new Color(225, 222, 215));
    g.fillRect(0, 0, width, height);
    g.setColor(new Color(40, 40, 45));
    int line = Math.max(12, height / 60);
    g.setFont(new Font(Font.SERIF, Font.PLAIN, line * print.share / print.of));
    for (int y = 2 * line; y < height - line; y += line) {
      g.drawString(words(random, 2 * width / line), line, y);
    }
    g.dispose();
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      int noise = random.nextInt(7) - 3;
      pixels[i] = (byte) Math.max(0, Math.min(255, (pixels[i] & 0xFF) + noise));
    }
  }

  private static String words(SplittableRandom random, int letters) {
    StringBuilder text = new StringBuilder();
    while (text.length() < letters) {
      int word = 2 + random.nextInt(8);
      for (int i = 0; i < word; i++) {
        text.append(LETTERS.charAt(random.nextInt(1 + random.nextInt(LETTERS.length()))));
      }
      text.append(' ');
    }
    return text.toString();
  }

  /** A box average along rows, then along columns, of three interleaved channels. */
  private static void average(byte[] pixels, int width, int height, int side) {
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < height; y++) {
        average(pixels, 3 * y * width + c, 3, width, side);
      }
      for (int x = 0; x < width; x++) {
        average(pixels, 3 * x + c, 3 * width, height, side);
      }
    }
  }

  private static void average(byte[] pixels, int start, int step, int count, int side) {
    int[] line = new int[count + 1];
    for (int i = 0; i < count; i++) {
      line[i + 1] = line[i] + (pixels[start + i * step] & 0xFF);
    }
    for (int i = 0; i < count; i++) {
      int from = Math.max(0, i - side / 2);
      int to = Math.min(count, from + side);
      pixels[start + i * step] = (byte) ((line[to] - line[from]) / (to - from));
    }
  }

  private static byte[] encode(BufferedImage image, boolean progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(0.9f);
    if (progressive) {
      settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
