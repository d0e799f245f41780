package io.github.blurdetect.stacking.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.stacking.Calibration;
import io.github.blurdetect.stacking.Combiner;
import io.github.blurdetect.stacking.LogOdds;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FitsTest {

  @Test
  void logistic_atTheOptimum_hasNoSlope() {
    FakeScores data = FakeScores.of(400, 3);
    LogisticFit fit = new LogisticFit(2);
    Combiner.Logistic fitted = fit.fit(data.scores(), data.labels());
    // Naive gradient of the penalised negative log-likelihood.
    double[] gradient = new double[3];
    for (int row = 0; row < data.labels().length; row++) {
      double z = fitted.intercept();
      for (int i = 0; i < 2; i++) {
        z += fitted.weights().get(i) * LogOdds.of(data.scores()[row][i]);
      }
      double error = 1 / (1 + Math.exp(-z)) - (data.labels()[row] ? 1 : 0);
      gradient[2] += error;
      for (int i = 0; i < 2; i++) {
        gradient[i] += error * LogOdds.of(data.scores()[row][i]);
      }
    }
    gradient[0] += 2 * fitted.weights().get(0);
    gradient[1] += 2 * fitted.weights().get(1);
    assertThat(gradient).containsExactly(new double[3], within(1e-4));
    assertThat(fitted.weights()).allSatisfy(weight -> assertThat(weight).isPositive());
  }

  @Test
  void logistic_memberThatVotesAgainstItself_getsNoWeight() {
    FakeScores data = FakeScores.of(300, 4);
    double[][] scores = Arrays.stream(data.scores()).map(double[]::clone).toArray(double[][]::new);
    for (double[] row : scores) {
      row[1] = 1 - row[0];
    }
    scores[0][1] = 0.9;
    Combiner.Logistic fitted = LogisticFit.defaults().fit(scores, data.labels());
    assertThat(fitted.weights().get(0)).isPositive();
    assertThat(fitted.weights().get(1)).isGreaterThanOrEqualTo(0);
  }

  @Test
  void logistic_separable_staysFinite() {
    double[][] scores = {{0}, {0.1}, {0.9}, {1}};
    Combiner.Logistic fitted =
        LogisticFit.defaults().fit(scores, new boolean[] {false, false, true, true});
    assertThat(fitted.weights().get(0)).isPositive().isLessThan(10);
    assertThat(fitted.logOdds(new double[] {0.1})).isNegative();
    assertThat(fitted.logOdds(new double[] {0.9})).isPositive();
  }

  @Test
  void platt_recoversTheCurveThatMadeTheLabels() {
    SplittableRandom random = new SplittableRandom(5);
    double[] x = random.doubles(40_000, -6, 6).toArray();
    boolean[] blurred = new boolean[x.length];
    for (int i = 0; i < x.length; i++) {
      blurred[i] = random.nextDouble() < 1 / (1 + Math.exp(-(0.7 * x[i] + 0.4)));
    }
    Calibration.Platt fitted = CalibrationFit.platt(x, blurred);
    assertThat(fitted.slope()).isCloseTo(0.7, within(0.03));
    assertThat(fitted.intercept()).isCloseTo(0.4, within(0.06));
  }

  @Test
  void platt_atTheOptimum_meansMatchTheSmoothedLabels() {
    FakeScores data = FakeScores.of(200, 6);
    double[] x = data.logOdds(0);
    Calibration.Platt fitted = CalibrationFit.platt(x, data.labels());
    int positive = 0;
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      positive += data.labels()[i] ? 1 : 0;
      sum += new Calibration.Platt(fitted.slope(), fitted.intercept()).probability(x[i]);
    }
    int negative = x.length - positive;
    double smoothed =
        positive * (positive + 1.0) / (positive + 2.0) + negative * 1.0 / (negative + 2.0);
    assertThat(sum).isCloseTo(smoothed, within(1e-4));
  }

  @Test
  void platt_separableOrUpsideDown_staysRising() {
    double[] x = {-2, -1, 1, 2};
    assertThat(CalibrationFit.platt(x, new boolean[] {false, false, true, true}).slope())
        .isPositive()
        .isLessThan(100);
    assertThat(CalibrationFit.platt(x, new boolean[] {true, true, false, false}).slope())
        .isPositive();
  }

  @Test
  void platt_most_isTheBestShareOfAnyTopByTheRuleOfSuccession() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 20; round++) {
      double[] x = random.ints(80, 0, 30).asDoubleStream().toArray(); // Many are equal.
      boolean[] blurred = new boolean[x.length];
      for (int i = 0; i < x.length; i++) {
        blurred[i] = random.nextDouble() < x[i] / 25;
      }
      double expected = 0;
      for (double from : x) {
        int hits = 0;
        int all = 0;
        for (int i = 0; i < x.length; i++) {
          all += x[i] >= from ? 1 : 0;
          hits += x[i] >= from && blurred[i] ? 1 : 0;
        }
        expected = Math.max(expected, (hits + 1.0) / (all + 2.0));
      }
      assertThat(CalibrationFit.platt(x, blurred).most()).isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void platt_manyBlurredAndOneClearAtTheTop_claimsNoMoreThanTheyBearOut() {
    double[] x = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
    boolean[] blurred = new boolean[100];
    Arrays.fill(blurred, 40, 99, true);
    Calibration.Platt fitted = CalibrationFit.platt(x, blurred);
    assertThat(fitted.probability(1000)).isEqualTo(60 / 62.0);
  }

  @Test
  void isotonic_matchesTheMinMaxFormula() {
    SplittableRandom random = new SplittableRandom(7);
    int n = 60;
    double[] x = new double[n];
    boolean[] blurred = new boolean[n];
    for (int i = 0; i < n; i++) {
      x[i] = i + random.nextDouble() / 2;
      blurred[i] = random.nextDouble() < i / (double) n;
    }
    Calibration.Isotonic fitted = CalibrationFit.isotonic(x, blurred);
    // max over s <= i of min over t >= i of mean(s..t); a pool's knot is at its mean place.
    for (int i = 0; i < n; i++) {
      double best = 0;
      for (int s = 0; s <= i; s++) {
        double least = 1;
        for (int t = i; t < n; t++) {
          double sum = 0;
          for (int k = s; k <= t; k++) {
            sum += blurred[k] ? 1 : 0;
          }
          least = Math.min(least, sum / (t - s + 1));
        }
        best = Math.max(best, least);
      }
      double expected = Math.min(1 - 1.0 / (n + 2), Math.max(1.0 / (n + 2), best));
      assertThat(fitted.probabilities())
          .anySatisfy(p -> assertThat(p).isCloseTo(expected, within(1e-12)));
    }
    assertThat(fitted.probabilities()).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void isotonic_equalPlaces_arePooledInAnyOrder() {
    Calibration.Isotonic fitted =
        CalibrationFit.isotonic(
            new double[] {1, 1, 1, 1, 0}, new boolean[] {false, true, false, true, false});
    assertThat(fitted.logOdds()).containsExactly(0.0, 1.0);
    assertThat(fitted.probabilities()).containsExactly(1.0 / 7, 0.5);
  }

  @Test
  void calibrationError_isTheWeightedDistance() {
    double[] predicted = {0.05, 0.15, 0.95, 0.85, 1.0};
    boolean[] blurred = {false, true, true, false, true};
    CalibrationCurve curve = CalibrationCurve.of(predicted, blurred, 2);
    assertThat(curve.bins())
        .containsExactly(
            new CalibrationCurve.Bin(2, 0.1, 0.5),
            new CalibrationCurve.Bin(3, (0.95 + 0.85 + 1.0) / 3, 2 / 3.0));
    assertThat(curve.expectedError())
        .isCloseTo(2 / 5.0 * 0.4 + 3 / 5.0 * (2.8 / 3 - 2 / 3.0), within(1e-12));
  }

  @Test
  void folds_keepGroupsTogetherAndDependOnTheSeed() {
    List<ScoreTable.Row> rows =
        java.util.stream.IntStream.range(0, 200)
            .mapToObj(i -> new ScoreTable.Row("i" + i, "g" + i % 40, false, List.of(0.5)))
            .toList();
    int[] folds = GroupFolds.of(rows, 5, 1);
    for (int i = 40; i < 200; i++) {
      assertThat(folds[i]).isEqualTo(folds[i % 40]);
    }
    for (int fold = 0; fold < 5; fold++) {
      int wanted = fold;
      assertThat(Arrays.stream(folds).filter(f -> f == wanted).count()).isEqualTo(40);
    }
    assertThat(GroupFolds.of(rows, 5, 1)).containsExactly(folds);
    assertThat(GroupFolds.of(rows, 5, 2)).isNotEqualTo(folds);
    assertThatThrownBy(() -> GroupFolds.of(rows.subList(0, 3), 5, 1))
        .hasMessageContaining("found 3 groups");
  }
}
