package io.github.blurdetect.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeModelTest {
  private static final double LOGIT_BASE = Math.log(0.2 / 0.8);

  @ParameterizedTest
  @CsvSource({
    "0.4, 1.9, 1.0", // Left, left.
    "0.4, 2.0, 0.75", // Equal to the condition goes right.
    "0.5, 0, -1.5",
    "NaN, 1.9, 1.0", // Missing left at the root.
    "0.4, NaN, 0.75", // Missing right below.
    "NaN, NaN, 0.75",
    "Infinity, 0, -1.5",
    "-Infinity, -Infinity, 1.0",
  })
  void predict_handWrittenTrees_matchesArithmetic(float x0, float x1, double leaf) {
    double expected = 1 / (1 + Math.exp(-(LOGIT_BASE + leaf + 0.25)));
    TreeModel model = TestModels.twoTrees();
    assertThat(model.predict(new float[] {x0, x1})).isCloseTo(expected, within(1e-7));
    assertThat(model.predict(new double[] {x0, x1})).isCloseTo(expected, within(1e-7));
  }

  @Test
  void predict_doubleJustBelowCondition_isComparedInSinglePrecision() {
    double rounded = Math.nextDown(0.5); // (float) of it is 0.5f, not below.
    TreeModel model = TestModels.twoTrees();
    assertThat(model.predict(new double[] {rounded, 0}))
        .isEqualTo(model.predict(new float[] {0.5f, 0}));
  }

  @ParameterizedTest
  @CsvSource({"'\"[2E-1]\"'", "'[\"2E-1\"]'", "'[0.2]'", "'0.2'", "'\" 0.2 \"'"})
  void parse_baseScoreForms_areEqual(String form) {
    TreeModel model = TreeModel.parse(TestModels.with("\"2E-1\"", form), "base.json");
    assertThat(model.margin(new float[] {0, 0}))
        .isEqualTo(TestModels.twoTrees().margin(new float[] {0, 0}));
  }

  @Test
  void predict_squaredError_isClampedShare() {
    String json = TestModels.with("binary:logistic", "reg:squarederror");
    TreeModel model = TreeModel.parse(json, "share.json");
    assertThat(model.predict(new float[] {0.4f, 1})).isEqualTo(1); // 0.2 + 1 + 0.25.
    assertThat(model.predict(new float[] {0.6f, 1})).isEqualTo(0); // 0.2 - 1.5 + 0.25.
    String low = json.replace("2.5E-1", "-2.5E-1");
    assertThat(TreeModel.parse(low, "share.json").predict(new float[] {0.4f, 3}))
        .isCloseTo(0.7, within(1e-7));
  }

  @Test
  void predictByTree_twoTrees_isPredictionAfterEach() {
    double first = 1 / (1 + Math.exp(-(LOGIT_BASE + 1)));
    TreeModel model = TestModels.twoTrees();
    double[] row = {0.4, 1.9};
    assertThat(model.predictByTree(row)[0]).isCloseTo(first, within(1e-7));
    assertThat(model.predictByTree(row)[1]).isEqualTo(model.predict(row));
    assertThat(model.predictByTree(row)).hasSize(2);
  }

  @Test
  void parse_prunedNodes_areDropped() {
    // The root became a leaf; XGBoost keeps its former children in the file.
    String json =
        TestModels.with("[1, 3, -1, -1, -1]", "[-1, 3, -1, -1, -1]")
            .replace("[2, 4, -1, -1, -1]", "[-1, 4, -1, -1, -1]");
    TreeModel model = TreeModel.parse(json, "pruned.json");
    assertThat(model.margin(new float[] {0, 0}))
        .isCloseTo((float) (LOGIT_BASE + 0.5 + 0.25), within(1e-6f));
    assertThat(model.depth()).isZero();
  }

  @Test
  void accessors_twoTrees_tellWhatTheFileSays() {
    TreeModel model = TestModels.twoTrees();
    assertThat(model.featureCount()).isEqualTo(2);
    assertThat(model.featureNames()).containsExactly("sharpness", "noise");
    assertThat(model.treeCount()).isEqualTo(2);
    assertThat(model.depth()).isEqualTo(2);
    assertThat(model.totalGain()).containsExactly(7.5, 2.5);
    assertThat(model.source()).isEqualTo("two-trees.json");
    TreeMetadata metadata = model.metadata().orElseThrow();
    assertThat(metadata.threshold()).isEqualTo(0.4);
    assertThat(metadata.seed()).isEqualTo(7);
    assertThat(metadata.metrics()).containsEntry("f1", 0.9);
    assertThat(metadata.toJsonMap()).containsEntry("extractor_version", "1");
  }

  @Test
  void parse_withoutOurMetadata_keepsXgboostNames() {
    String json = TestModels.with("\"blur\"", "\"other\"");
    TreeModel model = TreeModel.parse(json, "plain.json");
    assertThat(model.metadata()).isEmpty();
    assertThat(model.featureNames()).isEqualTo(List.of("sharpness", "noise"));
  }

  @Test
  void load_fileAndStream_equalParse(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("model.json"), TestModels.TWO_TREES);
    float[] row = {0.1f, 0.2f};
    double expected = TestModels.twoTrees().predict(row);
    assertThat(TreeModel.load(file).predict(row)).isEqualTo(expected);
    byte[] bytes = TestModels.TWO_TREES.getBytes(StandardCharsets.UTF_8);
    assertThat(TreeModel.load(new ByteArrayInputStream(bytes), "stream").predict(row))
        .isEqualTo(expected);
  }

  @Test
  void predict_rowTooShort_saysExpectedAndFound() {
    assertThatThrownBy(() -> TestModels.twoTrees().predict(new float[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row has 1 values, expected 2 (two-trees.json)");
  }
}
