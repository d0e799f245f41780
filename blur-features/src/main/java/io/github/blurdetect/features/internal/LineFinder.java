package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.features.TextLayout;
import io.github.blurdetect.features.TextLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shrinks, marks ink, joins its pieces to lines and keeps those that look like text. */
public final class LineFinder {
  private static final double QUIET_SHARE = 0.2;
  private static final double OVER_NOISE = 2.2;

  private static final double LEAST_SPREAD = 2.5;
  private static final double X_OF_CAPITAL = 0.7;
  private static final int LEAST_HEIGHT = 3;

  /** Beyond so many heights a line counts no more: rows of dashes are long. */
  private static final double LONG = 15;

  /** Bars filled more than this are rules, not print. */
  private static final double MOST_FILL = 0.8;

  /** Lines this much lower than the typical one are rows of dashes, rules and specks. */
  private static final double OUTLIER = 0.4;

  /** Lines this much fainter than the typical one are texture. */
  private static final double FAINT = 0.15;

  private LineFinder() {}

  /** A line in the shrunken photo: its stretches, their typical height, and its contrast. */
  private record Line(List<LineBand.Stretch> stretches, double size, double contrast) {
    double length() {
      return stretches.stream().mapToDouble(LineBand.Stretch::length).sum();
    }

    double weight() {
      return Math.min(length(), LONG * size) * contrast;
    }

    double fill() {
      double area = stretches.stream().mapToDouble(s -> (double) s.length() * s.size()).sum();
      return stretches.stream().mapToDouble(LineBand.Stretch::filled).sum() / area;
    }
  }

  /**
   * Finds the text.
   *
   * @param luma the photo
   * @param mostPixels the photo is halved until it has no more
   * @return its lines and cells
   */
  public static FoundText find(LumaPlane luma, int mostPixels) {
    LumaPlane plane = luma;
    int factor = 1;
    while ((long) plane.width() * plane.height() > mostPixels) {
      plane = Planes.halve(plane);
      factor *= 2;
    }
    double noise = Planes.noiseSigma(plane);
    LumaPlane smooth = Planes.smooth(plane);
    double floor = Math.max(LEAST_SPREAD, OVER_NOISE * Planes.quietDeviation(smooth, QUIET_SHARE));
    byte[] ink = InkFinder.find(smooth, floor);
    Components pieces = Components.of(ink, plane.width(), plane.height());
    int[] letters = letterLike(pieces, plane);
    pieces.keepOnly(letters, ink, plane.width());
    LineGrouper across = new LineGrouper(pieces, letters, false);
    LineGrouper down = new LineGrouper(pieces, letters, true);
    boolean vertical =
        Direction.isVertical(ink, plane.width(), plane.height(), letters, across, down);
    LineBand bands = new LineBand(ink, plane.width(), plane.height(), vertical);
    List<Line> lines = new ArrayList<>();
    for (LineGrouper.Group group : (vertical ? down : across).groups()) {
      lines.add(toLine(pieces, group.members(), bands, vertical));
    }
    return layout(luma, lines, vertical, factor, noise);
  }

  /** Leaves out specks, frames, rules, large dark areas and what the border cuts. */
  private static int[] letterLike(Components pieces, LumaPlane plane) {
    int most = Math.max(plane.width(), plane.height()) / 6;
    return IntStream.range(0, pieces.count)
        .filter(
            i -> {
              int shorter = Math.min(pieces.width(i), pieces.height(i));
              int longer = Math.max(pieces.width(i), pieces.height(i));
              double fill = pieces.area[i] / ((double) pieces.width(i) * pieces.height(i));
              return pieces.left[i] > 0
                  && pieces.top[i] > 0
                  && pieces.right[i] < plane.width()
                  && pieces.bottom[i] < plane.height()
                  && longer >= LEAST_HEIGHT
                  && shorter <= most
                  && pieces.area[i] >= 5
                  && fill > 0.08
                  && !(longer > 12 * shorter && (fill > MOST_FILL || shorter < LEAST_HEIGHT));
            })
        .toArray();
  }

