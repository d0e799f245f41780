package io.github.blurdetect.tree.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.dataset.metrics.ConfusionMatrix;
import io.github.blurdetect.dataset.metrics.LabelledScores;
import io.github.blurdetect.dataset.metrics.RankCorrelation;
import io.github.blurdetect.dataset.metrics.Ranking;
import io.github.blurdetect.tree.TreeMetadata;
import io.github.blurdetect.tree.TreeModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeTrainerTest {
  private static final Provenance HERE = new Provenance("made up", "a test", "0.1");
  private static final TreeOptions QUICK =
      TreeOptions.boosted().toBuilder().maxRounds(120).learningRate(0.15).patience(20).build();

  @Test
  void train_boosted_learnsAndTellsItsOrigin() throws Exception {
    TrainedTree trained = new TreeTrainer(QUICK).train(Tables.noisy(900, 1), HERE);
    TreeMetadata metadata = trained.model().metadata().orElseThrow();
    assertThat(metadata.features()).isEqualTo(Tables.NAMES);
    assertThat(metadata.extractorVersion()).isEqualTo("test-1");
    assertThat(metadata.command()).isEqualTo("a test");
    assertThat(metadata.projectVersion()).isEqualTo("0.1");
    assertThat(metadata.metrics().get("out_of_fold_roc_auc")).isBetween(0.85, 0.97);
    assertThat(metadata.metrics().get("out_of_fold_f1_low"))
        .isLessThan(metadata.metrics().get("out_of_fold_f1"));
    // Fresh rows are ranked as well as the out-of-fold figures say.
    assertThat(auc(trained.model(), Tables.noisy(900, 2)))
        .isCloseTo(metadata.metrics().get("out_of_fold_roc_auc"), within(0.03));
    double[] gain = trained.model().totalGain();
    assertThat(gain[0]).isGreaterThan(gain[3]);
  }

  @Test
  void train_boostedOnTargets_ranksWithinAClass() throws Exception {
    List<TrainingTable.Row> labels = Tables.graded(900, 5, false);
    List<TrainingTable.Row> targets = Tables.graded(900, 5, true);
    assertThat(rankInBlurred(targets))
        .isGreaterThan(0.9)
        .isGreaterThan(rankInBlurred(labels) + 0.05);
  }

  /** Rank correlation of score and truth over fresh blurred photos. */
  private static double rankInBlurred(List<TrainingTable.Row> rows) throws Exception {
    TrainingTable table = new TrainingTable(Tables.GRADED, "test-1", rows);
    TreeModel model = new TreeTrainer(QUICK).train(table, HERE).model();
    List<TrainingTable.Row> fresh =
        Tables.graded(900, 6, true).stream().filter(TrainingTable.Row::blurred).toList();
    return RankCorrelation.spearman(
        fresh.stream().mapToDouble(row -> model.predict(row.values())).toArray(),
        fresh.stream().mapToDouble(TrainingTable.Row::target).toArray());
  }

  @Test
  void train_singleTree_ignoresTargets() throws Exception {
    TrainingTable labels = new TrainingTable(Tables.GRADED, "1", Tables.graded(300, 5, false));
    TrainingTable targets = new TrainingTable(Tables.GRADED, "1", Tables.graded(300, 5, true));
    TreeTrainer trainer = new TreeTrainer(TreeOptions.single());
    assertThat(trainer.train(targets, HERE).json()).isEqualTo(trainer.train(labels, HERE).json());
  }

  @Test
  void train_weightedRows_followsTheHeavyOnes() throws Exception {
    // Two sets that disagree on the same values: the heavier one is believed.
    for (double heavy : new double[] {0.1, 10}) {
      List<TrainingTable.Row> rows = new ArrayList<>();
      for (TrainingTable.Row row : Tables.graded(300, 5, false)) {
        rows.add(row);
        double other = row.blurred() ? 0 : 1;
        rows.add(
            new TrainingTable.Row(
                row.name() + "x", row.group(), !row.blurred(), row.values(), other, heavy));
      }
      TrainingTable table = new TrainingTable(Tables.GRADED, "1", rows);
      TreeModel model = new TreeTrainer(QUICK).train(table, HERE).model();
      double near = model.predict(new double[] {0.5, 0.9});
      assertThat(near > 0.5).as("weight %s gives %s", heavy, near).isEqualTo(heavy < 1);
    }
  }

  @Test
  void train_marginal_learnsTheOrderBetweenTheClasses() throws Exception {
    List<TrainingTable.Row> labelled = new ArrayList<>();
    List<TrainingTable.Row> marginal = new ArrayList<>();
    for (TrainingTable.Row row : Tables.graded(900, 5, true)) {
      boolean between = row.target() > 0.3 && row.target() < 0.6;
      (between ? marginal : labelled).add(row);
    }
    assertThat(labelled).hasSizeGreaterThan(500);

    TrainedTree without = train(Tables.GRADED, labelled, List.of());
    TrainedTree with = train(Tables.GRADED, labelled, marginal);

    assertThat(errorBetween(with.model())).isLessThan(0.5 * errorBetween(without.model()));
    assertThat(with.outOfFold().rows())
        .extracting(OutOfFold.Row::name)
        .containsExactlyElementsOf(labelled.stream().map(TrainingTable.Row::name).toList());
  }

  /** Mean squared error on fresh photos between the classes. */
  private static double errorBetween(TreeModel model) {
    return Tables.graded(900, 6, true).stream()
        .filter(row -> row.target() > 0.35 && row.target() < 0.55)
        .mapToDouble(row -> Math.pow(model.predict(row.values()) - row.target(), 2))
        .average()
        .orElseThrow();
  }

  @Test
  void train_marginalOfAGroup_staysOutOfTheFoldThatHoldsItOut() throws Exception {
    // Values tell the group alone, and a marginal photo of each group would give its label away.
    SplittableRandom random = new SplittableRandom(8);
    List<TrainingTable.Row> labelled = new ArrayList<>();
    List<TrainingTable.Row> marginal = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double[] values = {i, 0};
      boolean blurred = random.nextBoolean();
      double target = blurred ? 1 : 0;
      labelled.add(new TrainingTable.Row("p" + i, "g" + i, blurred, values, 0.5, 1));
      for (int copy = 0; copy < 20; copy++) {
        marginal.add(new TrainingTable.Row("m" + i, "g" + i, false, values, target, 1));
      }
    }
    TrainedTree trained = train(Tables.GRADED, labelled, marginal);
    assertThat(Ranking.rocAuc(trained.outOfFold().labelledScores())).isBetween(0.2, 0.75);
  }

  private static TrainedTree train(
      List<String> names, List<TrainingTable.Row> rows, List<TrainingTable.Row> marginal)
      throws Exception {
    return new TreeTrainer(QUICK).train(new TrainingTable(names, "1", rows, marginal), HERE);
  }

  @Test
  void train_singleTree_leavesMarginalPhotosOut() throws Exception {
    List<TrainingTable.Row> rows = Tables.graded(300, 5, false);
    List<TrainingTable.Row> marginal =
        List.of(new TrainingTable.Row("m", "m", false, new double[] {0.45, 0.4}, 0.5, 100));
    TreeTrainer trainer = new TreeTrainer(TreeOptions.single());
    assertThat(trainer.train(new TrainingTable(Tables.GRADED, "1", rows, marginal), HERE).json())
        .isEqualTo(trainer.train(new TrainingTable(Tables.GRADED, "1", rows), HERE).json());
  }

  @Test
  void train_variants_doesNotLeanOnWhatTheyChange() throws Exception {
    // The light tells the label a little better than the print, until a change of light is shown.
    List<TrainingTable.Row> plain = new ArrayList<>();
    List<TrainingTable.Row> varied = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 400; i++) {
      double truth = random.nextDouble();
      double print = truth + 0.2 * random.nextGaussian();
      double[] values = {print, truth + 0.1 * random.nextGaussian()};
      List<double[]> changed =
          List.of(
              new double[] {print, random.nextDouble()}, new double[] {print, random.nextDouble()});
      double label = truth > 0.5 ? 1 : 0;
      plain.add(new TrainingTable.Row("p" + i, "g" + i, truth > 0.5, values, label, 1));
      varied.add(new TrainingTable.Row("p" + i, "g" + i, truth > 0.5, values, label, 1, changed));
    }
    TrainedTree ofVaried = train(varied);
    assertThat(meanEffectOfLight(ofVaried.model()))
        .isLessThan(0.6 * meanEffectOfLight(train(plain).model()));
    assertThat(ofVaried.outOfFold().rows()).hasSize(400); // Only the photos themselves are scored.
  }

  private static TrainedTree train(List<TrainingTable.Row> rows) throws Exception {
    return new TreeTrainer(QUICK)
        .train(new TrainingTable(List.of("print", "light"), "1", rows), HERE);
  }

  /** How much higher a photo scores in a light that goes with blurred ones. */
  private static double meanEffectOfLight(TreeModel model) {
    double sum = 0;
    for (int i = 0; i < 20; i++) {
      double print = i / 20.0;
      sum += model.predict(new double[] {print, 0.9}) - model.predict(new double[] {print, 0.1});
    }
    return sum / 20;
  }

  private static double auc(TreeModel model, TrainingTable table) {
    double[] scores =
        table.rows().stream().mapToDouble(row -> model.predict(row.values())).toArray();
    return Ranking.rocAuc(LabelledScores.of(scores, table.labels()));
  }

  @Test
  void train_anyThreads_givesTheSameModel() throws Exception {
    TrainingTable table = Tables.noisy(600, 3);
    TrainedTree one = new TreeTrainer(QUICK).train(table, HERE);
    TrainedTree four = new TreeTrainer(QUICK.toBuilder().threads(4).build()).train(table, HERE);
    assertThat(four.json()).isEqualTo(one.json());
    assertThat(four.outOfFold()).isEqualTo(one.outOfFold());
    TrainedTree other = new TreeTrainer(QUICK.toBuilder().seed(9).build()).train(table, HERE);
    assertThat(other.json()).isNotEqualTo(one.json());
  }

  @Test
  void train_boosted_stopsAtTheLowestHeldOutLoss() throws Exception {
    List<Integer> batches = new ArrayList<>();
    TreeOptions options = QUICK.toBuilder().maxRounds(2000).learningRate(0.3).build();
    TreeTrainer trainer =
        new TreeTrainer(options, (rounds, most, best, loss) -> batches.add(rounds - best));
    TrainedTree trained = trainer.train(Tables.noisy(600, 3), HERE);
    int last = batches.get(batches.size() - 1);
    assertThat(last).isBetween(options.patience(), 2 * options.patience());
    assertThat(trained.model().treeCount()).isEqualTo(batches.size() * 20 - last).isLessThan(200);
  }

  @Test
  void train_outOfFold_keepsGroupsTogetherAndIsNotFitted() throws Exception {
    TrainingTable table = Tables.noisy(600, 3);
    TrainedTree trained = new TreeTrainer(QUICK).train(table, HERE);
    Map<String, Integer> fold = new HashMap<>();
    for (OutOfFold.Row row : trained.outOfFold().rows()) {
      assertThat(fold.computeIfAbsent(row.group(), name -> row.fold())).isEqualTo(row.fold());
    }
    assertThat(fold.values()).contains(0, 1, 2, 3, 4);
    double held = Ranking.rocAuc(trained.outOfFold().labelledScores());
    assertThat(auc(trained.model(), table)).isGreaterThan(held + 0.02);
  }

  @Test
  void train_threshold_isTheBestOfAllOnOutOfFoldScores() throws Exception {
    TrainedTree trained = new TreeTrainer(QUICK).train(Tables.noisy(600, 3), HERE);
    double threshold = trained.model().metadata().orElseThrow().threshold();
    double f1 = ConfusionMatrix.of(trained.outOfFold().labelledScores(), threshold).blurred().f1();
    for (double other = 0.01; other < 1; other += 0.01) {
      assertThat(ConfusionMatrix.of(trained.outOfFold().labelledScores(), other).blurred().f1())
          .isLessThanOrEqualTo(f1);
    }
  }

  @Test
  void train_monotone_neverFallsAsTheFeatureRises() throws Exception {
    TreeOptions options = QUICK.toBuilder().monotone("nothing", 1).monotone("noise", -1).build();
    TreeModel model = new TreeTrainer(options).train(Tables.noisy(600, 3), HERE).model();
    for (double sharpness = 0.05; sharpness < 1; sharpness += 0.1) {
      double lower = 0;
      double upper = 1;
      for (double x = 0; x <= 1; x += 0.01) {
        double rising = model.predict(new double[] {sharpness, 0.5, 0.5, x});
        double falling = model.predict(new double[] {sharpness, x, 0.5, 0.5});
        assertThat(rising).isGreaterThanOrEqualTo(lower);
        assertThat(falling).isLessThanOrEqualTo(upper);
        lower = rising;
        upper = falling;
      }
    }
  }

  @Test
  void train_single_isTheGiniTree() throws Exception {
    TrainingTable table = Tables.coarse(700, 11);
    TreeModel model = new TreeTrainer(TreeOptions.single()).train(table, HERE).model();
    GiniTree naive = GiniTree.grow(table.rows(), 3);
    assertThat(model.treeCount()).isEqualTo(1);
    assertThat(model.depth()).isEqualTo(3);
    for (TrainingTable.Row row : table.rows()) {
      assertThat(model.predict(row.values())).isCloseTo(naive.predict(row.values()), within(1e-6));
    }
  }

  @Test
  void train_impossibleTables_areRefused() {
    TrainingTable table = Tables.noisy(15, 1); // Three groups.
    assertThatThrownBy(() -> new TreeTrainer(QUICK).train(table, HERE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 groups, expected at least 5");
    TreeOptions options = QUICK.toBuilder().monotone("typo", 1).build();
    assertThatThrownBy(() -> new TreeTrainer(options).train(Tables.noisy(60, 1), HERE))
        .hasMessageStartingWith("monotone feature 'typo' is unknown, found [sharpness, noise");
    assertThatThrownBy(() -> new TrainingTable(Tables.NAMES, "1", List.of()))
        .hasMessage("0 blurred of 0 photos, expected at least one of either class");
    assertThatThrownBy(
            () ->
                new TrainingTable(
                    List.of("x"),
                    "1",
                    List.of(
                        new TrainingTable.Row("a", "a", true, new double[] {1e300}),
                        new TrainingTable.Row("b", "b", false, new double[] {1}))))
        .hasMessageContaining("a: x is 1.0E300, expected a number in the range of float");
  }

  @Test
  void write_modelAndScores_areReadBack(@TempDir Path folder) throws Exception {
    TrainedTree trained = new TreeTrainer(QUICK).train(Tables.noisy(100, 3), HERE);
    Path file = folder.resolve("deep/er/model.json");
    trained.write(file);
    trained.write(file); // Replaces.
    double[] row = {0.1, 0.2, 0.3, 0.4};
    assertThat(TreeModel.load(file).predict(row)).isEqualTo(trained.model().predict(row));
    Path scores = folder.resolve("out-of-fold.tsv");
    trained.outOfFold().write(scores);
    assertThat(OutOfFold.read(scores)).isEqualTo(trained.outOfFold());
    try (var files = Files.list(file.getParent())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void read_malformedScores_saysWhichLine(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("scores.tsv");
    for (String line : new String[] {"a\tb\t1\t0", "a\tb\t2\t0\t0.5", "a\tb\t1\tx\t0.5", "\t"}) {
      Files.writeString(file, "image\tgroup\tblurred\tfold\tscore\n" + line + "\n");
      assertThatThrownBy(() -> OutOfFold.read(file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("line 2");
    }
    Files.writeString(file, "");
    assertThatThrownBy(() -> OutOfFold.read(file)).hasMessageContaining("first line is missing");
  }

  @Test
  void build_optionOutOfRange_saysWhichAndRange() {
    assertThatThrownBy(() -> TreeOptions.boosted().toBuilder().maxDepth(0).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxDepth is 0.0, expected 1.0 to 12.0");
    assertThatThrownBy(() -> TreeOptions.single().toBuilder().maxRounds(2).build())
        .hasMessageContaining("maxRounds is 2.0");
    assertThatThrownBy(() -> TreeOptions.boosted().toBuilder().rowShare(Double.NaN).build())
        .hasMessageContaining("rowShare is NaN");
  }
}
