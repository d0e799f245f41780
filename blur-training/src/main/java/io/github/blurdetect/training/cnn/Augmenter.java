package io.github.blurdetect.training.cnn;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * Cuts a crop out of a tile and varies it in ways that leave its legibility as it is: flips and
 * quarter turns, shift, slight shear, zoom and rotation, light, faint noise, mild compression.
 */
final class Augmenter {
  private final int crop;
  private final boolean vary;

  /**
   * Makes an augmenter.
   *
   * @param crop columns and rows of the result, a multiple of the cell
   * @param vary false for the plain middle of each tile
   */
  Augmenter(int crop, boolean vary) {
    if (crop < 16 || crop > TileSet.SIDE || crop % TileSet.CELL != 0) {
      throw new IllegalArgumentException(
          "crop is " + crop + ", expected a multiple of 8 from 16 to " + TileSet.SIDE);
    }
    this.crop = crop;
    this.vary = vary;
  }

  int cells() {
    return crop / TileSet.CELL;
  }

  /**
   * Returns the crop: {@code crop * crop} pixels and {@code cells() * cells()} labels of a kind.
   */
  TileSet.Tile apply(TileSet.Tile tile, SplittableRandom random) {
    int free = (TileSet.SIDE - crop) / TileSet.CELL;
    if (!vary) {
      return cut(tile, free / 2, free / 2);
    }
    TileSet.Tile out =
        random.nextDouble() < 0.3
            ? warp(tile, random)
            : cut(tile, random.nextInt(free + 1), random.nextInt(free + 1));
    int turn = random.nextInt(8);
    byte[] pixels = turn(out.pixels(), crop, turn);
    if (random.nextDouble() < 0.5) {
      light(pixels, random);
    }
    if (random.nextDouble() < 0.25) {
      noise(pixels, random);
    }
    if (random.nextDouble() < 0.08) {
      pixels = compress(pixels, random.nextDouble(0.6, 0.95));
    }
    return new TileSet.Tile(
        pixels, turn(out.text(), cells(), turn), turn(out.unread(), cells(), turn));
  }

  private TileSet.Tile cut(TileSet.Tile tile, int column, int row) {
    int pixel = TileSet.CELL;
    return new TileSet.Tile(
        square(tile.pixels(), TileSet.SIDE, column * pixel, row * pixel, crop),
        square(tile.text(), TileSet.CELLS, column, row, cells()),
        square(tile.unread(), TileSet.CELLS, column, row, cells()));
  }

  private static byte[] square(byte[] in, int inSide, int left, int top, int side) {
    byte[] out = new byte[side * side];
    for (int y = 0; y < side; y++) {
      System.arraycopy(in, (top + y) * inSide + left, out, y * side, side);
    }
    return out;
  }

  private TileSet.Tile warp(TileSet.Tile tile, SplittableRandom random) {
    double zoom = Math.exp(random.nextDouble(-0.14, 0.14));
    double angle = Math.toRadians(random.nextDouble(-4, 4));
    double shear = random.nextDouble(-0.08, 0.08);
    double a = Math.cos(angle) / zoom;
    double b = (shear - Math.sin(angle)) / zoom;
    double c = Math.sin(angle) / zoom;
    double d = Math.cos(angle) / zoom;
    double slack = Math.max(0, (TileSet.SIDE - crop * 1.15) / 2);
    double centerX = TileSet.SIDE / 2.0 + random.nextDouble(-1, 1) * slack;
    double centerY = TileSet.SIDE / 2.0 + random.nextDouble(-1, 1) * slack;
    byte[] pixels = new byte[crop * crop];
    for (int y = 0; y < crop; y++) {
      for (int x = 0; x < crop; x++) {
        double u = x + 0.5 - crop / 2.0;
        double v = y + 0.5 - crop / 2.0;
        pixels[y * crop + x] =
            CubicSampler.sample(
                tile.pixels(),
                TileSet.SIDE,
                centerX + a * u + b * v - 0.5,
                centerY + c * u + d * v - 0.5);
      }
    }
    int cells = cells();
    byte[] text = new byte[cells * cells];
    byte[] unread = new byte[cells * cells];
    for (int row = 0; row < cells; row++) {
      for (int column = 0; column < cells; column++) {
        double u = (column + 0.5) * TileSet.CELL - crop / 2.0;
        double v = (row + 0.5) * TileSet.CELL - crop / 2.0;
        int fromColumn = cell(centerX + a * u + b * v);
        int fromRow = cell(centerY + c * u + d * v);
        text[row * cells + column] = tile.text()[fromRow * TileSet.CELLS + fromColumn];
        unread[row * cells + column] = tile.unread()[fromRow * TileSet.CELLS + fromColumn];
      }
    }
    return new TileSet.Tile(pixels, text, unread);
  }

  private static int cell(double position) {
    return Math.max(0, Math.min(TileSet.CELLS - 1, (int) Math.floor(position / TileSet.CELL)));
  }

  /** Turns by {@code turn & 3} quarters, then flips if {@code turn >= 4}. */
  static byte[] turn(byte[] in, int side, int turn) {
    byte[] out = new byte[in.length];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int fromX = turn >= 4 ? side - 1 - x : x;
        int from =
            switch (turn & 3) {
              case 0 -> y * side + fromX;
              case 1 -> (side - 1 - fromX) * side + y;
              case 2 -> (side - 1 - y) * side + side - 1 - fromX;
              default -> fromX * side + side - 1 - y;
            };
        out[y * side + x] = in[from];
      }
    }
    return out;
  }

  private static void light(byte[] pixels, SplittableRandom random) {
    double gamma = Math.exp(random.nextDouble(-0.4, 0.4));
    double white = random.nextDouble(0.65, 1.1);
    double black = random.nextDouble(0, 0.25);
    byte[] table = new byte[256];
    for (int i = 0; i < 256; i++) {
      double value = black + (white - black) * Math.pow(i / 255.0, gamma);
      table[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, value)));
    }
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = table[pixels[i] & 0xFF];
    }
  }

  private static void noise(byte[] pixels, SplittableRandom random) {
    double sigma = random.nextDouble(0, 6);
    for (int i = 0; i < pixels.length; i++) {
      // The sum of four uniform numbers is near enough to a Gaussian, and cheap.
      double sum =
          random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble() - 2;
      long value = Math.round((pixels[i] & 0xFF) + sigma * Math.sqrt(3) * sum);
      pixels[i] = (byte) Math.max(0, Math.min(255, value));
    }
  }

  private byte[] compress(byte[] pixels, double quality) {
    BufferedImage image = new BufferedImage(crop, crop, BufferedImage.TYPE_BYTE_GRAY);
    byte[] raster = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    System.arraycopy(pixels, 0, raster, 0, pixels.length);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      writer.setOutput(
          new javax.imageio.stream.MemoryCacheImageOutputStream(bytes) {
            @Override
            public void close() throws IOException {
              flush();
              super.close();
            }
          });
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality((float) quality);
      writer.write(null, new IIOImage(image, null, null), param);
      ((javax.imageio.stream.ImageOutputStream) writer.getOutput()).close();
      BufferedImage back = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
      return ((DataBufferByte) back.getRaster().getDataBuffer()).getData().clone();
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    } finally {
      writer.dispose();
    }
  }
}
