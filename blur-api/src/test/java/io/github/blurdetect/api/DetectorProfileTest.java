package io.github.blurdetect.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorProfileTest {
  private static final BlurImage PIXEL = BlurImage.grey(new byte[1], 1, 1);

  @TempDir Path folder;

  @Test
  void load_savedProfile_isEqual() throws IOException {
    Path model = folder.resolve("models").resolve("a.json");
    DetectorProfile profile =
        new DetectorProfile(
            "tree",
            Optional.of(model),
            0.37,
            0.3,
            0.41,
            Map.of("made by", "blur calibrate = 1\n两 \\ end", "photos", "120"));
    Path file = folder.resolve("my.profile");
    profile.save(file);
    assertThat(DetectorProfile.load(file)).isEqualTo(profile);
    assertThat(file).content().contains("model=models/a.json");
  }

  @Test
  void save_twice_givesTheSameBytes() throws IOException {
    DetectorProfile profile = DetectorProfile.of("tree", 0.25);
    Path first = folder.resolve("1");
    Path second = folder.resolve("2");
    profile.save(first);
    profile.save(second);
    assertThat(first).hasSameBinaryContentAs(second);
    assertThat(first)
        .hasContent(
            """
            # Blur detector profile
            format=1
            margin.high=0.25
            margin.low=0.25
            scorer=tree
            threshold=0.25
            """);
  }

  @Test
  void createDetector_withOptions_handsThemOnWithTheProfilesModel() throws IOException {
    Path model = folder.resolve("a.json");
    String source =
        """
        import io.github.blurdetect.api.*;
        public class Telling implements BlurScorerProvider {
          public String name() { return "telling"; }
          public String description() { return ""; }
          public BlurScorer create(ScorerOptions options) {
            return new BlurScorer() {
              public String name() { return "telling"; }
              public BlurScore score(BlurImage image) { throw new RuntimeException(options.toString()); }
            };
          }
        }
        """;
    BlurScorers scorers =
        new PluginFolder(folder).source("Telling", source).service("Telling").load();
    DetectorProfile profile =
        new DetectorProfile("telling", Optional.of(model), 0.2, 0.2, 0.2, Map.of());
    ScorerOptions options =
        new ScorerOptions(Optional.of(folder.resolve("other")), 3, Map.of("a", "b"));

    try (BlurDetector detector = BlurDetector.create(profile, scorers, options)) {
      assertThatThrownBy(() -> detector.assess(PIXEL))
          .hasMessage(new ScorerOptions(Optional.of(model), 3, Map.of("a", "b")).toString());
      assertThat(detector.threshold()).isEqualTo(0.2);
    }
  }

  @Test
  void load_withoutMargin_hasNone() throws IOException {
    Path file = Files.writeString(folder.resolve("p"), "format=1\nscorer=x\nthreshold=0.6\n");
    assertThat(DetectorProfile.load(file)).isEqualTo(DetectorProfile.of("x", 0.6));
  }

  @ParameterizedTest
  @CsvSource({
    "'scorer=x;threshold=0.5', lacks 'format'",
    "'format=2;scorer=x;threshold=0.5', 'format 2, expected 1'",
    "'format=1;threshold=0.5', lacks 'scorer'",
    "'format=1;scorer=x', lacks 'threshold'",
    "'format=1;scorer=x;threshold=high', 'threshold ''high'', expected a number'",
    "'format=1;scorer=x;threshold=1.5', expected 0 <= low",
    "'format=1;scorer=x;threshold=NaN', expected 0 <= low",
    "'format=1;scorer=x;threshold=0.5;margin.low=0.6', expected 0 <= low",
    "'format=1;scorer= ;threshold=0.5', scorer is empty",
  })
  void load_badContent_saysWhatAndWhere(String content, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("p"), content.replace(';', '\n'));
    assertThatThrownBy(() -> DetectorProfile.load(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .hasMessageContaining(file.toString());
  }

  @Test
  void load_binaryOrMissingFile_isTyped() throws IOException {
    Path binary = Files.write(folder.resolve("b"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
    assertThatThrownBy(() -> DetectorProfile.load(binary))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> DetectorProfile.load(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0.29, CLEAR",
    "0.30, CLEAR",
    "0.31, MARGINAL",
    "0.4, MARGINAL",
    "0.5, BLURRED",
    "1, BLURRED"
  })
  void builder_profile_setsThresholdAndBand(double score, Verdict verdict) {
    DetectorProfile profile =
        new DetectorProfile("fake", Optional.empty(), 0.4, 0.3, 0.5, Map.of());
    try (BlurDetector detector = BlurDetector.builder(fake(score)).profile(profile).build()) {
      assertThat(detector.assess(PIXEL).verdict()).isEqualTo(verdict);
      assertThat(detector.threshold()).isEqualTo(0.4);
    }
  }

  @Test
  void builder_profileOfAnotherScorer_isRefused() {
    assertThatThrownBy(() -> BlurDetector.builder(fake(0)).profile(DetectorProfile.of("tree", 0.5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'tree'")
        .hasMessageContaining("'fake'");
  }

  private static BlurScorer fake(double score) {
    return new BlurScorer() {
      @Override
      public String name() {
        return "fake";
      }

      @Override
      public BlurScore score(BlurImage image) {
        return BlurScore.of(score);
      }
    };
  }
}
