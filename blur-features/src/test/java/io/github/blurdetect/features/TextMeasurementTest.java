package io.github.blurdetect.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextMeasurementTest {
  private static final Map<String, Double> TEXTURE =
      Map.of("legible_share", 0.0, "stray_ink", 0.8, "edge_98_p75", 2.4, "contrast_p50", 0.6);

  @Test
  void looksLikePrint_sharpStraysInHighContrast_isTexture() {
    assertThat(measurement(40, TEXTURE).looksLikePrint()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"legible_share,0.4", "stray_ink,0.3", "edge_98_p75,1.2", "contrast_p50,0.2"})
  void looksLikePrint_oneSignMissing_isPrint(String feature, double value) {
    Map<String, Double> changed = new HashMap<>(TEXTURE);
    changed.put(feature, value);
    assertThat(measurement(40, changed).looksLikePrint()).isTrue();
  }

  @Test
  void looksLikePrint_tooFewLettersOrNoPatch_isNone() {
    Map<String, Double> legible = Map.of("legible_share", 1.0);
    assertThat(measurement(40, legible).looksLikePrint()).isTrue();
    assertThat(measurement(5, legible).looksLikePrint()).isFalse();
    TextMeasurement whole = measurement(40, legible);
    for (int measured : new int[] {0, 1}) { // Of two patches with 15 letters each.
      List<TextPatch> patches = whole.patches().subList(0, measured);
      assertThat(new TextMeasurement(whole.layout(), patches, whole.features()).looksLikePrint())
          .isFalse();
    }
  }

  @Test
  void letters_patches_areMeasuredAlongTheirLines() {
    assertThat(measurement(40, Map.of()).letters()).isEqualTo(30);
    TextMeasurement none = measurement(40, Map.of());
    assertThat(new TextMeasurement(none.layout(), List.of(), none.features()).letters()).isZero();
  }

  private static TextMeasurement measurement(int letters, Map<String, Double> known) {
    List<String> names = new ArrayList<>(FeatureExtractor.defaults().names());
    double[] values = names.stream().mapToDouble(name -> known.getOrDefault(name, 0.0)).toArray();
    TextLine line = new TextLine(0, 0, letters * 10, 20, 10, false, 100);
    return new TextMeasurement(
        new TextLayout(1000, 100, List.of(line), 10, false, 1),
        List.of(new TextPatch(0, 0, 150, 20, 10, 0.5), new TextPatch(200, 0, 230, 150, 10, 0.5)),
        new FeatureVector(FeatureExtractor.defaults().version(), names, values));
  }
}
