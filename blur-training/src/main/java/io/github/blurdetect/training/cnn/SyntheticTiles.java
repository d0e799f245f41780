package io.github.blurdetect.training.cnn;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws tiles that photos of printed pages lack: pen strokes like handwriting, sharp or blurred,
 * labelled by the blur's size against theirs; and grounds without any writing (wood grain, cloth,
 * rules, blank paper, out-of-focus lights).
 */
final class SyntheticTiles {
  private static final int SIDE = TileSet.SIDE;

  /** Blur up to this share of the x-height leaves writing readable. */
  private static final double READABLE = 0.12;

  /** Blur from this share on does not. */
  private static final double UNREADABLE = 0.35;

  private static final int GROUPS = 40;

  private static final int GROUND_KINDS = 13;

  private SyntheticTiles() {}

  /** Appends tiles: half strokes, half grounds, spread over forty groups. */
  static void add(int count, long seed, TileSet.Writer out) throws IOException {
    for (int i = 0; i < count; i++) {
      SplittableRandom random = new SplittableRandom(seed + 7919L * i);
      TileSet.Tile tile = i % 2 == 0 ? strokes(random) : ground(random);
      out.add(tile, "synthetic-" + i % GROUPS);
    }
  }

  private static TileSet.Tile strokes(SplittableRandom random) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    int paper = random.nextInt(120, 250);
    int ink = Math.max(5, paper - random.nextInt(40, 190));
    double xHeight = Math.exp(random.nextDouble(Math.log(5), Math.log(30)));
    byte[] text = new byte[TileSet.CELLS * TileSet.CELLS];
    byte[] unread = new byte[text.length];
    Arrays.fill(unread, (byte) TileSet.UNKNOWN);
    double draw = random.nextDouble();
    double share =
        draw < 0.35
            ? 0
            : draw < 0.55
                ? random.nextDouble(0, READABLE)
                : draw < 0.65
                    ? random.nextDouble(READABLE, UNREADABLE)
                    : random.nextDouble(UNREADABLE, 0.8);
    int label = share <= READABLE ? 0 : share >= UNREADABLE ? 254 : TileSet.UNKNOWN;
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    byte[] raster = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    Arrays.fill(raster, (byte) paper);
    if (random.nextDouble() < 0.4) {
      shade(raster, random, paper);
    }
    double pitch = xHeight * random.nextDouble(2.2, 4);
    if (random.nextDouble() < 0.5) {
      rules(g, random, paper - random.nextInt(10, 40), pitch);
    }
    g.setColor(new Color(ink, ink, ink));
    double width = Math.max(1.2, xHeight * random.nextDouble(0.07, 0.3));
    g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (double base = random.nextDouble(0, pitch); base < SIDE + xHeight; base += pitch) {
      double x = random.nextDouble(-40, 60);
      while (x < SIDE) {
        double end = word(g, random, x, base, xHeight);
        mark(text, unread, label, x, end, base - xHeight * 1.15, base + xHeight * 0.15);
        x = end + xHeight * random.nextDouble(0.6, 1.6);
        if (random.nextDouble() < 0.12) {
          x += random.nextDouble(20, 120);
        }
      }
    }
    g.dispose();
    byte[] pixels = finish(image, random, share * xHeight, (paper - ink) / 12.0);
    return new TileSet.Tile(pixels, text, unread);
  }

  /** Draws joined loops and returns where they end. */
  private static double word(
      Graphics2D g, SplittableRandom random, double x, double base, double xHeight) {
    Path2D path = new Path2D.Double();
    path.moveTo(x, base - xHeight * random.nextDouble(0, 0.6));
    int letters = random.nextInt(2, 9);
    double at = x;
    for (int i = 0; i < letters; i++) {
      double advance = xHeight * random.nextDouble(0.45, 0.95);
      double high = random.nextDouble() < 0.25 ? random.nextDouble(1.5, 2.1) : 1;
      double low = random.nextDouble() < 0.15 ? random.nextDouble(0.4, 0.9) : 0;
      path.curveTo(
          at + advance * random.nextDouble(-0.2, 0.6),
          base - xHeight * high,
          at + advance * random.nextDouble(0.3, 1.3),
          base - xHeight * high * random.nextDouble(0.6, 1.1),
          at + advance * random.nextDouble(0.3, 0.7),
          base - xHeight * random.nextDouble(0.1, 0.7));
      path.curveTo(
          at + advance * random.nextDouble(-0.1, 0.6),
          base + xHeight * low,
          at + advance * random.nextDouble(0.5, 1.1),
          base + xHeight * low * 0.5,
          at + advance,
          base - xHeight * random.nextDouble(0, 0.5));
      at += advance;
      if (random.nextDouble() < 0.25) {
        path.moveTo(at, base - xHeight * random.nextDouble(0.2, 1));
      }
    }
    g.draw(path);
    return at;
  }

  private static void mark(
      byte[] text, byte[] unread, int label, double left, double right, double top, double bottom) {
    int cell = TileSet.CELL;
    for (int row = 0; row < TileSet.CELLS; row++) {
      for (int column = 0; column < TileSet.CELLS; column++) {
        double x = (column + 0.5) * cell;
        double y = (row + 0.5) * cell;
        int at = row * TileSet.CELLS + column;
        double far = Math.max(Math.max(left - x, x - right), Math.max(top - y, y - bottom));
        if (far <= 0) {
          text[at] = 1;
          unread[at] = (byte) label;
        } else if (far < 1.5 * cell && text[at] == 0) {
          text[at] = (byte) TileSet.UNKNOWN;
        }
      }
    }
  }

  private static void rules(Graphics2D g, SplittableRandom random, int level, double pitch) {
    g.setColor(new Color(level, level, level));
    g.setStroke(new BasicStroke((float) random.nextDouble(0.6, 2)));
    double slope = random.nextDouble(-6, 6);
    for (double y = random.nextDouble(0, pitch); y < SIDE; y += pitch) {
      g.draw(new java.awt.geom.Line2D.Double(0, y, SIDE, y + slope));
    }
  }

  private static TileSet.Tile ground(SplittableRandom random) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    byte[] raster = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    int kind = random.nextInt(GROUND_KINDS);
    int level = random.nextInt(40, 240);
    Arrays.fill(raster, (byte) level);
    if (kind >= 11) {
      clouds(raster, random, level);
    } else if (kind <= 1) {
      grain(raster, random, level, kind == 0 ? random.nextDouble(6, 30) : 1);
    } else if (kind == 7 || kind == 8) {
      streaks(raster, random, level);
    } else if (kind == 5 || kind == 6) {
      shade(raster, random, random.nextInt(130, 240));
    } else if (kind == 2) {
      cloth(raster, random, level);
    } else {
      Graphics2D g = image.createGraphics();
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      if (kind == 3) {
        rules(g, random, Math.max(0, level - random.nextInt(20, 150)), random.nextDouble(8, 60));
      } else if (kind >= 9) {
        leaves(g, random);
      } else {
        lights(g, random);
      }
      g.dispose();
    }
    double blur = random.nextDouble() < 0.5 ? 0 : random.nextDouble(0, 6);
    byte[] unread = new byte[TileSet.CELLS * TileSet.CELLS];
    Arrays.fill(unread, (byte) TileSet.UNKNOWN);
    byte[] text = new byte[unread.length];
    return new TileSet.Tile(finish(image, random, blur, 8), text, unread);
  }

  /** Smooth noise, stretched along a direction like the fibres of wood. */
  private static void grain(byte[] out, SplittableRandom random, int level, double stretch) {
    double angle = random.nextDouble(Math.PI);
    double size = random.nextDouble(2, 8);
    double depth = random.nextDouble(4, 60);
    double wave = random.nextDouble(0, 3);
    long salt = random.nextLong();
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double u = x * Math.cos(angle) + y * Math.sin(angle);
        double v = y * Math.cos(angle) - x * Math.sin(angle) + wave * Math.sin(u / 25);
        double value =
            valueNoise(u / (size * stretch), v / size, salt)
                + 0.5 * valueNoise(2 * u / (size * stretch), 2 * v / size, salt + 1);
        out[y * SIDE + x] = level(level + depth * value);
      }
    }
  }

  /** Dark streaks in a row, as in varnished wood. */
  private static void streaks(byte[] out, SplittableRandom random, int level) {
    double angle = random.nextDouble(Math.PI);
    double size = random.nextDouble(1.2, 5);
    double stretch = random.nextDouble(10, 60);
    double depth = random.nextDouble(15, 140);
    double from = random.nextDouble(-0.2, 0.5);
    long salt = random.nextLong();
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double u = x * Math.cos(angle) + y * Math.sin(angle);
        double v = y * Math.cos(angle) - x * Math.sin(angle) + 2 * Math.sin(u / 40);
        double fibre = Math.max(0, valueNoise(u / (size * stretch), v / size, salt) - from);
        double plank = valueNoise(u / 200, v / 45, salt + 2);
        out[y * SIDE + x] = level(level - depth * fibre + 15 * plank);
      }
    }
  }

  /** Folds and shadows on blank paper. */
  private static void shade(byte[] out, SplittableRandom random, int level) {
    double size = random.nextDouble(8, 70);
    double depth = random.nextDouble(2, 35);
    double stretch = random.nextDouble(0.3, 1);
    long salt = random.nextLong();
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double value = valueNoise(x / size, y / (size * stretch), salt);
        double fine = valueNoise(3 * x / size, 3 * y / size, salt + 3);
        out[y * SIDE + x] = level(level + depth * (value + 0.3 * fine));
      }
    }
  }

  private static void cloth(byte[] out, SplittableRandom random, int level) {
    double period = random.nextDouble(2.5, 14);
    double angle = random.nextDouble(Math.PI);
    double depth = random.nextDouble(4, 50);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double u = x * Math.cos(angle) + y * Math.sin(angle);
        double v = y * Math.cos(angle) - x * Math.sin(angle);
        double value =
            Math.sin(2 * Math.PI * u / period) * Math.sin(2 * Math.PI * v / (period * 1.3));
        out[y * SIDE + x] = level(level + depth * value);
      }
    }
  }

  private static void lights(Graphics2D g, SplittableRandom random) {
    for (int i = random.nextInt(2, 16); i > 0; i--) {
      int grey = random.nextInt(256);
      g.setColor(new Color(grey, grey, grey, random.nextInt(60, 256)));
      double size = random.nextDouble(4, 110);
      double x = random.nextDouble(-30, SIDE);
      double y = random.nextDouble(-30, SIDE);
      g.fill(
          random.nextDouble() < 0.6
              ? new java.awt.geom.Ellipse2D.Double(x, y, size, size)
              : new java.awt.geom.Rectangle2D.Double(x, y, size, size * random.nextDouble(0.2, 3)));
    }
  }

  /**
   * Things that hide one another, sizes by a power law, like most of what photos show (A. Lee, D.
   * Mumford and J. Huang, 2001, doi 10.1023/A:1011109015675).
   */
  private static void leaves(Graphics2D g, SplittableRandom random) {
    double least = random.nextDouble(1, 4);
    double most = random.nextDouble(20, 120);
    double longest = random.nextDouble(1, 5);
    int contrast = random.nextInt(20, 128);
    for (int i = random.nextInt(400, 1500); i > 0; i--) {
      double u = random.nextDouble();
      double size = 1 / Math.sqrt(u / (most * most) + (1 - u) / (least * least));
      int grey = 128 + random.nextInt(-contrast, contrast);
      g.setColor(new Color(grey, grey, grey));
      java.awt.geom.AffineTransform place =
          java.awt.geom.AffineTransform.getTranslateInstance(
              random.nextDouble(SIDE), random.nextDouble(SIDE));
      place.rotate(random.nextDouble(2 * Math.PI));
      double width = size * random.nextDouble(1, longest + 0.01);
      g.fill(place.createTransformedShape(leaf(random.nextInt(4), width, size)));
    }
  }

  private static java.awt.Shape leaf(int kind, double width, double height) {
    if (kind == 0) {
      return new java.awt.geom.Rectangle2D.Double(-width / 2, -height / 2, width, height);
    }
    return new java.awt.geom.Ellipse2D.Double(-width / 2, -height / 2, width, height);
  }

  /** Noise whose power falls with frequency: foliage, gravel, plaster, skin. */
  private static void clouds(byte[] out, SplittableRandom random, int level) {
    double fall = random.nextDouble(0.35, 0.95);
    double size = random.nextDouble(20, 90);
    double depth = random.nextDouble(10, 80);
    double stretch = random.nextDouble(0.4, 1);
    long salt = random.nextLong();
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double value = 0;
        double weight = 1;
        double period = size;
        for (int octave = 0; octave < 6; octave++, weight *= fall, period /= 2) {
          value += weight * valueNoise(x / period, y / (period * stretch), salt + octave);
        }
        out[y * SIDE + x] = level(level + depth * value);
      }
    }
  }

  /** Value in [-1, 1] that varies smoothly with the place. */
  private static double valueNoise(double x, double y, long salt) {
    long column = (long) Math.floor(x);
    long row = (long) Math.floor(y);
    double fx = smooth(x - column);
    double fy = smooth(y - row);
    double top = mix(hash(column, row, salt), hash(column + 1, row, salt), fx);
    double low = mix(hash(column, row + 1, salt), hash(column + 1, row + 1, salt), fx);
    return mix(top, low, fy);
  }

  private static double hash(long x, long y, long salt) {
    long h = salt + x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL;
    h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
    return ((h ^ (h >>> 31)) >> 11) / (double) (1L << 52);
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double mix(double a, double b, double share) {
    return a + (b - a) * share;
  }

  private static byte level(double value) {
    return (byte) Math.max(0, Math.min(255, Math.round(value)));
  }

  /** Blurs by a kernel of the given RMS radius, lays light over the tile, adds noise. */
  private static byte[] finish(
      BufferedImage image, SplittableRandom random, double radius, double mostNoise) {
    byte[] raster = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    float[] plane = new float[raster.length];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = raster[i] & 0xFF;
    }
    if (radius > 0.2) {
      plane = Smear.blur(plane, SIDE, radius, random);
    }
    double slopeX = random.nextDouble(-0.15, 0.15) / SIDE;
    double slopeY = random.nextDouble(-0.15, 0.15) / SIDE;
    double sigma = random.nextDouble() < 0.3 ? 0 : random.nextDouble(0, mostNoise);
    byte[] out = new byte[plane.length];
    for (int i = 0; i < out.length; i++) {
      double light = 1 + slopeX * (i % SIDE - SIDE / 2) + slopeY * (i / SIDE - SIDE / 2);
      out[i] = level(plane[i] * light + sigma * random.nextGaussian());
    }
    return out;
  }
}
