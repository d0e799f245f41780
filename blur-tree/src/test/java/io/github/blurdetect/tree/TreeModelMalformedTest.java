package io.github.blurdetect.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.blurdetect.api.ModelLoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TreeModelMalformedTest {

  // Quoted with ~: old text, replacement, part of the message.
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      textBlock =
          """
          ~[1, 3, -1, -1, -1]~ | ~[1, 0, -1, -1, -1]~ | node 1 has child 0 again
          ~[1, 3, -1, -1, -1]~ | ~[1, 2, -1, -1, -1]~ | node 1 has child 2 again
          ~[1, 3, -1, -1, -1]~ | ~[1, 5, -1, -1, -1]~ | child 5, expected a child from 0 to 4
          ~[1, 3, -1, -1, -1]~ | ~[1, -2, -1, -1, -1]~ | child -2, expected
          ~[1, 3, -1, -1, -1]~ | ~[1, -1, -1, -1, -1]~ | a right child only
          ~[2, 4, -1, -1, -1]~ | ~[2, -1, -1, -1, -1]~ | child -1, expected
          ~[2, 4, -1, -1, -1]~ | ~[2, 4, -1, -1]~      | 5 values as in left_children, not 4
          ~[0, 1, 0, 0, 0]~    | ~[0, 2, 0, 0, 0]~     | feature 2, expected 0 to 1
          ~[0, 1, 0, 0, 0]~    | ~[0, -1, 0, 0, 0]~    | feature -1, expected 0 to 1
          ~[0, 1, 0, 0, 0]~    | ~[0, 1.5, 0, 0, 0]~   | split_indices[1] is 1.5, expected a whole
          7.5E-1               | NaN                   | malformed at $.learner.gradient_booster
          7.5E-1               | ~"NaN"~               | expected a finite number
          7.5E-1               | 1E999                 | split_conditions[4] is 1E999, expected a finite
          ~[0, 0, 0, 0, 0]~    | ~[0, 1, 0, 0, 0]~     | expected numerical splits only
          ~"categories": []~   | ~"categories": [1]~   | expected no categorical splits
          ~"size_leaf_vector": "1"~ | ~"size_leaf_vector": "3"~ | expected one value a leaf
          ~"num_class": "0"~   | ~"num_class": "3"~    | expected one output
          ~"num_feature": "2", "num_t~ | ~"num_feature": "3", "num_t~ | 3 names as in num_feature
          ~"num_feature": "2", "num_t~ | ~"num_feature": "0", "num_t~ | expected 1 to 65536
          ~"noise"], "e~       | ~"noisy"], "e~        | expected the names in blur.features
          ~"noise"], "e~       | ~"sharpness"], "e~    | none twice
          gbtree"              | dart"                 | name is "dart", expected gbtree
          binary:logistic      | multi:softmax         | expected binary:logistic or reg:squarederror
          2E-1                 | 1E0                   | expected between 0 and 1
          2E-1                 | [0.1,0.2]             | expected one number such as
          ~"threshold": 0.4~   | ~"threshold": 1.4~    | blur.threshold is 1.4, expected 0 to 1
          ~"threshold": 0.4~   | ~"limit": 0.4~        | blur.threshold is missing
          ~"learner"~          | ~"teacher"~           | two-trees.json: learner is missing
          ~[1, 0, 0, 0, 0]~    | ~[2, 0, 0, 0, 0]~     | default_left[0] is 2, expected 0 or 1
          """)
  void parse_malformedModel_saysExpectedFoundWhere(String old, String now, String message) {
    assertThatThrownBy(() -> TreeModel.parse(TestModels.with(old, now), "two-trees.json"))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageStartingWith("two-trees.json: ")
        .hasMessageContaining(message);
  }

  @Test
  void parse_everyTruncation_isRefused() {
    String whole = TestModels.TWO_TREES.stripTrailing();
    for (int length = 0; length < whole.length(); length++) {
      String part = whole.substring(0, length);
      assertThatThrownBy(() -> TreeModel.parse(part, "cut.json"))
          .isInstanceOf(ModelLoadException.class)
          .hasMessageStartingWith("cut.json: ");
    }
  }

  @Test
  void parse_twoDocuments_isRefused() {
    assertThatThrownBy(() -> TreeModel.parse(TestModels.TWO_TREES + "{}", "x.json"))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("x.json");
  }

  @Test
  void parse_deeplyNested_isRefused() {
    assertThatThrownBy(() -> TreeModel.parse("[".repeat(1_000_000), "deep.json"))
        .isInstanceOf(ModelLoadException.class);
  }

  @Test
  void parse_randomEdits_eitherLoadAndPredictOrAreRefused() {
    SplittableRandom random = new SplittableRandom(42);
    String alphabet = "0123456789-+.eE\"[]{},: naNtrufls\\\u0000\uD800";
    int loaded = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder json = new StringBuilder(TestModels.TWO_TREES);
      for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
        json.setCharAt(
            random.nextInt(json.length()), alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        TreeModel model = TreeModel.parse(json.toString(), "fuzz");
        double p = model.predict(new float[] {random.nextFloat(), Float.NaN});
        assertThat(p).isBetween(0.0, 1.0);
        loaded++;
      } catch (ModelLoadException e) {
        assertThat(e).hasMessageStartingWith("fuzz: ");
      }
    }
    assertThat(loaded).isPositive();
  }

  @Test
  void load_missingFileFolderAndBinary_areRefused(@TempDir Path folder) throws IOException {
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xFF, (byte) 0xFE, 1});
    for (Path bad : new Path[] {folder.resolve("none.json"), folder, binary}) {
      assertThatThrownBy(() -> TreeModel.load(bad))
          .isInstanceOf(ModelLoadException.class)
          .hasMessageContaining(bad.toString());
    }
  }
}
