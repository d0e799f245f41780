package io.github.blurdetect.features.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * A logistic regression on standardised terms: 1 / (1 + exp(-(intercept + sum of weight * z))),
 * where z = (term - mean) / deviation, held to -{@value #FARTHEST} to {@value #FARTHEST} so that an
 * odd cell cannot outweigh all else. Immutable.
 *
 * @param names of the terms
 * @param means of the terms where the model was fitted
 * @param deviations of the terms there, above 0
 * @param weights of the standardised terms, and the intercept last
 */
@SuppressWarnings("ArrayRecordComponent") // Never handed out of this module's internals.
public record LogisticModel(
    List<String> names, double[] means, double[] deviations, double[] weights) {
  static final double FARTHEST = 4;

  /**
   * Checks the lengths.
   *
   * @throws IllegalArgumentException if they do not fit together
   */
  public LogisticModel {
    names = List.copyOf(names);
    if (means.length != names.size()
        || deviations.length != names.size()
        || weights.length != names.size() + 1) {
      throw new IllegalArgumentException("model has " + names.size() + " terms, others differ");
    }
  }

  /**
   * Returns the probability.
   *
   * @param terms in the order of the names
   * @return in (0, 1)
   */
  public double probability(double[] terms) {
    double sum = weights[terms.length];
    for (int i = 0; i < terms.length; i++) {
      sum += weights[i] * standard(terms[i], i);
    }
    return 1 / (1 + Math.exp(-sum));
  }

  private double standard(double term, int i) {
    return Math.max(-FARTHEST, Math.min(FARTHEST, (term - means[i]) / deviations[i]));
  }

  /**
   * Returns the model as text.
   *
   * @return lines of name, mean, deviation and weight, tab-separated, the intercept last
   */
  public List<String> toLines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      lines.add(names.get(i) + "\t" + means[i] + "\t" + deviations[i] + "\t" + weights[i]);
    }
    lines.add("intercept\t0\t1\t" + weights[names.size()]);
    return lines;
  }

  /**
   * Reads what {@link #toLines()} wrote; lines that start with # are comments.
   *
   * @throws IllegalArgumentException if a line has not four cells
   */
  static LogisticModel ofLines(List<String> lines) {
    List<String[]> rows = new ArrayList<>();
    for (String line : lines) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 4) {
          throw new IllegalArgumentException("expected 4 cells, found '" + line + "'");
        }
        rows.add(cells);
      }
    }
    int count = rows.size() - 1;
    List<String> names = new ArrayList<>();
    double[] means = new double[count];
    double[] deviations = new double[count];
    double[] weights = new double[count + 1];
    for (int i = 0; i < rows.size(); i++) {
      String[] cells = rows.get(i);
      weights[i] = Double.parseDouble(cells[3]);
      if (i < count) {
        names.add(cells[0]);
        means[i] = Double.parseDouble(cells[1]);
        deviations[i] = Double.parseDouble(cells[2]);
      }
    }
    return new LogisticModel(names, means, deviations, weights);
  }
}
