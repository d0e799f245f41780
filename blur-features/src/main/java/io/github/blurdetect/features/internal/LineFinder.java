package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.features.TextLayout;
import io.github.blurdetect.features.TextLine;
import io.github.blurdetect.features.TextLocator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Shrinks, marks ink, joins its pieces to lines and keeps those that look like text. */
public final class LineFinder {
  private static final double QUIET_SHARE = 0.2;
  private static final double OVER_NOISE = 2.2;

  private static final double LEAST_SPREAD = 2.5;
  private static final int LEAST_HEIGHT = 3;
  private static final List<Double> HALF = List.of(0.5);

  /** Print with a larger x-height is looked for in a smaller picture: the ink window fits it. */
  private static final int LARGE = 14;

  /** Bars filled more than this are rules, not print. */
  private static final double MOST_FILL = 0.8;

  /** Lines this much lower than the typical one are rows of dashes, rules and specks. */
  private static final double OUTLIER = 0.4;

  /** Fainter than this share of the typical contrast, a line must be like the others. */
  private static final double FAINT = 0.3;

  /** Still fainter lines are texture. */
  private static final double FAINTEST = 0.04;

  /** How much smaller or larger than the typical line a faint one may be. */
  private static final double LIKE = 1.7;

  /** How dark the paper of a line may be, against the typical line's. */
  private static final double LIKE_PAPER = 0.65;

  private LineFinder() {}

  /**
   * Finds the text.
   *
   * @param luma the photo
   * @return its lines and cells
   */
  public static FoundText find(LumaPlane luma) {
    return find(new Pyramid(luma));
  }

  /** An image's brightness in several sizes and the text found in it. */
  record Searched(Pyramid pyramid, FoundText found) {
    static Searched of(Pyramid pyramid) {
      return new Searched(pyramid, find(pyramid));
    }
  }

  /**
   * Finds the text of an image once, however many ask.
   *
   * @param image the photo
   * @return its lines and cells
   */
  public static FoundText find(BlurImage image) {
    return searched(image).found();
  }

  static Searched searched(BlurImage image) {
    return image.derived(Searched.class, each -> Searched.of(new Pyramid(each)));
  }

  /**
   * Finds the text.
   *
   * @param pyramid the photo and its halvings
   * @return its lines and cells
   */
  static FoundText find(Pyramid pyramid) {
    int level = pyramid.levelOfAtMost(TextLocator.MOST_PIXELS);
    FoundText found = findAt(pyramid, level);
    while (found.layout().xHeight() > LARGE << level) {
      level++;
      FoundText smaller = findAt(pyramid, level);
      if (smaller.layout().letters() < 0.6 * found.layout().letters()) {
        break;
      }
      found = smaller;
    }
    return found;
  }

  private static FoundText findAt(Pyramid pyramid, int level) {
    LumaPlane plane = pyramid.level(level);
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
        Direction.isVertical(ink, plane.width(), plane.height(), pieces, letters, across, down);
    List<List<LineBand.Stretch>> groups = new ArrayList<>();
    List<LineGrouper.Group> members = (vertical ? down : across).groups();
    for (LineGrouper.Group group : members) {
      groups.add(boxes(pieces, group.members(), vertical));
    }
    double slope = Slant.of(groups);
    LineBand bands =
        vertical
            ? new LineBand(
                Transposition.of(ink, plane.width(), plane.height()),
                plane.height(),
                plane.width(),
                slope)
            : new LineBand(ink, plane.width(), plane.height(), slope);
    List<FoundLine> lines = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      List<LineBand.Stretch> stretches = bands.measure(groups.get(i), typicalSize(groups.get(i)));
      if (!stretches.isEmpty()) {
        lines.add(
            new FoundLine(
                stretches,
                typicalSize(stretches),
                contrast(pieces, members.get(i).members()),
                paper(smooth, stretches, vertical),
                groups.get(i).stream().mapToLong(LineBand.Stretch::filled).sum()));
      }
    }
    return layout(pyramid, lines, vertical, slope, 1 << level, noise);
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

  private static List<LineBand.Stretch> boxes(Components pieces, int[] members, boolean vertical) {
    List<LineBand.Stretch> boxes = new ArrayList<>();
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
    }
    return boxes;
  }

  /** Mean depth of the ink, grey levels. */
  private static double contrast(Components pieces, int[] members) {
    long depth = 0;
    long area = 0;
    for (int i : members) {
      depth += pieces.depth[i];
      area += pieces.area[i];
    }
    return (double) depth / area;
  }

  /** Mean over the stretches of the brightest pixel along their middle. */
  private static double paper(LumaPlane plane, List<LineBand.Stretch> stretches, boolean vertical) {
    double sum = 0;
    for (LineBand.Stretch s : stretches) {
      int brightest = 0;
      int across = (int) s.center();
      for (int along = s.from(); along < s.to(); along++) {
        int value = vertical ? plane.get(across, along) : plane.get(along, across);
        brightest = Math.max(brightest, value);
      }
      sum += brightest;
    }
    return sum / stretches.size();
  }

  private static FoundText layout(
      Pyramid pyramid,
      List<FoundLine> found,
      boolean vertical,
      double slope,
      int factor,
      double noise) {
    List<FoundLine> plausible =
        found.stream()
            .filter(l -> l.size() >= LEAST_HEIGHT && l.fill() <= MOST_FILL)
            .filter(l -> l.length() >= Math.max(8, 2.5 * l.size()))
            .toList();
    double size = typical(plausible, FoundLine::size);
    double contrast = typical(plausible, FoundLine::contrast);
    double paper = typical(plausible, FoundLine::paper);
    List<TextLine> lines = new ArrayList<>();
    List<TextCell> cells = new ArrayList<>();
    long ink = 0;
    for (FoundLine line : plausible) {
      boolean strong = line.contrast() >= FAINT * contrast;
      boolean like =
          line.size() <= LIKE * size
              && line.size() >= size / LIKE
              && line.contrast() >= FAINTEST * contrast;
      boolean sized = line.size() >= OUTLIER * size && line.size() <= 1.5 / OUTLIER * size;
      if (sized && line.paper() >= LIKE_PAPER * paper && (strong || like)) {
        line.addCells(lines.size(), vertical, slope, factor, cells);
        lines.add(line.toTextLine(vertical, factor));
        ink += line.ink();
      }
    }
    lines.sort(Comparator.comparingInt(TextLine::top).thenComparingInt(TextLine::left));
    return new FoundText(
        new TextLayout(
            pyramid.width(),
            pyramid.height(),
            lines,
            WeightedPercentile.of(
                lines.stream().map(l -> new double[] {l.xHeight(), l.letters()}), 0.5),
            vertical,
            noise),
        cells,
        slope,
        1 - (double) ink / Math.max(1, found.stream().mapToLong(FoundLine::ink).sum()));
  }

  private static double typicalSize(List<LineBand.Stretch> parts) {
    return typical(parts, LineBand.Stretch::size, LineBand.Stretch::length);
  }

  private static double typical(List<FoundLine> lines, ToDoubleFunction<FoundLine> value) {
    return typical(lines, value, FoundLine::weight);
  }

  /** The weighted median, 0 where there is nothing. */
  private static <T> double typical(
      List<T> of, ToDoubleFunction<T> value, ToDoubleFunction<T> weight) {
    double[] values = new double[of.size()];
    double[] weights = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.applyAsDouble(of.get(i));
      weights[i] = weight.applyAsDouble(of.get(i));
    }
    double median = WeightedPercentile.of(values, weights, HALF)[0];
    return Double.isNaN(median) ? 0 : median;
  }
}
