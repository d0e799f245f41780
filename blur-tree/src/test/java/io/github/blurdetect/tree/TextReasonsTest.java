package io.github.blurdetect.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.BlurReason;
import io.github.blurdetect.api.BlurReason.Cause;
import io.github.blurdetect.features.FeatureExtractor;
import io.github.blurdetect.features.FeatureVector;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReasonsTest {
  private static final List<String> NAMES = FeatureExtractor.defaults().names();

  private static List<BlurReason> explain(Object... namesAndValues) {
    double[] values = new double[NAMES.size()];
    Arrays.fill(values, Double.NaN);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      int index = NAMES.indexOf((String) namesAndValues[i]);
      assertThat(index).as("the extractor's feature " + namesAndValues[i]).isNotNegative();
      values[index] = ((Number) namesAndValues[i + 1]).doubleValue();
    }
    return TextReasons.of(new FeatureVector("test", NAMES, values));
  }

  @Test
  void explain_wideEdges_isOutOfFocus() {
    assertThat(explain("edge_90_p50", 0, "anisotropy_p50", 1))
        .containsExactly(
            new BlurReason(
                Cause.OUT_OF_FOCUS,
                "out of focus: edges are spread over 1.0 of a small letter's height"));
  }

  @Test
  void explain_fineDetailLostInOneDirection_isMotionThatWay() {
    Object[] features = {
      "edge_90_p50",
      0,
      "anisotropy_p50",
      3,
      "along_8_p50",
      -9,
      "along_2_p50",
      -4,
      "across_8_p50",
      -5,
      "across_2_p50",
      -4
    };
    assertThat(explain(features))
        .containsExactly(new BlurReason(Cause.MOTION, "shaken along the lines"));
    features[5] = -5;
    features[9] = -9;
    assertThat(explain(features).get(0).message()).isEqualTo("shaken across the lines");
    features[5] = -9;
    assertThat(explain(features).get(0).message()).isEqualTo("shaken at a slant to the lines");
  }

  @Test
  void explain_everythingWrong_namesEachWithItsMeasure() {
    List<BlurReason> reasons =
        explain(
            "edge_90_p50",
            1,
            "legible_share",
            0.4,
            "noise_p50",
            -5,
            "x_height",
            2,
            "contrast_p75",
            0.08);
    assertThat(reasons)
        .extracting(BlurReason::cause)
        .containsExactly(
            Cause.OUT_OF_FOCUS,
            Cause.PARTLY_BLURRED,
            Cause.NOISE,
            Cause.TEXT_TOO_SMALL,
            Cause.LOW_CONTRAST);
    assertThat(reasons)
        .extracting(BlurReason::message)
        .contains(
            "about 60 % of the text is illegible",
            "noise lies only 15 dB below the print",
            "small letters are about 4.0 pixels high",
            "print differs from paper by only 8 %");
  }

  @Test
  void explain_nothingConspicuousOrMeasured_stillGivesAReason() {
    assertThat(explain()).extracting(BlurReason::cause).containsExactly(Cause.OTHER);
    assertThat(explain("edge_90_p50", 2, "legible_share", 1, "noise_p50", -12, "x_height", 4))
        .extracting(BlurReason::cause)
        .containsExactly(Cause.OTHER);
  }
}
