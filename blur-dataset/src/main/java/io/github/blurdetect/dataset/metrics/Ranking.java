package io.github.blurdetect.dataset.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * How well scores rank blurred photos above clear ones, whatever the threshold. Equal scores count
 * as one step of the curves, so the order of the photos makes no difference.
 */
public final class Ranking {

  /**
   * A point of a curve, and the threshold at which it is reached.
   *
   * @param x horizontal, in [0, 1]
   * @param y vertical, in [0, 1]
   * @param threshold scores of at least this are called blurred; infinite at a ROC curve's start
   */
  public record Point(double x, double y, double threshold) {}

  private Ranking() {}

  /**
   * Returns the receiver operating characteristic: share of clear photos called blurred (x) against
   * share of blurred photos called blurred (y).
   *
   * @param scores scores and labels of both classes
   * @return from (0, 0) to (1, 1), one point a distinct score
   * @throws IllegalArgumentException if a class is missing
   */
  public static List<Point> rocCurve(LabelledScores scores) {
    checkBothClasses(scores);
    List<Point> curve = new ArrayList<>();
    curve.add(new Point(0, 0, Double.POSITIVE_INFINITY));
    for (Step step : steps(scores)) {
      curve.add(
          new Point(
              (double) step.alarms / scores.clearCount(),
              (double) step.hits / scores.blurredCount(),
              step.threshold));
    }
    return curve;
  }

  /**
   * Returns the area under the ROC curve by the trapezoid rule: the chance that a blurred photo
   * scores above a clear one, ties counting half (Hanley and McNeil, 1982, doi
   * 10.1148/radiology.143.1.7063747).
   *
   * @param scores scores and labels of both classes
   * @return in [0, 1], 0.5 for guessing
   * @throws IllegalArgumentException if a class is missing
   */
  public static double rocAuc(LabelledScores scores) {
    double area = 0;
    List<Point> curve = rocCurve(scores);
    for (int i = 1; i < curve.size(); i++) {
      Point from = curve.get(i - 1);
      Point to = curve.get(i);
      area += (to.x - from.x) * (to.y + from.y) / 2;
    }
    return area;
  }

  /**
   * Returns recall (x) against precision (y) of the blurred class.
   *
   * @param scores scores and labels with at least one blurred photo
   * @return in order of growing recall, one point a distinct score
   * @throws IllegalArgumentException if no photo is blurred
   */
  public static List<Point> precisionRecallCurve(LabelledScores scores) {
    if (scores.blurredCount() == 0) {
      throw new IllegalArgumentException("no blurred photo, expected at least one");
    }
    return steps(scores).stream()
        .map(
            step ->
                new Point(
                    (double) step.hits / scores.blurredCount(),
                    (double) step.hits / (step.hits + step.alarms),
                    step.threshold))
        .toList();
  }

  /**
   * Returns the average precision: precision summed over the steps of recall, without interpolation
   * (scikit-learn's definition).
   *
   * @param scores scores and labels with at least one blurred photo
   * @return in [0, 1]
   * @throws IllegalArgumentException if no photo is blurred
   */
  public static double averagePrecision(LabelledScores scores) {
    double sum = 0;
    double recall = 0;
    for (Point point : precisionRecallCurve(scores)) {
      sum += (point.x - recall) * point.y;
      recall = point.x;
    }
    return sum;
  }

  /** Counts among all photos whose score is at least the threshold. */
  private record Step(double threshold, int hits, int alarms) {}

  private static List<Step> steps(LabelledScores scores) {
    List<Step> steps = new ArrayList<>();
    int hits = 0;
    for (int rank = 0; rank < scores.size(); rank++) {
      int index = scores.descending(rank);
      hits += scores.blurred(index) ? 1 : 0;
      boolean last = rank + 1 == scores.size();
      if (last || scores.score(scores.descending(rank + 1)) != scores.score(index)) {
        steps.add(new Step(scores.score(index), hits, rank + 1 - hits));
      }
    }
    return steps;
  }

  private static void checkBothClasses(LabelledScores scores) {
    if (scores.blurredCount() == 0 || scores.clearCount() == 0) {
      throw new IllegalArgumentException(
          scores.blurredCount()
              + " blurred and "
              + scores.clearCount()
              + " clear photos, expected at least one of each");
    }
  }
}
