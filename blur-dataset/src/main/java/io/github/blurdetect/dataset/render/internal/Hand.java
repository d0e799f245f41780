package io.github.blurdetect.dataset.render.internal;

import io.github.blurdetect.dataset.render.Handwriting;
import io.github.blurdetect.dataset.simulate.Box;
import io.github.blurdetect.dataset.simulate.TextLine;
import io.github.blurdetect.dataset.simulate.internal.ValueNoise;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's writing: a font's letters with a slant, a width and a pen of one's own, bent by smooth
 * noise so that no two letters are alike and no baseline is straight.
 */
final class Hand {

  /** Fonts of strokes thick and thin, whose thin ones would vanish if they were drawn thinner. */
  private static final List<String> BROAD_NIB = List.of("Ecolier_court", "Dancing Script");

  private static final double LEAST_STROKE = 1.2;

  /** Families of letters that are joined. */
  private static final List<String> CURSIVE =
      List.of(
          "Hershey Script Simplex",
          "Ecolier_court",
          "Kristi",
          "Delphine",
          "Dancing Script",
          "Steve");

  private static final int CURSIVE_SHARE = 4;

  private final Font font;
  private final @Nullable HersheyLetters letters;
  private final double scale;
  private final double xHeight;
  private final AffineTransform shape;
  private final Pen pen;
  private final double weight;
  private final double stroke;
  private final ValueNoise bend;
  private final double bump;
  private final double wander;
  private final FontRenderContext context = new FontRenderContext(null, true, true);

  /** Draws a hand that writes small letters of a height in pixels. */
  Hand(String family, double xHeight, SplittableRandom random) {
    this.xHeight = xHeight;
    Font unit = new Font(family, Font.PLAIN, 1).deriveFont(200f);
    double height = unit.createGlyphVector(context, "x").getVisualBounds().getHeight();
    font = unit.deriveFont((float) (200 * xHeight / height));
    letters =
        family.equals(Handwriting.HERSHEY) ? new HersheyLetters(Handwriting.HERSHEY_FILE) : null;
    scale = letters == null ? 1 : xHeight / letters.path("x", 1).getBounds2D().getHeight();
    shape = AffineTransform.getScaleInstance(random.nextDouble(0.85, 1.3), 1);
    shape.preConcatenate(AffineTransform.getShearInstance(-random.nextDouble(-0.15, 0.45), 0));
    pen = Pen.draw(random);
    double wanted = xHeight * Math.exp(random.nextDouble(Math.log(0.05), Math.log(0.24)));
    double own = letters == null ? strokeOf(outline("nearest round minute")) : wanted;
    double thinnest = Math.max(LEAST_STROKE, BROAD_NIB.contains(family) ? own : 0.45 * own);
    stroke = Math.max(thinnest, Math.min(1.8 * own, wanted));
    weight = stroke - own;
    bend = new ValueNoise(random);
    bump = random.nextDouble(0.02, 0.09);
    wander = random.nextDouble(0, 0.35);
  }

  /** Repeats families so that joined letters, which most people write, are drawn more often. */
  static List<String> weighted(List<String> families) {
    return families.stream()
        .flatMap(f -> Collections.nCopies(CURSIVE.contains(f) ? CURSIVE_SHARE : 1, f).stream())
        .toList();
  }

  double xHeight() {
    return xHeight;
  }

  /** Mean width of the strokes in pixels. */
  double stroke() {
    return stroke;
  }

  /** Width of a text in pixels, about. */
  double measure(String text) {
    return outline(text).getBounds2D().getWidth();
  }

  /** Writes words from a left end; returns where they end. Words beyond the sheet are left out. */
  double write(Sheet sheet, String text, double x, double baseline, SplittableRandom random) {
    double at = x;
    double space = xHeight * (random.nextDouble() < 0.3 ? 2 : 1) * random.nextDouble(0.6, 1.3);
    double slope = 0.012 * random.nextGaussian();
    for (String word : text.strip().split(" +")) {
      double y = baseline + slope * (at - x) + 0.05 * xHeight * random.nextGaussian();
      Shape raw = outline(word);
      Rectangle2D box = raw.getBounds2D();
      if (at + box.getWidth() > sheet.width() - xHeight / 2) {
        break;
      }
      place(sheet, word, raw, at - box.getMinX(), y);
      at += box.getWidth() + space * random.nextDouble(0.8, 1.2);
    }
    return at;
  }

