package io.github.blurdetect.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.blurdetect.api.BlurReason.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlurDetectorTest {
  private static final BlurImage PIXEL = BlurImage.grey(new byte[1], 1, 1);

  private static final class Fixed implements BlurScorer {
    private final BlurScore score;
    private final double threshold;
    private int closed;

    Fixed(BlurScore score, double threshold) {
      this.score = score;
      this.threshold = threshold;
    }

    @Override
    public String name() {
      return "fixed";
    }

    @Override
    public BlurScore score(BlurImage image) {
      return score;
    }

    @Override
    public double threshold() {
      return threshold;
    }

    @Override
    public void close() {
      closed++;
    }
  }

  private static BlurDetector.Builder builder(double blurriness) {
    return BlurDetector.builder(new Fixed(BlurScore.of(blurriness), 0.5));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, CLEAR, false",
    "0.5, CLEAR, false",
    "0.5000001, BLURRED, true",
    "1.0, BLURRED, true"
  })
  void assess_withoutMargin_blurredAboveThreshold(
      double blurriness, Verdict verdict, boolean blurred) {
    BlurAssessment assessment = builder(blurriness).build().assess(PIXEL);
    assertThat(assessment.verdict()).isEqualTo(verdict);
    assertThat(assessment.blurred()).isEqualTo(blurred);
    assertThat(assessment.threshold()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, CLEAR, false",
    "0.4, CLEAR, false",
    "0.41, MARGINAL, false",
    "0.5, MARGINAL, false",
    "0.59, MARGINAL, true",
    "0.6, BLURRED, true",
    "0.9, BLURRED, true"
  })
  void assess_withMargin_marginalInsideTheOpenBand(
      double blurriness, Verdict verdict, boolean blurred) {
    BlurAssessment assessment = builder(blurriness).margin(0.4, 0.6).build().assess(PIXEL);
    assertThat(assessment.verdict()).isEqualTo(verdict);
    assertThat(assessment.blurred()).isEqualTo(blurred);
  }

  @Test
  void needsColour_isWhatTheScorerSays() {
    assertThat(builder(0.5).build().needsColour()).as("unless it says otherwise").isTrue();
    BlurScorer modest =
        new BlurScorer() {
          @Override
          public String name() {
            return "modest";
          }

          @Override
          public BlurScore score(BlurImage image) {
            return BlurScore.of(0.5);
          }

          @Override
          public boolean needsColour() {
            return false;
          }
        };
    assertThat(BlurDetector.of(modest).needsColour()).isFalse();
  }

  @Test
  void assess_marginThatEndsAtTheThreshold_isOneSided() {
    assertThat(builder(0.45).margin(0.4, 0.5).build().assess(PIXEL).verdict())
        .isEqualTo(Verdict.MARGINAL);
    assertThat(builder(0.5).margin(0.4, 0.5).build().assess(PIXEL).verdict())
        .isEqualTo(Verdict.CLEAR);
    assertThat(builder(0.51).margin(0.4, 0.5).build().assess(PIXEL).verdict())
        .isEqualTo(Verdict.BLURRED);
  }

  @Test
  void assess_noText_isNeverBlurred() {
    BlurDetector detector = BlurDetector.of(new Fixed(BlurScore.noText(0.99), 0.5));
    BlurAssessment assessment = detector.assess(PIXEL);
    assertThat(assessment.verdict()).isEqualTo(Verdict.NO_TEXT);
    assertThat(assessment.blurred()).isFalse();
    assertThat(assessment.explain()).isEqualTo("NO_TEXT (0.990): no text was found");
  }

  @Test
  void assess_carriesWhatTheScorerSaid() {
    List<Contribution> parts = List.of(new Contribution("noise_sigma", Double.NaN));
    List<BlurReason> reasons =
        List.of(
            new BlurReason(Cause.OUT_OF_FOCUS, "out of focus"),
            new BlurReason(Cause.NOISE, "noise of 12"));
    Fixed scorer = new Fixed(new BlurScore(0.9, true, parts, reasons), 0.7);
    BlurAssessment assessment = BlurDetector.of(scorer).assess(PIXEL);
    assertThat(assessment.scorer()).isEqualTo("fixed");
    assertThat(assessment.contributions()).isEqualTo(parts);
    assertThat(assessment.reasons()).isEqualTo(reasons);
    assertThat(assessment.threshold()).isEqualTo(0.7);
    assertThat(assessment.explain()).isEqualTo("BLURRED (0.900): out of focus; noise of 12");
  }

  @Test
  void close_closesTheScorer() {
    Fixed scorer = new Fixed(BlurScore.of(0), 0.5);
    BlurDetector detector = BlurDetector.of(scorer);
    assertThat(detector.scorer()).isSameAs(scorer);
    detector.close();
    assertThat(scorer.closed).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
  void threshold_outsideUnitInterval_isRefused(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder(0).threshold(value))
        .withMessageContaining("threshold is " + value);
    Fixed scorer = new Fixed(BlurScore.of(0), value);
    assertThatIllegalArgumentException()
        .as("a scorer's own")
        .isThrownBy(() -> BlurDetector.of(scorer))
        .withMessageContaining("threshold is " + value);
  }

  @ParameterizedTest
  @CsvSource({"0.6, 0.4", "-0.1, 0.6", "0.4, 1.1", "NaN, 0.6", "0.4, NaN"})
  void margin_outOfOrderOrRange_isRefused(double low, double high) {
    assertThatIllegalArgumentException().isThrownBy(() -> builder(0).margin(low, high));
  }

  @Test
  void build_marginBesideTheThreshold_isRefusedInAnyOrderOfCalls() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder(0).threshold(0.3).margin(0.4, 0.6).build())
        .withMessageContaining("does not hold the threshold 0.3");
    assertThatIllegalArgumentException().isThrownBy(() -> builder(0).margin(0.1, 0.2).build());
    assertThat(builder(0).margin(0.1, 0.2).threshold(0.15).build().threshold()).isEqualTo(0.15);
  }

  @Test
  void createDefault_withoutAnyScorer_saysWhatToAdd() {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(BlurDetector::createDefault)
        .withMessageContaining("found none")
        .withMessageContaining("blur-tree");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, 1.0000001, Double.NaN, Double.NEGATIVE_INFINITY})
  void score_outsideUnitInterval_isRefused(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BlurScore.of(value))
        .withMessageContaining("blurriness is " + value);
    assertThatIllegalArgumentException().isThrownBy(() -> BlurScore.noText(value));
  }

  @Test
  void score_keepsCopiesOfItsLists() {
    List<Contribution> parts = new ArrayList<>(List.of(new Contribution("a", 1)));
    List<BlurReason> reasons = new ArrayList<>();
    BlurScore score = new BlurScore(0, true, parts, reasons);
    parts.clear();
    reasons.add(new BlurReason(Cause.OTHER, "later"));
    assertThat(score.contributions()).hasSize(1);
    assertThat(score.reasons()).isEmpty();
    assertThat(BlurScore.noText(0.5).reasons().get(0).cause()).isEqualTo(Cause.NO_TEXT);
  }

  @Test
  void options_areCheckedAndCopied() {
    ScorerOptions defaults = ScorerOptions.defaults();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withThreads(0))
        .withMessage("threads is 0, expected at least 1");
    Map<String, String> properties = new java.util.HashMap<>(Map.of("a", "1"));
    ScorerOptions options =
        defaults.withProperties(properties).withThreads(3).withModel(java.nio.file.Path.of("m"));
    properties.put("b", "2");
    assertThat(options.properties()).containsExactly(Map.entry("a", "1"));
    assertThat(options.threads()).isEqualTo(3);
    assertThat(options.model()).contains(java.nio.file.Path.of("m"));
  }
}
