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
  /** Standard deviation that white noise of 1 keeps after {@link Planes#smooth}: (3/8). */
  private static final double SMOOTHED_NOISE = 0.375;

  private static final double LEAST_SPREAD = 2.5;
  private static final double X_OF_CAPITAL = 0.7;
  private static final int LEAST_HEIGHT = 3;

  private LineFinder() {}

  /**
   * Finds the text.
   *
   * @param luma the photo
   * @param mostPixels the photo is halved until it has no more
   * @return its lines
   */
  public static TextLayout find(LumaPlane luma, int mostPixels) {
    LumaPlane plane = luma;
    int factor = 1;
    while ((long) plane.width() * plane.height() > mostPixels) {
      plane = Planes.halve(plane);
      factor *= 2;
    }
    double noise = Planes.noiseSigma(plane);
    double floor = Math.max(LEAST_SPREAD, 2 * SMOOTHED_NOISE * noise);
    byte[] ink = InkFinder.find(Planes.smooth(plane), floor);
    Components pieces = Components.of(ink, plane.width(), plane.height());
    int[] letters = letterLike(pieces, plane);
    LineGrouper across = new LineGrouper(pieces, letters, false);
    LineGrouper down = new LineGrouper(pieces, letters, true);
    boolean vertical = isVertical(pieces, letters, across, down);
    List<TextLine> lines = new ArrayList<>();
    for (LineGrouper.Group group : (vertical ? down : across).groups()) {
      TextLine line = toLine(pieces, group.members(), vertical, factor);
      if (line != null) {
        lines.add(line);
      }
    }
    lines.sort(Comparator.comparingInt(TextLine::top).thenComparingInt(TextLine::left));
    return new TextLayout(
        luma.width(), luma.height(), lines, typicalHeight(lines), vertical, noise);
  }

  /** Leaves out specks, frames, rules and large dark areas. */
  private static int[] letterLike(Components pieces, LumaPlane plane) {
    int most = Math.max(plane.width(), plane.height()) / 6;
    return IntStream.range(0, pieces.count)
        .filter(
            i -> {
              int shorter = Math.min(pieces.width(i), pieces.height(i));
              int longer = Math.max(pieces.width(i), pieces.height(i));
              double fill = pieces.area[i] / ((double) pieces.width(i) * pieces.height(i));
              return longer >= LEAST_HEIGHT
                  && shorter <= most
                  && pieces.area[i] >= 5
                  && fill > 0.08
                  && !(longer > 12 * shorter && (fill > 0.85 || shorter < LEAST_HEIGHT));
            })
        .toArray();
  }

  private static boolean isVertical(
      Components pieces, int[] letters, LineGrouper across, LineGrouper down) {
    double votes = 0;
    for (int i : letters) {
      double aspect = (double) pieces.width(i) / pieces.height(i);
      if (aspect > 2 || aspect < 0.5) {
        votes += aspect > 1 ? -Math.min(aspect, 10) : Math.min(1 / aspect, 10);
      }
      votes += Double.compare(across.gapOf(i), down.gapOf(i));
    }
    return votes > 0;
  }

  private static @org.jspecify.annotations.Nullable TextLine toLine(
      Components pieces, int[] members, boolean vertical, int factor) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = 0;
    int bottom = 0;
    long depth = 0;
    long area = 0;
    for (int i : members) {
      left = Math.min(left, pieces.left[i]);
      top = Math.min(top, pieces.top[i]);
      right = Math.max(right, pieces.right[i]);
      bottom = Math.max(bottom, pieces.bottom[i]);
      depth += pieces.depth[i];
      area += pieces.area[i];
    }
    double size = typicalSize(pieces, members, vertical);
    double length = vertical ? bottom - top : right - left;
    if (size < LEAST_HEIGHT || length < 2.5 * size || length < 8) {
      return null;
    }
    return new TextLine(
        left * factor,
        top * factor,
        right * factor,
        bottom * factor,
        X_OF_CAPITAL * size * factor,
        vertical,
        (double) depth / area);
  }

  /** The median height of a line's pieces, weighted by their lengths. */
  private static double typicalSize(Components pieces, int[] members, boolean vertical) {
    double[][] sized = new double[members.length][];
    for (int k = 0; k < members.length; k++) {
      int i = members[k];
      int size = vertical ? pieces.width(i) : pieces.height(i);
      int length = vertical ? pieces.height(i) : pieces.width(i);
      sized[k] = new double[] {size, length};
    }
    return weightedMedian(sized);
  }

  private static double typicalHeight(List<TextLine> lines) {
    double[][] heights = new double[lines.size()][];
    for (int k = 0; k < heights.length; k++) {
      heights[k] = new double[] {lines.get(k).xHeight(), lines.get(k).letters()};
    }
    return heights.length == 0 ? Double.NaN : weightedMedian(heights);
  }

  /** Pairs of value and weight; sorts them in place. */
  private static double weightedMedian(double[][] pairs) {
    Arrays.sort(pairs, Comparator.comparingDouble(p -> p[0]));
    double total = 0;
    for (double[] pair : pairs) {
      total += pair[1];
    }
    double below = 0;
    for (double[] pair : pairs) {
      below += pair[1];
      if (2 * below >= total) {
        return pair[0];
      }
    }
    return pairs[pairs.length - 1][0];
  }
}
