package io.github.blurdetect.tree.training.verb;

import io.github.blurdetect.dataset.metrics.LabelledScores;
import io.github.blurdetect.dataset.metrics.RankCorrelation;
import io.github.blurdetect.dataset.metrics.Ranking;
import io.github.blurdetect.features.LegibilityCells;
import io.github.blurdetect.features.LegibilityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How well legibilities agree with what was read: of cells, and of pages. */
final class LegibilityFigures {
  private static final int BINS = 10;
  private static final double READ = 0.5;
  private static final double LEAST = 1e-12; // Keeps the logarithm finite.

  private final List<double[]> cells = new ArrayList<>(); // Legibility, share read.
  private final List<double[]> pages = new ArrayList<>(); // Mean legibility, share read.

  /** Adds what a model that has not seen a photo says of it. */
  void add(ReadPhoto photo, LegibilityModel model) {
    LegibilityCells of = photo.cells();
    for (int i = 0; i < of.size(); i++) {
      if (!Double.isNaN(of.share(i))) {
        cells.add(new double[] {model.legibility(of, i), of.share(i)});
      }
    }
    if (of.size() > 0 && !Double.isNaN(photo.wordShare())) {
      pages.add(new double[] {model.mean(of), photo.wordShare()});
    }
  }

  /**
   * Area under the ROC curve of finding cells on lines of which half or more was read; NaN where
   * there are only such cells or none.
   */
  double rocAuc() {
    boolean[] read = new boolean[cells.size()];
    int count = 0;
    for (int i = 0; i < read.length; i++) {
      read[i] = cells.get(i)[1] >= READ;
      count += read[i] ? 1 : 0;
    }
    return count == 0 || count == read.length
        ? Double.NaN
        : Ranking.rocAuc(LabelledScores.of(column(cells, 0), read));
  }

  /** Mean cross-entropy of the share read, in nats. */
  double logLoss() {
    double sum = 0;
    for (double[] cell : cells) {
      double p = Math.max(LEAST, Math.min(1 - LEAST, cell[0]));
      sum -= cell[1] * Math.log(p) + (1 - cell[1]) * Math.log(1 - p);
    }
    return sum / cells.size();
  }

  /** Rank correlation of the pages' mean legibility with their share of words read. */
  double spearman() {
    return pages.size() < 2
        ? Double.NaN
        : RankCorrelation.spearman(column(pages, 0), column(pages, 1));
  }

  int cells() {
    return cells.size();
  }

  int pages() {
    return pages.size();
  }

  /** A line for each tenth of the legibility: how many cells, mean legibility, share read. */
  String calibration() {
    double[][] sums = new double[BINS][3];
    for (double[] cell : cells) {
      double[] bin = sums[Math.min(BINS - 1, (int) (cell[0] * BINS))];
      bin[0]++;
      bin[1] += cell[0];
      bin[2] += cell[1];
    }
    StringBuilder text = new StringBuilder("legibility   cells   mean   read\n");
    for (int b = 0; b < BINS; b++) {
      double count = sums[b][0];
      text.append(
          String.format(
              Locale.ROOT, "%.1f to %.1f %8.0f", (double) b / BINS, (b + 1.0) / BINS, count));
      text.append(
          count == 0
              ? String.format("%n")
              : String.format(
                  Locale.ROOT, "  %5.3f  %5.3f%n", sums[b][1] / count, sums[b][2] / count));
    }
    return text.toString();
  }

  private static double[] column(List<double[]> rows, int column) {
    return rows.stream().mapToDouble(row -> row[column]).toArray();
  }
}
