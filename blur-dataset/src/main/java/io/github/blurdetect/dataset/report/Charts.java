package io.github.blurdetect.dataset.report;

import io.github.blurdetect.dataset.metrics.Calibration;
import io.github.blurdetect.dataset.metrics.ConfusionMatrix;
import io.github.blurdetect.dataset.metrics.LabelledScores;
import io.github.blurdetect.dataset.metrics.Ranking;
import java.util.ArrayList;
import java.util.List;

/** The charts of a report. */
final class Charts {
  private static final int HISTOGRAM_BINS = 25;
  private static final int THRESHOLDS = 200;

  private Charts() {}

  static String roc(LabelledScores scores, ConfusionMatrix matrix) {
    double alarms = 1 - matrix.clear().recall();
    double hits = matrix.blurred().recall();
    return new Svg("ROC curve", 0, 1)
        .unitAxes("clear photos called blurred (share)", "blurred photos found (share)")
        .line("guess", 0, 0, 1, 1)
        .curve(points(Ranking.rocCurve(scores)), true)
        .point(alarms, hits, 5.5, "at the threshold")
        .pointLabel(alarms, hits, Numbers.fixed(alarms, 3) + ", " + Numbers.fixed(hits, 3))
        .finish();
  }

  static String precisionRecall(LabelledScores scores, ConfusionMatrix matrix) {
    double share = (double) scores.blurredCount() / scores.size();
    List<double[]> curve = points(Ranking.precisionRecallCurve(scores));
    curve.add(0, new double[] {0, curve.get(0)[1]});
    double recall = matrix.blurred().recall();
    double precision = matrix.blurred().precision();
    return new Svg("Precision-recall curve", 0, 1)
        .unitAxes("recall of blurred photos", "precision")
        .line("guess", 0, share, 1, share)
        .curve(curve, true)
        .point(recall, precision, 5.5, "at the threshold")
        .pointLabel(
            recall, precision, Numbers.fixed(recall, 3) + ", " + Numbers.fixed(precision, 3))
        .finish();
  }

  private static List<double[]> points(List<Ranking.Point> curve) {
    List<double[]> points = new ArrayList<>();
    curve.forEach(point -> points.add(new double[] {point.x(), point.y()}));
    return points;
  }

  /** Clear photos upwards, blurred ones downwards; heights are square roots, so that few show. */
  static String histogram(LabelledScores scores, double threshold) {
    int[][] counts = new int[2][HISTOGRAM_BINS];
    int most = 1;
    for (int i = 0; i < scores.size(); i++) {
      int bin = Math.min(HISTOGRAM_BINS - 1, (int) (scores.score(i) * HISTOGRAM_BINS));
      most = Math.max(most, ++counts[scores.blurred(i) ? 1 : 0][bin]);
    }
    double top = Math.sqrt(most) * 1.08;
    Svg chart = new Svg("Histogram of scores", -top, top);
    List<Integer> steps = steps(most);
    double[] ticks = new double[2 * steps.size() + 1];
    List<String> labels = new ArrayList<>(List.of("0"));
    for (int i = 0; i < steps.size(); i++) {
      ticks[2 * i + 1] = Math.sqrt(steps.get(i));
      ticks[2 * i + 2] = -Math.sqrt(steps.get(i));
      labels.add(String.valueOf(steps.get(i)));
      labels.add(String.valueOf(steps.get(i)));
    }
    chart.axes("score", "photos (square-root scale)", ticks, labels);
    for (int bin = 0; bin < HISTOGRAM_BINS; bin++) {
      double low = (double) bin / HISTOGRAM_BINS;
      double high = (double) (bin + 1) / HISTOGRAM_BINS;
      String range = Numbers.plain(low) + " to " + Numbers.plain(high) + ": ";
      bar(chart, "bar-clear", low, high, counts[0][bin], 1, range + counts[0][bin] + " clear");
      bar(chart, "bar-blurred", low, high, counts[1][bin], -1, range + counts[1][bin] + " blurred");
    }
    return chart
        .line("axis", 0, 0, 1, 0)
        .line("threshold", threshold, -top, threshold, top)
        .finish();
  }

  private static void bar(
      Svg chart, String style, double low, double high, int count, int sign, String title) {
    if (count > 0) {
      chart.rectangle(style, low, high, 0, sign * Math.sqrt(count), title);
    }
  }

  /** Three or four round counts whose square roots spread over the axis. */
  private static List<Integer> steps(int most) {
    List<Integer> steps = new ArrayList<>();
    int step = 1;
    while (step <= most) {
      steps.add(step);
      step *= most > 40 ? 10 : 4;
    }
    int last = steps.get(steps.size() - 1);
    if (most >= 3 * last) {
      steps.add(most / last * last);
    }
    return steps;
  }

  static String f1ByThreshold(LabelledScores scores, double threshold, double best) {
    List<double[]> curve = new ArrayList<>();
    for (int i = 0; i <= THRESHOLDS; i++) {
      double at = (double) i / THRESHOLDS;
      curve.add(new double[] {at, f1(scores, at)});
    }
    return new Svg("F1 by threshold", 0, 1)
        .unitAxes("threshold", "F1 of the blurred class")
        .line("threshold", best, 0, best, f1(scores, best))
        .curve(curve, true)
        .point(threshold, f1(scores, threshold), 5.5, "at the threshold")
        .pointLabel(threshold, f1(scores, threshold), Numbers.fixed(f1(scores, threshold), 3))
        .finish();
  }

  private static double f1(LabelledScores scores, double threshold) {
    return ConfusionMatrix.of(scores, threshold).blurred().f1();
  }

  static String calibration(LabelledScores scores) {
    Svg chart =
        new Svg("Calibration curve", 0, 1)
            .unitAxes("mean score of a bin", "share of blurred photos")
            .line("guess", 0, 0, 1, 1);
    List<double[]> curve = new ArrayList<>();
    List<Calibration.Bin> bins = Calibration.bins(scores, Figures.BINS);
    for (Calibration.Bin bin : bins) {
      if (bin.count() > 0) {
        curve.add(new double[] {bin.meanScore(), bin.blurredShare()});
      }
    }
    chart.curve(curve, false);
    for (Calibration.Bin bin : bins) {
      if (bin.count() > 0) {
        double radius = 3 + 9 * Math.sqrt((double) bin.count() / scores.size());
        chart.point(bin.meanScore(), bin.blurredShare(), radius, bin.count() + " photos");
      }
    }
    return chart.finish();
  }
}
