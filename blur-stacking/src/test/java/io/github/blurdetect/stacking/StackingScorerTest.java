package io.github.blurdetect.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.api.BlurReason;
import io.github.blurdetect.api.BlurReason.Cause;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.api.Contribution;
import io.github.blurdetect.api.ModelLoadException;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.api.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StackingScorerTest {
  private static final BlurReason FOCUS = new BlurReason(Cause.OUT_OF_FOCUS, "out of focus");
  private static final BlurReason SHAKEN = new BlurReason(Cause.MOTION, "shaken along 30 degrees");
  private static final BlurReason PART = new BlurReason(Cause.PARTLY_BLURRED, "40 % of the text");

  private final FakeScorer cheap = new FakeScorer("cheap", 0, SHAKEN, FOCUS);
  private final FakeScorer costly =
      new FakeScorer("costly", 1, PART, new BlurReason(Cause.OUT_OF_FOCUS, "second opinion"));

  @BeforeEach
  void forget() {
    FakeProviders.MADE.clear();
    FakeProviders.OPTIONS.clear();
  }

  private StackingScorer scorer(StackerModel model) {
    return new StackingScorer("stack", model, Map.of("cheap", cheap, "costly", costly));
  }

  private static Map<String, Double> parts(BlurScore score) {
    return score.contributions().stream()
        .collect(Collectors.toMap(Contribution::name, Contribution::value));
  }

  @Test
  void needsColour_whereAnyMemberDoes() {
    assertThat(scorer(Models.cascaded()).needsColour()).isFalse();
    costly.needsColour = true;
    assertThat(scorer(Models.cascaded()).needsColour()).isTrue();
  }

  @Test
  void score_betweenGates_asksAll() {
    BlurScore score = scorer(Models.cascaded()).score(FakeScorer.image(0.6, 0.8));
    assertThat(costly.asked).hasValue(1);
    assertThat(cheap.asked).hasValue(1);
    assertThat(score.blurriness()).isEqualTo(Models.cascaded().blurriness(new double[] {0.6, 0.8}));
    assertThat(score.contributions())
        .extracting(Contribution::name)
        .containsExactly(
            "cheap", "costly", "skipped", "verdict_change_rate", "cheap.pixel", "costly.pixel");
    assertThat(parts(score)).containsEntry("skipped", 0.0).containsEntry("costly", 0.8);
  }

  @Test
  void score_beyondGate_skipsTheCostlyAndSaysSo() {
    BlurScore clear = scorer(Models.cascaded()).score(FakeScorer.image(0.04, 1));
    BlurScore blurred = scorer(Models.cascaded()).score(FakeScorer.image(0.96, 0));
    assertThat(costly.asked).hasValue(0);
    assertThat(clear.blurriness()).isCloseTo(0.04, within(1e-9));
    assertThat(blurred.blurriness()).isCloseTo(0.96, within(1e-9));
    assertThat(parts(clear))
        .containsEntry("skipped", 1.0)
        .containsEntry("verdict_change_rate", 0.002)
        .containsEntry("costly", Double.NaN);
  }

  @Test
  void score_withoutCascade_asksAllAlways() {
    BlurScore score = scorer(Models.plain()).score(FakeScorer.image(0, 0));
    assertThat(costly.asked).hasValue(1);
    assertThat(parts(score)).doesNotContainKey("skipped");
  }

  @Test
  void score_oneMemberWithoutText_leavesItOut() {
    BlurScore first = scorer(Models.cascaded()).score(FakeScorer.image(Double.NaN, 0.7));
    BlurScore second = scorer(Models.cascaded()).score(FakeScorer.image(0.4, Double.NaN));
    assertThat(first.textFound()).isTrue();
    assertThat(first.blurriness()).isCloseTo(0.7, within(0.01));
    assertThat(second.blurriness()).isCloseTo(0.4, within(0.01));
  }

  @Test
  void score_noMemberWithText_isNoText() {
    try (BlurDetector detector = BlurDetector.of(scorer(Models.cascaded()))) {
      var assessment = detector.assess(FakeScorer.image(Double.NaN, Double.NaN));
      assertThat(assessment.verdict()).isEqualTo(Verdict.NO_TEXT);
      assertThat(assessment.blurriness()).isEqualTo(0.25);
      assertThat(assessment.reasons()).extracting(BlurReason::cause).containsExactly(Cause.NO_TEXT);
    }
  }

  @Test
  void score_reasons_areMergedByCauseFromThoseThatAgree() {
    StackingScorer scorer = scorer(Models.plain());
    assertThat(scorer.score(FakeScorer.image(0.8, 0.8)).reasons())
        .containsExactly(SHAKEN, FOCUS, PART);
    assertThat(scorer.score(FakeScorer.image(0.2, 0.96)).reasons())
        .extracting(BlurReason::message)
        .containsExactly("40 % of the text", "second opinion");
  }

  @Test
  void score_fromManyThreads_isTheSame() {
    StackingScorer scorer = scorer(Models.cascaded());
    double[] alone =
        IntStream.range(0, 250)
            .mapToDouble(i -> scorer.score(FakeScorer.image(i / 250.0, 0.3)).blurriness())
            .toArray();
    double[] together =
        IntStream.range(0, 250)
            .parallel()
            .mapToDouble(i -> scorer.score(FakeScorer.image(i / 250.0, 0.3)).blurriness())
            .toArray();
    assertThat(together).containsExactly(alone);
  }

  @Test
  void close_closesMembersOnceAndEndsScoring() {
    StackingScorer scorer = scorer(Models.cascaded());
    scorer.close();
    scorer.close();
    assertThat(cheap.closed).hasValue(1);
    assertThat(costly.closed).hasValue(1);
    assertThatThrownBy(() -> scorer.score(FakeScorer.image(0, 0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void create_plugIns_areFoundByName() {
    ScorerOptions options =
        ScorerOptions.defaults().withThreads(3).withProperties(Map.of("key", "value"));
    try (BlurScorer scorer =
        StackingScorer.create("mine", Models.cascaded(), BlurScorers.load(), options)) {
      assertThat(scorer.score(FakeScorer.image(0.6, 0.6)).blurriness()).isGreaterThan(0.5);
      assertThat(FakeProviders.OPTIONS)
          .allSatisfy(
              given -> {
                assertThat(given.threads()).isEqualTo(3);
                assertThat(given.properties()).containsEntry("key", "value");
                assertThat(given.model()).isEmpty();
              });
    }
  }

  @Test
  void create_memberThatFails_isNamedAndOthersAreClosed() {
    StackerModel model = Models.stack(Optional.empty(), "cheap", "broken");
    assertThatThrownBy(
            () -> StackingScorer.create("s", model, BlurScorers.load(), ScorerOptions.defaults()))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("member 'broken'")
        .hasMessageContaining("weights are torn")
        .hasMessageContaining("costly");
    assertThat(FakeProviders.MADE).hasSize(1).allSatisfy(s -> assertThat(s.closed).hasValue(1));
  }

  @Test
  void create_memberThatIsNotThere_isNamedWithWhatIs() {
    StackerModel model = Models.stack(Optional.empty(), "cheap", "absent");
    assertThatThrownBy(
            () -> StackingScorer.create("s", model, BlurScorers.load(), ScorerOptions.defaults()))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("member 'absent'")
        .hasMessageContaining("cheap, costly, broken");
  }
}