  private void place(Sheet sheet, String word, Shape raw, double x, double y) {
    Shape bent = bent(AffineTransform.getTranslateInstance(x, y).createTransformedShape(raw));
    if (letters == null) {
      pen.fill(sheet.image(), bent, weight, 2.5 * xHeight);
    } else {
      bent = nib(stroke).createStrokedShape(bent);
      pen.fill(sheet.image(), bent, 0, 2.5 * xHeight);
    }
    Rectangle2D box = bent.getBounds2D();
    int left = clamp(Math.floor(box.getMinX()), sheet.width());
    int top = clamp(Math.floor(box.getMinY()), sheet.height());
    int right = clamp(Math.ceil(box.getMaxX()), sheet.width());
    int bottom = clamp(Math.ceil(box.getMaxY()), sheet.height());
    if (right - left >= 2 && bottom - top >= 2) {
      Box where = new Box(left, top, right, bottom);
      sheet.lines().add(new TextLine(where, word, xHeight, TextLine.Role.CONTENT, stroke));
    }
  }

  /** Draws a line that is no writing: a frame's side, a dash, a scribble. */
  void draw(Sheet sheet, Shape path, double width) {
    pen.fill(sheet.image(), nib(width).createStrokedShape(bent(path)), 0, 2.5 * xHeight);
  }

  private static BasicStroke nib(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  private Shape outline(String text) {
    Shape plain =
        letters == null
            ? font.createGlyphVector(context, text).getOutline()
            : letters.path(text, scale);
    return shape.createTransformedShape(plain);
  }

  /** Moves each point of a path by smooth noise: fine for letters, broad for the baseline. */
  private Shape bent(Shape path) {
    Path2D out = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double[] at = new double[6];
    for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(at);
      for (int k = 0; k < 3; k++) {
        bend(at, 2 * k);
      }
      switch (kind) {
        case PathIterator.SEG_MOVETO -> out.moveTo(at[0], at[1]);
        case PathIterator.SEG_LINETO -> out.lineTo(at[0], at[1]);
        case PathIterator.SEG_QUADTO -> out.quadTo(at[0], at[1], at[2], at[3]);
        case PathIterator.SEG_CUBICTO -> out.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
        default -> out.closePath();
      }
    }
    return out;
  }

  private void bend(double[] at, int k) {
    double u = at[k] / xHeight;
    double v = at[k + 1] / xHeight;
    double across = bump * bend.at((float) (0.9 * u), (float) (0.9 * v + 20));
    double down = bump * bend.at((float) (0.9 * u + 40), (float) (0.9 * v));
    double broad = wander * bend.at((float) (u / 14), (float) (v / 9 + 50));
    at[k] += xHeight * across;
    at[k + 1] += xHeight * (down + broad);
  }

  /** Mean width of an outline's strokes: twice its area over its length. */
  private static double strokeOf(Shape outline) {
    double area = 0;
    double length = 0;
    double[] at = new double[6];
    double startX = 0;
    double startY = 0;
    double x = 0;
    double y = 0;
    for (PathIterator i = outline.getPathIterator(null, 0.2); !i.isDone(); i.next()) {
      int kind = i.currentSegment(at);
      double nextX = kind == PathIterator.SEG_CLOSE ? startX : at[0];
      double nextY = kind == PathIterator.SEG_CLOSE ? startY : at[1];
      if (kind == PathIterator.SEG_MOVETO) {
        startX = nextX;
        startY = nextY;
      } else {
        area += (x * nextY - nextX * y) / 2;
        length += Math.hypot(nextX - x, nextY - y);
      }
      x = nextX;
      y = nextY;
    }
    return 2 * Math.abs(area) / Math.max(1e-6, length);
  }

  private static int clamp(double value, int most) {
    return (int) Math.max(0, Math.min(most, value));
  }
}
