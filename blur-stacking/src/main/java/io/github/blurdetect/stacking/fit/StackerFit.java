package io.github.blurdetect.stacking.fit;

import io.github.blurdetect.stacking.StackerModel;
import java.util.List;

/**
 * What training a stack came to.
 *
 * @param model the best candidate, fitted to all rows, with calibration and gates
 * @param candidates how each combiner and calibration did on folds it was not fitted to, best first
 * @param rows the table's rows that were used: those in which every member found text
 * @param predicted the chosen one's probability of each row, by fits without the row's fold
 * @param curve its calibration on those
 */
public record StackerFit(
    StackerModel model,
    List<Candidate> candidates,
    List<ScoreTable.Row> rows,
    List<Double> predicted,
    CalibrationCurve curve) {

  /** Copies the lists. */
  public StackerFit {
    candidates = List.copyOf(candidates);
    rows = List.copyOf(rows);
    predicted = List.copyOf(predicted);
  }

  /**
   * One candidate, measured by cross-validation over groups.
   *
   * @param combiner for example {@code logistic}; {@code alone: cnn} for a single member
   * @param calibration {@code platt} or {@code isotonic}
   * @param logLoss mean negative log-likelihood, lower is better
   * @param f1 of the blurred class at the threshold
   * @param calibrationError expected calibration error
   */
  public record Candidate(
      String combiner, String calibration, double logLoss, double f1, double calibrationError) {}
}
