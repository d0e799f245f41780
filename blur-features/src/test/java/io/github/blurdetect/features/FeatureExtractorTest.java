package io.github.blurdetect.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.LumaPlane;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureExtractorTest {
  private static final FeatureExtractor EXTRACTOR = FeatureExtractor.defaults();

  private static FeatureVector extract(LumaPlane plane) {
    return EXTRACTOR.measure(plane).features();
  }

  @Test
  void names_areDistinctAndMatchTheVector() {
    assertThat(EXTRACTOR.names()).doesNotHaveDuplicates().contains("x_height", "legibility_p10");
    FeatureVector vector = extract(PrintedPage.print(10).luma());
    assertThat(vector.names()).isEqualTo(EXTRACTOR.names());
    assertThat(vector.version()).isEqualTo(EXTRACTOR.version());
    for (String name : vector.names()) {
      assertThat(vector.get(name)).as(name).isFinite();
    }
  }

  @Test
  void measure_imageOrPlane_isTheSameAndTheTextIsLookedForOnce() {
    LumaPlane plane = PrintedPage.print(10).luma();
    BlurImage image =
        BlurImage.of(
            plane.data(), plane.width(), plane.height(), plane.stride(), BlurImage.Layout.GREY);
    TextMeasurement measured = EXTRACTOR.measure(image);
    TextMeasurement ofPlane = EXTRACTOR.measure(plane);
    assertThat(measured.patches()).isEqualTo(ofPlane.patches());
    assertThat(measured.features().values()).containsExactly(ofPlane.features().values());
    assertThat(TextLocator.defaults().locate(image)).isSameAs(measured.layout());
    assertThat(TextLocator.defaults().locate(plane)).isEqualTo(measured.layout());
  }

  @Test
  void measure_largePrint_isTheSameWithoutEverAskingForAllPixels() {
    LumaPlane plane = PrintedPage.print(40).luma();
    LumaPlane half = plane.halved();
    BlurImage image =
        BlurImage.halved(
            half,
            plane.width(),
            plane.height(),
            () -> {
              throw new AssertionError("asked for all pixels");
            });
    TextMeasurement expected = EXTRACTOR.measure(plane);
    TextMeasurement measured = EXTRACTOR.measure(image);
    assertThat(measured.layout()).isEqualTo(expected.layout());
    assertThat(measured.features().values()).containsExactly(expected.features().values());
    assertThat(measured.patches()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 14, 24, 40})
  void extract_growingBlur_lowersLegibility(int xHeight) {
    PrintedPage page = PrintedPage.print(xHeight);
    double sharp = extract(page.luma()).get("legibility_mean");
    double soft = extract(page.blurred(Math.max(1, xHeight / 8)).luma()).get("legibility_mean");
    double blurred = extract(page.blurred(xHeight / 3).luma()).get("legibility_mean");
    assertThat(sharp).isGreaterThan(0.7);
    assertThat(soft).isLessThan(sharp);
    assertThat(blurred).isLessThan(0.15);
  }

  @Test
  void extract_blurInProportionToThePrint_measuresTheSameAtAnySize() {
    FeatureVector small = extract(PrintedPage.print(12).blurred(2).luma());
    FeatureVector large = extract(PrintedPage.print(48).blurred(9).luma());
    for (String name : List.of("grey_share_p50", "swing_p50", "edge_90_p50", "fine_p50")) {
      assertThat(large.get(name)).as(name).isCloseTo(small.get(name), within(0.6));
    }
  }

  @Test
  void extract_lowerHalfBlurred_showsInTheLowPercentilesAlone() {
    PrintedPage page = PrintedPage.print(12);
    LumaPlane sharp = page.luma();
    LumaPlane blurred = page.blurred(4).luma();
    byte[] mixed = sharp.data().clone();
    int half = sharp.height() / 2 * sharp.width();
    System.arraycopy(blurred.data(), half, mixed, half, mixed.length - half);
    FeatureVector vector =
        extract(new LumaPlane(mixed, sharp.width(), sharp.height(), sharp.width()));
    assertThat(vector.get("legibility_p10")).isLessThan(0.2);
    assertThat(vector.get("legibility_p90")).isGreaterThan(0.7);
    assertThat(vector.get("legible_share")).isCloseTo(0.5, within(0.15));
  }

  @Test
  void extract_lowerHalfHardlyVisible_countsForLittle() {
    // What is so much fainter than the print is the paper's grain, or print shining through.
    PrintedPage page = PrintedPage.print(12);
    LumaPlane sharp = page.luma();
    LumaPlane soft = page.blurred(2).luma();
    byte[] mixed = sharp.data().clone();
    for (int y = sharp.height() / 2; y < sharp.height(); y++) {
      for (int x = 0; x < sharp.width(); x++) {
        double paper = paper(sharp, x, y);
        mixed[y * sharp.width() + x] = (byte) Math.round(paper + 0.16 * (soft.get(x, y) - paper));
      }
    }
    LumaPlane plane = new LumaPlane(mixed, sharp.width(), sharp.height(), sharp.width());
    List<TextPatch> faint =
        EXTRACTOR.measure(plane).patches().stream()
            .filter(patch -> patch.top() > sharp.height() / 2)
            .toList();
    assertThat(faint).as("found as text").hasSizeGreaterThan(5);
    assertThat(faint).as("not legible").allMatch(patch -> patch.legibility() < 0.5);
    assertThat(extract(plane).get("legible_share")).isGreaterThan(0.95);
  }

  /** The paper's brightness under the print, as {@link PrintedPage} shades it. */
  private static double paper(LumaPlane plane, int x, int y) {
    double w = plane.width();
    double h = plane.height();
    return 0xE8 - (0xE8 - 0xA0) * (x * w + y * h) / (w * w + h * h);
  }

  @Test
  void extract_pageTurnedByRightAngle_measuresAboutTheSame() {
    PrintedPage page = PrintedPage.print(12).blurred(1);
    FeatureVector level = extract(page.luma());
    FeatureVector turned = extract(page.turned().luma());
    for (String name : List.of("legibility_mean", "grey_share_p50", "swing_p50", "contrast_p50")) {
      assertThat(turned.get(name)).as(name).isCloseTo(level.get(name), within(0.08));
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1,1", "1,50,3", "50,1,50", "2,2,2", "3,5,8", "8,8,8", "9,31,9"})
  void extract_tinyPlane_isAllNaN(int width, int height, int stride) {
    FeatureVector vector = extract(TestData.random(width, height, stride, 1));
    assertThat(Arrays.stream(vector.values()).allMatch(Double::isNaN)).isTrue();
  }

  @Test
  void extract_fromManyThreads_givesTheSame() {
    BlurImage image = BlurImage.grey(PrintedPage.print(9).luma().data(), 45 * 9, 40 * 9);
    double[] expected = EXTRACTOR.extract(image).values();
    assertThat(
            IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> EXTRACTOR.extract(image).values())
                .allMatch(values -> Arrays.equals(values, expected)))
        .isTrue();
  }

  @Test
  void measure_printedPage_givesPatchesInsideThePhoto() {
    LumaPlane plane = PrintedPage.print(11).luma();
    TextMeasurement measured = EXTRACTOR.measure(plane);
    assertThat(measured.patches()).isNotEmpty();
    for (TextPatch patch : measured.patches()) {
      assertThat(patch.legibility()).isBetween(0.0, 1.0);
      assertThat(patch.left()).isNotNegative().isLessThan(patch.right());
      assertThat(patch.top()).isNotNegative().isLessThan(patch.bottom());
      assertThat(patch.right()).isLessThanOrEqualTo(plane.width());
      assertThat(patch.bottom()).isLessThanOrEqualTo(plane.height());
    }
  }
}
