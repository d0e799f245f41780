package io.github.blurdetect.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Small image files, whole and broken. */
final class TestImages {
  private static final int SIDE = 40;

  private TestImages() {}

  /** Returns a grey PNG whose middle pixel has the value given, on a noisy ground. */
  static byte[] png(int middle) {
    return encoded("png", middle);
  }

  static byte[] jpeg() {
    return encoded("jpg", 128);
  }

  private static byte[] encoded(String format, int middle) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < SIDE * SIDE; i++) {
      image.getRaster().setSample(i % SIDE, i / SIDE, 0, random.nextInt(256));
    }
    image.getRaster().setSample(SIDE / 2, SIDE / 2, 0, middle);
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path write(Path folder, String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.write(file, content);
  }

  /** A PNG header that promises 60,000 x 60,000 pixels. */
  static byte[] hugePng() {
    byte[] png = png(0);
    byte[] side = {0, 0, (byte) (60_000 >> 8), (byte) 60_000};
    System.arraycopy(side, 0, png, 16, 4);
    System.arraycopy(side, 0, png, 20, 4);
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(png, 12, 17);
    for (int i = 0; i < 4; i++) {
      png[29 + i] = (byte) (crc.getValue() >> (24 - 8 * i));
    }
    return png;
  }
}
