package io.github.blurdetect.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.ModelLoadException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountTreeTest {
  private static final String TREE =
      """
      {"t": {"feature": "b", "at_most": 1.5,
             "then": {"clear": 3, "blurred": 1},
             "else": {"feature": "a", "at_most": 0.1,
                      "then": {"clear": 0, "blurred": 2}, "else": {"clear": 4, "blurred": 0}}}}
      """;

  @Test
  void predict_handWrittenTree_isShareOfBlurred() {
    CountTree tree = CountTree.load(new StringReader(TREE), "t", "x");
    assertThat(tree.featureNames()).containsExactly("b", "a");
    assertThat(tree.predict(1.5, 0)).isEqualTo(0.25);
    assertThat(tree.predict(1.6, 0)).isEqualTo(1);
    assertThat(tree.predict(1.6, 0.2)).isEqualTo(0);
    assertThat(tree.predict(Double.NaN, Double.NaN)).isEqualTo(0);
    // 0.1 rounds up to a float above the double 0.1, so it is not "at most".
    assertThat(tree.predict(1.6, 0.1)).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"t\": {}}",
        "{\"t\": {\"clear\": 0, \"blurred\": 0}}",
        "{\"t\": {\"clear\": -1, \"blurred\": 2}}",
        "{\"t\": {\"feature\": \"a\", \"at_most\": 1}}",
        "{\"t\": {\"feature\": \"a\", \"at_most\": \"x\"}}",
        "{\"t\": [",
        "3"
      })
  void load_malformed_isRefused(String json) {
    assertThatThrownBy(() -> CountTree.load(new StringReader(json), "t", "bad.json"))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageStartingWith("bad.json: ");
  }

  @Test
  void predict_rowTooShort_isRefused() {
    CountTree tree = CountTree.load(new StringReader(TREE), "t", "x");
    assertThatThrownBy(() -> tree.predict(1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void predict_referenceTrees_matchGoldenScores() throws IOException {
    Path reference = Path.of(System.getProperty("blur.root", "..")).resolve("../shared/reference");
    Path trees = reference.resolve("trees.json");
    Assumptions.assumeTrue(Files.exists(trees), "no reference system at " + trees);
    CountTree tree = CountTree.load(trees, "decision_tree");
    CountTree stacking = CountTree.load(trees, "stacking_tree");
    List<String> lines = Files.readAllLines(reference.resolve("golden.csv"));
    List<String> header = List.of(lines.get(0).split(",", -1));
    int rows = 0;
    for (String line : lines.subList(1, lines.size())) {
      Map<String, Double> row = new HashMap<>();
      String[] cells = line.split(",", -1);
      for (int i = 1; i < cells.length; i++) {
        row.put(header.get(i).replace("variance_800", "variance"), Double.parseDouble(cells[i]));
      }
      assertThat(predict(tree, row)).isCloseTo(row.get("tree_score"), within(1e-6));
      assertThat(predict(stacking, row)).isCloseTo(row.get("stacking_score"), within(1e-6));
      rows++;
    }
    assertThat(rows).isEqualTo(53);
  }

  private static double predict(CountTree tree, Map<String, Double> row) {
    return tree.predict(tree.featureNames().stream().mapToDouble(row::get).toArray());
  }
}
