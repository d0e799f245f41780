package io.github.blurdetect.bench.load;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** What clients send: photos of several sizes, as JPEG and PNG, and bytes that are no images. */
final class ImageMix {
  private static final double[] SCALES = {0.5, 1.5, 2};

  private ImageMix() {}

  /** Returns a file's bytes, or those of all JPEGs under a folder. */
  static List<byte[]> photos(Path given) throws IOException {
    if (!Files.isDirectory(given)) {
      return List.of(Files.readAllBytes(given));
    }
    List<byte[]> photos = new ArrayList<>();
    try (Stream<Path> files = Files.walk(given)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".jpg")).sorted().toList()) {
        photos.add(Files.readAllBytes(file));
      }
    }
    if (photos.isEmpty()) {
      throw new IOException(given + " holds no .jpg; give one with --image");
    }
    return photos;
  }

  /** Returns each photo, one smaller or larger as JPEG and some as PNG, and damaged ones. */
  static List<byte[]> of(List<byte[]> photos) throws IOException {
    List<byte[]> mix = new ArrayList<>();
    for (int i = 0; i < photos.size(); i++) {
      byte[] photo = photos.get(i);
      mix.add(photo);
      mix.add(encode(photo, SCALES[i % SCALES.length], "jpg"));
      if (i % 3 == 0) {
        mix.add(encode(photo, 1, "png"));
      }
    }
    byte[] first = photos.get(0);
    mix.add(Arrays.copyOf(first, first.length / 2));
    byte[] noise = new byte[200_000];
    new SplittableRandom(1).nextBytes(noise);
    mix.add(noise);
    mix.add(new byte[0]);
    return mix;
  }

  private static byte[] encode(byte[] photo, double scale, String format) throws IOException {
    BufferedImage from = ImageIO.read(new ByteArrayInputStream(photo));
    int width = (int) (from.getWidth() * scale);
    int height = (int) (from.getHeight() * scale);
    BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = to.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(from, 0, 0, width, height, null);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(to, format, bytes);
    return bytes.toByteArray();
  }
}
