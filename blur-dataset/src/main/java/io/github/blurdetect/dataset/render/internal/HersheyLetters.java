package io.github.blurdetect.dataset.render.internal;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Letters as the way of a pen, joined in writing: one of the fonts of A. Hershey ("Calligraphy for
 * computers", 1967), as Debian's hershey-fonts-data has them, a character a line from the space on:
 * number, count, then pairs of letters whose distance from R are coordinates; the first pair is the
 * left and the right side, " R" lifts the pen. Immutable.
 */
final class HersheyLetters {

  private static final int HEADER = 8;
  private static final char ORIGIN = 'R';

  /** The row on which letters stand. */
  private static final int BASELINE = 9;

  private final List<String> glyphs;

  HersheyLetters(Path file) {
    try {
      glyphs = Files.readAllLines(file, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }

  /** Returns a text's strokes, from the origin on along the baseline. */
  Path2D path(String text, double scale) {
    Path2D path = new Path2D.Double();
    double at = 0;
    for (char c : text.toCharArray()) {
      int index = c - ' ';
      if (index < 0 || index >= glyphs.size() || glyphs.get(index).length() < HEADER + 2) {
        continue;
      }
      String glyph = glyphs.get(index);
      int left = glyph.charAt(HEADER) - ORIGIN;
      int right = glyph.charAt(HEADER + 1) - ORIGIN;
      List<double[]> stroke = new ArrayList<>();
      for (int i = HEADER + 2; i + 1 < glyph.length(); i += 2) {
        if (glyph.charAt(i) == ' ') {
          append(path, stroke);
          stroke.clear();
        } else {
          double x = at + glyph.charAt(i) - ORIGIN - left;
          double y = glyph.charAt(i + 1) - ORIGIN - BASELINE;
          stroke.add(new double[] {x * scale, y * scale});
        }
      }
      append(path, stroke);
      at += right - left;
    }
    return path;
  }

  /** Adds a stroke as a smooth curve through its points (E. Catmull and R. Rom, 1974). */
  private static void append(Path2D path, List<double[]> points) {
    int last = points.size() - 1;
    if (last < 1) {
      return;
    }
    path.moveTo(points.get(0)[0], points.get(0)[1]);
    for (int i = 0; i < last; i++) {
      double[] before = points.get(Math.max(0, i - 1));
      double[] from = points.get(i);
      double[] to = points.get(i + 1);
      double[] after = points.get(Math.min(last, i + 2));
      path.curveTo(
          from[0] + (to[0] - before[0]) / 6,
          from[1] + (to[1] - before[1]) / 6,
          to[0] - (after[0] - from[0]) / 6,
          to[1] - (after[1] - from[1]) / 6,
          to[0],
          to[1]);
    }
  }
}
