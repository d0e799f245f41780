package io.github.blurdetect.features;

import io.github.blurdetect.features.internal.Legibility;
import io.github.blurdetect.features.internal.LegibilityTerms;
import io.github.blurdetect.features.internal.LogisticFit;
import io.github.blurdetect.features.internal.LogisticModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much of a cell's print an OCR program would read: a logistic regression on the cell's
 * measures. {@link FeatureExtractor} uses the {@linkplain #builtIn() built-in} one.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class LegibilityModel {
  private static final LegibilityModel BUILT_IN =
      new LegibilityModel(Legibility.model(), "the built-in one");

  private final LogisticModel model;
  private final String origin;

  private LegibilityModel(LogisticModel model, String origin) {
    this.model = model;
    this.origin = origin;
  }

  /**
   * Returns the model that the features are measured with.
   *
   * @return the one instance
   */
  public static LegibilityModel builtIn() {
    return BUILT_IN;
  }

  /**
   * Fits a model to the cells that lie on lines, each counting alike.
   *
   * @param photos measured photos; their order changes rounding errors only
   * @param ridge penalty on the squares of the standardised weights, at least 0
   * @return the model
   * @throws IllegalArgumentException if no cell lies on a line, or the ridge is negative or not
   *     finite
   */
  public static LegibilityModel fit(List<LegibilityCells> photos, double ridge) {
    if (!(ridge >= 0 && Double.isFinite(ridge))) {
      throw new IllegalArgumentException("ridge is " + ridge + ", expected at least 0");
    }
    List<double[]> rows = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (LegibilityCells photo : photos) {
      for (int i = 0; i < photo.size(); i++) {
        if (!Double.isNaN(photo.share(i))) {
          rows.add(photo.terms(i));
          shares.add(photo.share(i));
        }
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "no cell of " + photos.size() + " photos lies on a line that was read, expected some");
    }
    double[] alike = new double[rows.size()];
    Arrays.fill(alike, 1);
    LogisticModel fitted =
        LogisticFit.fit(
            LegibilityTerms.names(),
            rows.toArray(double[][]::new),
            shares.stream().mapToDouble(Double::doubleValue).toArray(),
            alike,
            ridge);
    return new LegibilityModel(
        fitted,
        "fitted to " + rows.size() + " cells of " + photos.size() + " photos, ridge " + ridge);
  }

  /**
   * Judges a cell.
   *
   * @param cells of a photo
   * @param cell which of them
   * @return expected share of words read, in (0, 1)
   */
  public double legibility(LegibilityCells cells, int cell) {
    return model.probability(cells.terms(cell));
  }

  /**
   * Judges a page: the mean over its cells by their letters, the feature {@code legibility_mean}.
   *
   * @param cells of a photo
   * @return in (0, 1); NaN where there is no cell
   */
  public double mean(LegibilityCells cells) {
    double sum = 0;
    double letters = 0;
    for (int i = 0; i < cells.size(); i++) {
      sum += cells.letters(i) * legibility(cells, i);
      letters += cells.letters(i);
    }
    return sum / letters;
  }

  /**
   * Returns the model as this module's resource {@code legibility.tsv} holds it.
   *
   * @return comments, then a line for each term: name, mean, deviation, weight, tab-separated
   */
  public String text() {
    return """
        # Legibility of a cell of print: logistic regression on the share of words that OCR read on the line.
        # This model: %s.
        # name, mean, deviation, weight of the standardised term
        %s
        """
        .formatted(origin, String.join("\n", model.toLines()));
  }
}
