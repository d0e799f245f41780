package io.github.blurdetect.stacking.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.blurdetect.stacking.Cascade;
import io.github.blurdetect.stacking.Combiner;
import io.github.blurdetect.stacking.StackerModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackerTrainerTest {
  private static final StackerOptions OPTIONS =
      StackerOptions.defaults().withCheap(Optional.of("cheap"));

  private static StackerFit train(ScoreTable table, CombinerFit... candidates) {
    return new StackerTrainer(List.of(candidates), OPTIONS).train("t", table, Map.of("k", "v"));
  }

  @Test
  void train_membersWithIndependentErrors_beatsEachAloneOnNewPhotos() {
    StackerFit fit = train(FakeScores.of(2000, 21).table(), LogisticFit.defaults());
    FakeScores fresh = FakeScores.of(5000, 22);
    assertThat(errors(fit.model(), fresh)).isLessThan(errors(fresh.column(1), fresh) * 9 / 10);
    assertThat(fit.candidates().get(0).combiner()).isEqualTo("logistic");
    assertThat(fit.candidates())
        .extracting(StackerFit.Candidate::combiner)
        .contains("alone: costly");
    assertThat(fit.model().metadata()).containsEntry("k", "v");
  }

  @Test
  void train_result_isCalibratedOnNewPhotosInBothBranches() {
    StackerModel model = train(FakeScores.of(4000, 23).table(), LogisticFit.defaults()).model();
    FakeScores fresh = FakeScores.of(20_000, 24);
    double[] predicted = new double[fresh.labels().length];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = model.blurriness(fresh.scores()[i]);
    }
    assertThat(CalibrationCurve.of(predicted, fresh.labels(), 10).expectedError())
        .isLessThan(0.015);
  }

  @Test
  void train_cascade_changesFewVerdictsOnNewPhotos() {
    StackerModel model = train(FakeScores.of(8000, 25).table(), LogisticFit.defaults()).model();
    Cascade cascade = model.cascade().orElseThrow();
    StackerModel all =
        new StackerModel(
            "all",
            model.members(),
            model.combiner(),
            model.calibration(),
            model.threshold(),
            Optional.empty(),
            Map.of());
    FakeScores fresh = FakeScores.of(20_000, 26);
    int changed = 0;
    int early = 0;
    for (double[] scores : fresh.scores()) {
      changed += model.blurriness(scores) > 0.5 != all.blurriness(scores) > 0.5 ? 1 : 0;
      early += cascade.certain(scores[0]) ? 1 : 0;
    }
    assertThat(changed / 20_000.0).isLessThanOrEqualTo(0.002);
    assertThat(early / 20_000.0).isGreaterThan(0.02);
    assertThat(cascade.verdictChangeRate()).isLessThanOrEqualTo(0.001);
  }

  @Test
  void train_twice_givesTheSame() {
    ScoreTable table = FakeScores.of(300, 27).table();
    assertThat(train(table, LogisticFit.defaults()))
        .isEqualTo(train(table, LogisticFit.defaults()));
  }

  @Test
  void train_severalCandidates_takesTheBest() {
    CombinerFit contrary =
        new CombinerFit() {
          @Override
          public String name() {
            return "contrary";
          }

          @Override
          public Combiner fit(double[][] scores, boolean[] blurred) {
            return new Combiner.Logistic(0, List.of(-1.0, -1.0));
          }
        };
    StackerFit fit = train(FakeScores.of(300, 28).table(), contrary, LogisticFit.defaults());
    Combiner.Logistic chosen = (Combiner.Logistic) fit.model().combiner();
    assertThat(chosen.weights()).allSatisfy(weight -> assertThat(weight).isPositive());
    assertThat(fit.candidates().get(fit.candidates().size() - 1).combiner()).isEqualTo("contrary");
  }

  @Test
  void train_rowsWithoutText_areLeftOut() {
    ScoreTable table = FakeScores.of(300, 29).table();
    List<ScoreTable.Row> rows = new java.util.ArrayList<>(table.rows());
    rows.add(new ScoreTable.Row("blank", "g0", true, List.of(0.0, Double.NaN)));
    assertThat(train(new ScoreTable(table.members(), rows), LogisticFit.defaults()))
        .isEqualTo(train(table, LogisticFit.defaults()));
  }

  @Test
  void train_oneLabelOrUnknownMember_isRefused() {
    List<ScoreTable.Row> rows =
        FakeScores.of(100, 30).table().rows().stream().filter(row -> row.blurred()).toList();
    ScoreTable one = new ScoreTable(List.of("cheap", "costly"), rows);
    assertThatThrownBy(() -> train(one, LogisticFit.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected both labels");
    ScoreTable other = FakeScores.of(100, 30).table().only(List.of("costly"));
    assertThatThrownBy(() -> train(other, LogisticFit.defaults()))
        .hasMessage("no member 'cheap', there are [costly]");
  }

  private static int errors(StackerModel model, FakeScores data) {
    double[] joined = new double[data.labels().length];
    for (int i = 0; i < joined.length; i++) {
      joined[i] = model.blurriness(data.scores()[i]);
    }
    return errors(joined, data);
  }

  private static int errors(double[] scores, FakeScores data) {
    int wrong = 0;
    for (int i = 0; i < scores.length; i++) {
      wrong += scores[i] > 0.5 != data.labels()[i] ? 1 : 0;
    }
    return wrong;
  }
}