  private static Line toLine(Components pieces, int[] members, LineBand bands, boolean vertical) {
    List<LineBand.Stretch> boxes = new ArrayList<>();
    long depth = 0;
    long area = 0;
    for (int i : members) {
      boxes.add(
          vertical
              ? new LineBand.Stretch(
                  pieces.top[i], pieces.bottom[i], pieces.left[i], pieces.right[i], pieces.area[i])
              : new LineBand.Stretch(
                  pieces.left[i],
                  pieces.right[i],
                  pieces.top[i],
                  pieces.bottom[i],
                  pieces.area[i]));
      depth += pieces.depth[i];
      area += pieces.area[i];
    }
    List<LineBand.Stretch> stretches = bands.measure(boxes, typicalSize(boxes));
    return new Line(stretches, typicalSize(stretches), (double) depth / area);
  }

  private static FoundText layout(
      LumaPlane luma, List<Line> found, boolean vertical, int factor, double noise) {
    List<Line> plausible =
        found.stream()
            .filter(l -> l.size >= LEAST_HEIGHT && l.fill() <= MOST_FILL)
            .filter(l -> l.length() >= Math.max(8, 2.5 * l.size))
            .toList();
    double typical = weightedMedian(plausible.stream().map(l -> pair(l.size, l.weight())));
    double contrast = weightedMedian(plausible.stream().map(l -> pair(l.contrast, l.weight())));
    List<TextLine> lines = new ArrayList<>();
    List<TextCell> cells = new ArrayList<>();
    for (Line line : plausible) {
      if (line.size >= OUTLIER * typical
          && line.size <= typical / OUTLIER * 1.5
          && line.contrast >= FAINT * contrast) {
        lines.add(toTextLine(line, vertical, factor));
        addCells(line, vertical, factor, cells);
      }
    }
    lines.sort(Comparator.comparingInt(TextLine::top).thenComparingInt(TextLine::left));
    return new FoundText(
        new TextLayout(
            luma.width(),
            luma.height(),
            lines,
            weightedMedian(lines.stream().map(l -> pair(l.xHeight(), l.letters()))),
            vertical,
            noise),
        cells);
  }

  private static TextLine toTextLine(Line line, boolean vertical, int factor) {
    List<LineBand.Stretch> s = line.stretches;
    int from = s.stream().mapToInt(LineBand.Stretch::from).min().orElseThrow() * factor;
    int to = s.stream().mapToInt(LineBand.Stretch::to).max().orElseThrow() * factor;
    int low = s.stream().mapToInt(LineBand.Stretch::low).min().orElseThrow() * factor;
    int high = s.stream().mapToInt(LineBand.Stretch::high).max().orElseThrow() * factor;
    return new TextLine(
        vertical ? low : from,
        vertical ? from : low,
        vertical ? high : to,
        vertical ? to : high,
        X_OF_CAPITAL * line.size * factor,
        vertical,
        line.contrast);
  }

  private static void addCells(Line line, boolean vertical, int factor, List<TextCell> out) {
    for (LineBand.Stretch s : line.stretches) {
      out.add(
          new TextCell(
              (vertical ? s.low() : s.from()) * factor,
              (vertical ? s.from() : s.low()) * factor,
              (vertical ? s.high() : s.to()) * factor,
              (vertical ? s.to() : s.high()) * factor,
              X_OF_CAPITAL * line.size * factor,
              vertical,
              line.contrast));
    }
  }

  private static double typicalSize(List<LineBand.Stretch> parts) {
    return weightedMedian(parts.stream().map(p -> pair(p.size(), p.length())));
  }

  private static double[] pair(double value, double weight) {
    return new double[] {value, weight};
  }

  /** The median of (value, weight) pairs; NaN of none. */
  private static double weightedMedian(java.util.stream.Stream<double[]> pairs) {
    double[][] sorted = pairs.toArray(double[][]::new);
    Arrays.sort(sorted, Comparator.comparingDouble(p -> p[0]));
    double total = 0;
    for (double[] pair : sorted) {
      total += pair[1];
    }
    double below = 0;
    for (double[] pair : sorted) {
      below += pair[1];
      if (2 * below >= total) {
        return pair[0];
      }
    }
    return Double.NaN;
  }
}
