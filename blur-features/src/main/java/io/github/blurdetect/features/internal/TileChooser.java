package io.github.blurdetect.features.internal;

import io.github.blurdetect.features.TextLayout;
import io.github.blurdetect.features.TextLine;
import io.github.blurdetect.features.TextTile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses text-rich tiles greedily from squares laid at every quarter of a side. */
public final class TileChooser {
  private static final int STEPS = 4;
  private static final double[] SCALES = {1, 0.5, 0.25};

  /**
   * The richest tile must hold this many letters, or an eighth of what the richest of all holds.
   */
  private static final double LEAST_LETTERS = 4;

  private TileChooser() {}

  /**
   * Chooses tiles.
   *
   * @param layout where the text is
   * @param viewedSide side after shrinking
   * @param max the most tiles wanted
   * @return the richest first
   */
  public static List<TextTile> choose(TextLayout layout, int viewedSide, int max) {
    List<TextTile> candidates = new ArrayList<>();
    for (double scale : SCALES) {
      addCandidates(layout, viewedSide, scale, candidates);
    }
    candidates.sort(
        Comparator.comparingDouble((TextTile t) -> -t.letters())
            .thenComparingInt(TextTile::top)
            .thenComparingInt(TextTile::left));
    List<TextTile> chosen = new ArrayList<>();
    for (TextTile tile : candidates) {
      if (chosen.size() == max
          || tile.letters() < Math.max(LEAST_LETTERS, candidates.get(0).letters() / 8)) {
        break;
      }
      if (chosen.stream().noneMatch(other -> overlap(tile, other) > 0.25)) {
        chosen.add(tile);
      }
    }
    return chosen;
  }

  /**
   * Returns the scale at which text is looked at.
   *
   * @param xHeight pixels of the photo
   * @return 1 below 16 pixels, 0.5 below 32, else 0.25
   */
  public static double scaleFor(double xHeight) {
    return xHeight < 16 ? 1 : xHeight < 32 ? 0.5 : 0.25;
  }

  private static void addCandidates(
      TextLayout layout, int viewedSide, double scale, List<TextTile> out) {
    int side = (int) Math.round(viewedSide / scale);
    int step = side / STEPS;
    int columns = cells(layout.width(), side, step);
    int rows = cells(layout.height(), side, step);
    double[] letters = new double[columns * rows];
    double[] heights = new double[columns * rows];
    for (TextLine line : layout.lines()) {
      if (scaleFor(line.xHeight()) == scale) {
        spread(line, layout, side, step, columns, rows, letters, heights);
      }
    }
    for (int i = 0; i < letters.length; i++) {
      if (letters[i] > 0) {
        out.add(
            new TextTile(
                start(i % columns, step, layout.width(), side),
                start(i / columns, step, layout.height(), side),
                side,
                scale,
                heights[i] / letters[i],
                letters[i]));
      }
    }
  }

  private static void spread(
      TextLine line,
      TextLayout layout,
      int side,
      int step,
      int columns,
      int rows,
      double[] letters,
      double[] heights) {
    double density =
        line.letters() / ((double) (line.right() - line.left()) * (line.bottom() - line.top()));
    for (int row = 0; row < rows; row++) {
      int high = common(line.top(), line.bottom(), start(row, step, layout.height(), side), side);
      for (int column = 0; high > 0 && column < columns; column++) {
        int left = start(column, step, layout.width(), side);
        double amount = density * high * common(line.left(), line.right(), left, side);
        letters[row * columns + column] += amount;
        heights[row * columns + column] += amount * line.xHeight();
      }
    }
  }

  private static int cells(int length, int side, int step) {
    return length <= side ? 1 : 1 + (length - side + step - 1) / step;
  }

  /** The last square is moved back so that it ends with the photo. */
  private static int start(int cell, int step, int length, int side) {
    return Math.max(0, Math.min(cell * step, length - side));
  }

  private static int common(int from, int to, int start, int side) {
    return Math.max(0, Math.min(to, start + side) - Math.max(from, start));
  }

  /** Common area as a share of the smaller tile. */
  private static double overlap(TextTile a, TextTile b) {
    double wide = common(a.left(), a.left() + a.side(), b.left(), b.side());
    double high = common(a.top(), a.top() + a.side(), b.top(), b.side());
    double side = Math.min(a.side(), b.side());
    return wide * high / (side * side);
  }
}
