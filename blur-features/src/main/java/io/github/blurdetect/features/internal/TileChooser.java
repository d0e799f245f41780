package io.github.blurdetect.features.internal;

import io.github.blurdetect.features.TextLayout;
import io.github.blurdetect.features.TextLine;
import io.github.blurdetect.features.TextTile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses tiles that hold text and lie far apart, of squares laid at every quarter of a side: first
 * the one with the most text, then always the one whose text, times its distance from those chosen,
 * is most. So the first few already tell of the whole page, whatever part of it is blurred.
 */
public final class TileChooser {
  private static final int STEPS = 4;
  private static final double[] SCALES = {1, 0.5, 0.25};

  /** A tile must hold this many letters, and an eighth of what the richest holds. */
  private static final double LEAST_LETTERS = 4;

  private static final double LEAST_SHARE = 0.125;

  /** Tiles may have this much of the smaller one's area in common. */
  private static final double MOST_OVERLAP = 0.25;

  /** Of amounts that differ by less, the tile further up is taken, then the one to the left. */
  private static final double SAME = 1e-9;

  /** Farther than any two tiles of a photo. */
  private static final double FAR = 1e9;

  private TileChooser() {}

  /**
   * Chooses tiles.
   *
   * @param layout where the text is
   * @param viewedSide side after shrinking
   * @param max the most tiles wanted
   * @return the richest first, then those that tell most beside the ones before
   */
  public static List<TextTile> choose(TextLayout layout, int viewedSide, int max) {
    List<TextTile> candidates = candidates(layout, viewedSide);
    double[] distances = new double[candidates.size()]; // to the nearest chosen
    Arrays.fill(distances, FAR);
    List<TextTile> chosen = new ArrayList<>();
    while (chosen.size() < max) {
      int best = best(candidates, distances);
      if (best < 0) {
        break;
      }
      TextTile next = candidates.get(best);
      chosen.add(next);
      for (int i = 0; i < distances.length; i++) {
        TextTile tile = candidates.get(i);
        boolean other = overlap(tile, next) <= MOST_OVERLAP;
        distances[i] = other ? Math.min(distances[i], apart(tile, next)) : 0;
      }
    }
    return chosen;
  }

  private static List<TextTile> candidates(TextLayout layout, int viewedSide) {
    List<TextTile> all = new ArrayList<>();
    for (double scale : SCALES) {
      addCandidates(layout, viewedSide, scale, all);
    }
    double richest = all.stream().mapToDouble(TextTile::letters).max().orElse(0);
    double least = Math.max(LEAST_LETTERS, richest * LEAST_SHARE);
    return all.stream().filter(tile -> tile.letters() >= least).toList();
  }

  /** Returns the index of the tile to take next, -1 if none is left. */
  private static int best(List<TextTile> candidates, double[] distances) {
    int best = -1;
    double most = 0;
    for (int i = 0; i < distances.length; i++) {
      double gain = candidates.get(i).letters() * distances[i];
      boolean same = best >= 0 && Math.abs(gain - most) <= SAME * most;
      if (same ? isBefore(candidates.get(i), candidates.get(best)) : gain > most) {
        best = i;
        most = gain;
      }
    }
    return best;
  }

  private static boolean isBefore(TextTile a, TextTile b) {
    return a.top() != b.top() ? a.top() < b.top() : a.left() < b.left();
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

  /** Distance of the tiles' centres. */
  private static double apart(TextTile a, TextTile b) {
    double wide = a.left() - b.left() + (a.side() - b.side()) / 2.0;
    double high = a.top() - b.top() + (a.side() - b.side()) / 2.0;
    return Math.sqrt(wide * wide + high * high);
  }
}
