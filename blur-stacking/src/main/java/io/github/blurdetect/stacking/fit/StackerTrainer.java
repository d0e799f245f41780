package io.github.blurdetect.stacking.fit;

import io.github.blurdetect.stacking.Calibration;
import io.github.blurdetect.stacking.Cascade;
import io.github.blurdetect.stacking.Combiner;
import io.github.blurdetect.stacking.LogOdds;
import io.github.blurdetect.stacking.Member;
import io.github.blurdetect.stacking.StackerModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Trains a stack on out-of-fold scores: compares ways to combine and to calibrate by
 * cross-validation over groups, takes the first whose log loss is within one standard error of the
 * least, and chooses the cascade's gates.
 *
 * <p>The cross-validation is nested: a fold's photos are scored by a combiner and a calibration
 * that were fitted without any photo of their groups. Results depend on table and options alone.
 */
public final class StackerTrainer {
  private record Calibrator(
      String name, BiFunction<double[], boolean[], ? extends Calibration> fit) {}

  private record Tried(
      StackerFit.Candidate result,
      CombinerFit fit,
      Calibrator calibrator,
      double[] logOdds,
      double[] predicted) {}

  private static final List<Calibrator> CALIBRATORS =
      List.of(
          new Calibrator("platt", CalibrationFit::platt),
          new Calibrator("isotonic", CalibrationFit::isotonic));

  private final List<CombinerFit> candidates;
  private final StackerOptions options;

  /**
   * Makes a trainer.
   *
   * @param candidates ways to combine, the simplest first
   * @param options folds, seed, threshold, cascade
   * @throws IllegalArgumentException if there is no candidate
   */
  public StackerTrainer(List<CombinerFit> candidates, StackerOptions options) {
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("found no way to combine, expected at least one");
    }
    this.candidates = List.copyOf(candidates);
    this.options = options;
  }

  /**
   * Trains a stack.
   *
   * @param name the model's name
   * @param table out-of-fold scores; rows in which a member found no text are left out
   * @param metadata how the scores were made, kept in the model
   * @return the model and how the candidates did
   * @throws IllegalArgumentException if fewer groups than folds are left, a fold's complement holds
   *     one label only, or the cheap member is not in the table
   */
  public StackerFit train(String name, ScoreTable table, Map<String, String> metadata) {
    ScoreTable rows = table.complete();
    options.cheap().ifPresent(rows::column);
    Folds folds = new Folds(rows, GroupFolds.of(rows.rows(), options.folds(), options.seed()));
    List<Tried> tried = new ArrayList<>();
    for (CombinerFit candidate : candidates) {
      CALIBRATORS.forEach(calibrator -> tried.add(attempt(candidate, calibrator, folds)));
    }
    Comparator<Tried> byLoss = Comparator.comparingDouble(one -> one.result().logLoss());
    Tried best = simplestOfTheBest(tried, tried.stream().min(byLoss).orElseThrow(), folds.labels());
    List<StackerFit.Candidate> report = new ArrayList<>();
    tried.forEach(one -> report.add(one.result()));
    for (String member : rows.members()) {
      CombinerFit alone = new Alone(member, rows.column(member));
      CALIBRATORS.forEach(how -> report.add(attempt(alone, how, folds).result()));
    }
    report.sort(Comparator.comparingDouble(StackerFit.Candidate::logLoss));
    CalibrationCurve curve = CalibrationCurve.of(best.predicted(), folds.labels(), options.bins());
    List<Double> predicted = Arrays.stream(best.predicted()).boxed().toList();
    StackerModel model = model(name, best, folds, metadata);
    return new StackerFit(model, report, rows.rows(), predicted, curve);
  }

  // The first candidate whose loss is within one standard error of the least: what cannot be told
  // from the best is not worth being less smooth than it (Breiman et al., 1984, section 3.4.3).
  private static Tried simplestOfTheBest(List<Tried> tried, Tried least, boolean[] blurred) {
    for (Tried one : tried) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < blurred.length; i++) {
        double more = loss(one.predicted()[i], blurred[i]) - loss(least.predicted()[i], blurred[i]);
        sum += more;
        squares += more * more;
      }
      double mean = sum / blurred.length;
      double variance = Math.max(0, squares / blurred.length - mean * mean);
      if (mean <= Math.sqrt(variance / blurred.length)) {
        return one;
      }
    }
    return least;
  }

  private StackerModel model(String name, Tried best, Folds folds, Map<String, String> metadata) {
    ScoreTable rows = folds.table();
    double[][] scores = folds.scores();
    List<Member> members =
        rows.members().stream().map(member -> member(member, rows.column(member), folds)).toList();
    // The calibration belongs to scores of unseen photos, so it is fitted to the folds' log-odds.
    Calibration calibration = best.calibrator().fit().apply(best.logOdds(), folds.labels());
    Combiner combiner = best.fit().fit(scores, folds.labels());
    Optional<Cascade> cascade =
        options.cheap().flatMap(cheap -> gates(cheap, best, members, folds));
    return new StackerModel(
        name, members, combiner, calibration, options.threshold(), cascade, metadata);
  }

  private Optional<Cascade> gates(String cheap, Tried best, List<Member> members, Folds folds) {
    if (members.size() < 2) {
      return Optional.empty();
    }
    int column = folds.table().column(cheap);
    double[] scores = folds.column(column);
    return options.gates().fit(members.get(column), scores, best.predicted(), options.threshold());
  }

  private Member member(String name, int column, Folds folds) {
    double[] logOdds =
        IntStream.range(0, folds.labels().length)
            .mapToDouble(row -> LogOdds.of(folds.scores()[row][column]))
            .toArray();
    return new Member(name, Optional.empty(), CalibrationFit.platt(logOdds, folds.labels()));
  }

  private Tried attempt(CombinerFit candidate, Calibrator calibrator, Folds folds) {
    double[] logOdds = folds.predict(candidate);
    double[] predicted = folds.calibrate(logOdds, calibrator.fit());
    StackerFit.Candidate result =
        new StackerFit.Candidate(
            candidate.name(),
            calibrator.name(),
            logLoss(predicted, folds.labels()),
            f1(predicted, folds.labels()),
            CalibrationCurve.of(predicted, folds.labels(), options.bins()).expectedError());
    return new Tried(result, candidate, calibrator, logOdds, predicted);
  }

  private static double logLoss(double[] predicted, boolean[] blurred) {
    double sum = 0;
    for (int i = 0; i < predicted.length; i++) {
      sum += loss(predicted[i], blurred[i]);
    }
    return sum / predicted.length;
  }

  private static double loss(double predicted, boolean blurred) {
    double logOdds = LogOdds.of(predicted);
    return -Math.log(LogOdds.probability(blurred ? logOdds : -logOdds));
  }

  private double f1(double[] predicted, boolean[] blurred) {
    int hit = 0;
    int wrong = 0;
    for (int i = 0; i < predicted.length; i++) {
      boolean called = predicted[i] > options.threshold();
      hit += called && blurred[i] ? 1 : 0;
      wrong += called != blurred[i] ? 1 : 0;
    }
    return hit == 0 ? 0 : 2.0 * hit / (2.0 * hit + wrong);
  }

  private record Alone(String member, int column) implements CombinerFit {
    @Override
    public String name() {
      return "alone: " + member;
    }

    @Override
    public Combiner fit(double[][] scores, boolean[] blurred) {
      List<Double> weights =
          IntStream.range(0, scores[0].length).mapToObj(i -> i == column ? 1.0 : 0.0).toList();
      return new Combiner.Logistic(0, weights);
    }
  }
}
