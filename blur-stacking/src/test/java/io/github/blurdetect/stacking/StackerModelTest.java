package io.github.blurdetect.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.ModelLoadException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackerModelTest {
  @TempDir Path folder;

  @Test
  void blurriness_allMembers_isCalibratedWeightedLogOdds() {
    // 2 * (logit 0.8 + logit 0.5) / 2 = logit 0.8
    assertThat(Models.plain().blurriness(new double[] {0.8, 0.5})).isCloseTo(0.8, within(1e-12));
    assertThat(Models.plain().blurriness(new double[] {0.8, 0.2})).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void blurriness_missingMember_isTheOthersOwnCalibration() {
    StackerModel model = Models.stack(Optional.empty(), "a", "b", "c");
    double[] one = {Double.NaN, 0.7, Double.NaN};
    double[] two = {0.9, Double.NaN, 0.1};
    assertThat(model.blurriness(one)).isCloseTo(0.7, within(1e-12));
    assertThat(model.blurriness(two)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void blurriness_saturatedMember_isClipped() {
    double expected = LogOdds.probability(LogOdds.of(1) + LogOdds.of(0.3));
    assertThat(LogOdds.of(1)).isCloseTo(Math.log(0.9999 / 0.0001), within(1e-9));
    assertThat(Models.plain().blurriness(new double[] {1, 0.3})).isCloseTo(expected, within(1e-12));
  }

  @Test
  void blurriness_acrossGates_neverFalls() {
    StackerModel model = Models.cascaded();
    for (int fixed = 0; fixed <= 100; fixed++) {
      double before = -1;
      double beforeOther = -1;
      for (int i = 0; i <= 1000; i++) {
        double now = model.blurriness(new double[] {i / 1000.0, fixed / 100.0});
        double other = model.blurriness(new double[] {fixed / 100.0, i / 1000.0});
        assertThat(now).isGreaterThanOrEqualTo(before);
        assertThat(other).isGreaterThanOrEqualTo(beforeOther);
        before = now;
        beforeOther = other;
      }
    }
  }

  @Test
  void blurriness_betweenGates_keepsVerdictAndOrderOfThePlainStack() {
    double before = -1;
    for (int i = 0; i <= 1000; i++) {
      double[] scores = {0.3, i / 1000.0};
      double plain = Models.plain().blurriness(scores);
      double now = Models.cascaded().blurriness(scores);
      assertThat(now > 0.5).isEqualTo(plain > 0.5);
      assertThat(now).isBetween(0.1, 0.9).isGreaterThanOrEqualTo(before);
      before = now;
    }
    double[] middling = {0.5, 0.55};
    assertThat(Models.cascaded().blurriness(middling))
        .isEqualTo(Models.plain().blurriness(middling));
  }

  @Test
  void blurriness_beyondGates_isTheCheapMembersAlone() {
    assertThat(Models.cascaded().blurriness(new double[] {0.05, 0.99}))
        .isCloseTo(0.05, within(1e-9));
    assertThat(Models.cascaded().blurriness(new double[] {0.9, 0.01})).isCloseTo(0.9, within(1e-9));
  }

  @Test
  void blurriness_wrongLengthOrNothing_isRefused() {
    assertThatThrownBy(() -> Models.plain().blurriness(new double[] {0.5}))
        .hasMessage("found 1 scores, expected 2");
    assertThatThrownBy(() -> Models.plain().blurriness(new double[] {Double.NaN, Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("all scores are missing");
  }

  @Test
  void new_partsThatDoNotFit_isRefused() {
    assertThatThrownBy(() -> Models.stack(Optional.empty(), "a", "a"))
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> Models.stack(Optional.of(new Cascade("x", 0.1, 0.9, 0, 0)), "a"))
        .hasMessage("no member named 'x', there are [a]");
    assertThatThrownBy(() -> Models.stack(Optional.of(new Cascade("a", 0.6, 0.9, 0, 0)), "a"))
        .hasMessageContaining("not on both sides of the threshold 0.5");
    assertThatThrownBy(() -> new Cascade("a", 0.6, 0.6, 0, 0)).hasMessageContaining("low < high");
    assertThatThrownBy(() -> new Cascade("a", 0.1, 0.6, 0, 1.5)).hasMessageContaining("0 to 1");
    Combiner three = new Combiner.Logistic(0, List.of(1.0, 1.0, 1.0));
    assertThatThrownBy(
            () ->
                new StackerModel(
                    "t",
                    List.of(Models.member("a")),
                    three,
                    Calibration.Platt.IDENTITY,
                    0.5,
                    Optional.empty(),
                    Map.of()))
        .hasMessageContaining("takes 3 scores, found 1 members");
  }

  @Test
  void load_saved_isEqual() throws IOException {
    StackerModel plain = Models.cascaded();
    StackerModel model =
        new StackerModel(
            "n",
            List.of(
                new Member(
                    "cheap",
                    Optional.of(folder.resolve("trees").resolve("t.json")),
                    new Calibration.Isotonic(List.of(-1.5, 0.25), List.of(0.1, 0.9))),
                Models.member("costly")),
            plain.combiner(),
            new Calibration.Platt(2, 0.5, 0.97),
            0.4,
            plain.cascade(),
            Map.of("seed", "1", "photos", "12"));
    Path file = folder.resolve("deep").resolve("stacker.json");
    Files.createDirectories(file.getParent());
    model.save(file);
    assertThat(file).content().contains("\"../trees/t.json\"");
    StackerModel loaded = StackerModel.load(file);
    Path again = file.resolveSibling("again.json");
    loaded.save(again);
    assertThat(again).hasSameBinaryContentAs(file);
    assertThat(loaded.members().get(0).model().orElseThrow().normalize())
        .isEqualTo(model.members().get(0).model().orElseThrow());
    assertThat(loaded.combiner()).isEqualTo(model.combiner());
    assertThat(loaded.calibration()).isEqualTo(model.calibration());
    assertThat(loaded.cascade()).isEqualTo(model.cascade());
    assertThat(loaded.metadata()).isEqualTo(model.metadata());
    assertThat(loaded.members().get(0).calibration())
        .isEqualTo(model.members().get(0).calibration());
  }

  @Test
  void load_trees_walksThem() throws IOException {
    StackerModel plain = Models.plain();
    StackerModel model =
        new StackerModel(
            "t",
            plain.members(),
            Combiner.Trees.parse(Models.XGBOOST, "test"),
            Calibration.Platt.IDENTITY,
            0.5,
            Optional.empty(),
            Map.of());
    Path file = folder.resolve("stacker.json");
    model.save(file);
    StackerModel loaded = StackerModel.load(file);
    assertThat(loaded.blurriness(new double[] {0.9, 0.4}))
        .isCloseTo(1 / (1 + Math.exp(1)), within(1e-6));
    assertThat(loaded.blurriness(new double[] {0.1, 0.6}))
        .isCloseTo(1 / (1 + Math.exp(-2)), within(1e-6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "blur-stacker/1 | blur-stacker/9 | format 'blur-stacker/9', expected 'blur-stacker/1'",
        "\"members\" | \"limbs\" | lacks 'members'",
        "\"logistic\" | \"vote\" | kind 'vote', expected logistic or trees",
        "\"platt\" | \"guess\" | kind 'guess', expected platt or isotonic",
        "\"threshold\": 0.5 | \"threshold\": 1.5 | threshold is 1.5",
        "\"threshold\": 0.5 | \"threshold\": NaN | 'threshold' is",
        "\"threshold\": 0.5 | \"threshold\": \"x\" | 'threshold' is \"x\", expected a number",
        "\"slope\": 2.0 | \"slope\": -2.0 | slope -2.0",
        "\"low\": 0.1 | \"low\": 0.95 | expected low < high",
      })
  void load_damaged_saysWhatAndWhere(String from, String to, String message) throws IOException {
    Path good = folder.resolve("good.json");
    Models.cascaded().save(good);
    String text = Files.readString(good);
    assertThat(text).contains(from);
    Path bad = Files.writeString(folder.resolve("bad.json"), text.replace(from, to));
    assertThatThrownBy(() -> StackerModel.load(bad))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("bad.json");
  }

  @Test
  void load_notJsonOrMissing_isModelLoadException() {
    byte[] text = "{\"format\": ".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> StackerModel.load(new ByteArrayInputStream(text), "somewhere"))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("somewhere");
    assertThatThrownBy(() -> StackerModel.load(new ByteArrayInputStream(new byte[0]), "empty"))
        .isInstanceOf(ModelLoadException.class);
    assertThatThrownBy(() -> StackerModel.load(folder.resolve("none.json")))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("none.json");
  }
}
