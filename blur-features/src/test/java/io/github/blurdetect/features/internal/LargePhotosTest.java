package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.features.FeatureExtractor;
import io.github.blurdetect.features.PrintedPage;
import io.github.blurdetect.features.TextMeasurement;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Photos with much small print: samples of them say what all of their cells say. */
class LargePhotosTest {
  private static final int X_HEIGHT = 12;
  private static final int ACROSS = 5;
  private static final int DOWN = 6;

  /** Where a large photo is blurred. */
  enum Blurred {
    NOWHERE,
    EVERYWHERE,
    TOP_HALF,
    LOWEST_THIRD,
    LEFT_FIFTH,
    PATCH;

    private boolean at(int x, int y, int width, int height) {
      return switch (this) {
        case NOWHERE -> false;
        case EVERYWHERE -> true;
        case TOP_HALF -> y < height / 2;
        case LOWEST_THIRD -> y >= 2 * height / 3;
        case LEFT_FIFTH -> x < width / 5;
        case PATCH -> x >= width / 2 && y > height / 3 && y < 2 * height / 3;
      };
    }
  }

  /** Pages side by side, blurred in part, with noise. */
  private static LumaPlane photo(int across, int down, Blurred blurred) {
    PrintedPage page = PrintedPage.print(X_HEIGHT);
    LumaPlane sharp = page.luma();
    LumaPlane soft = page.blurred(3).luma();
    int width = across * sharp.width();
    int height = down * sharp.height();
    byte[] out = new byte[width * height];
    SplittableRandom random = new SplittableRandom(width);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        LumaPlane from = blurred.at(x, y, width, height) ? soft : sharp;
        int value = from.get(x % sharp.width(), y % sharp.height());
        out[y * width + x] = (byte) Math.min(255, value + random.nextInt(5));
      }
    }
    return new LumaPlane(out, width, height, width);
  }

  private static TextMeasurement ofAllCells(LumaPlane plane) {
    LineFinder.Searched searched = LineFinder.Searched.of(new Pyramid(plane));
    return PageFeatures.measure(searched, searched.found().cells());
  }

  @ParameterizedTest
  @EnumSource
  void measure_muchSmallPrint_saysWhatAllCellsSay(Blurred blurred) {
    LumaPlane plane = photo(ACROSS, DOWN, blurred);
    assertThat(plane.width() * plane.height()).isGreaterThan(6_000_000);
    TextMeasurement all = ofAllCells(plane);
    TextMeasurement sample = FeatureExtractor.defaults().measure(plane);
    assertThat(all.patches()).hasSizeGreaterThan(500);
    assertThat(sample.patches()).hasSizeBetween(128, 150);
    assertThat(all.patches()).containsAll(sample.patches());
    assertThat(sample.layout()).isEqualTo(all.layout());
    for (String name : List.of("legible_share", "legibility_mean")) {
      double expected = all.features().get(name);
      assertThat(sample.features().get(name)).as(name).isCloseTo(expected, within(0.06));
    }
    for (String name : List.of("noise_p50", "edge_90_p50", "swing_p50", "fine_p50")) {
      double expected = all.features().get(name);
      assertThat(sample.features().get(name)).as(name).isCloseTo(expected, within(0.12));
    }
  }

  @Test
  void measure_partsAlone_isAsOfThePlane() {
    LumaPlane plane = photo(ACROSS, DOWN, Blurred.PATCH);
    BlurImage parts =
        BlurImage.halved(
            plane.halved(),
            plane.width(),
            plane.height(),
            () -> {
              throw new AssertionError("asked for all pixels");
            },
            plane::part);
    TextMeasurement expected = FeatureExtractor.defaults().measure(plane);
    TextMeasurement measured = FeatureExtractor.defaults().measure(parts);
    assertThat(measured.patches()).isEqualTo(expected.patches());
    assertThat(measured.features().values()).containsExactly(expected.features().values());
  }

  @Test
  void measurer_largePlane_measuresCellsAsOnAWholePlane() {
    LumaPlane plane = photo(ACROSS, DOWN, Blurred.NOWHERE);
    Pyramid pyramid = new Pyramid(plane);
    CellMeasurer measurer = new CellMeasurer(pyramid);
    LumaPlane corner = plane.part(0, 0, plane.width(), 1200); // too small for samples
    CellMeasurer whole = new CellMeasurer(new Pyramid(corner));
    int noise = CellMeasure.LOG_NOISE.ordinal();
    for (TextCell cell : LineFinder.find(pyramid).cells()) {
      if (cell.bottom() < 1100) {
        double[] found = measurer.measure(cell);
        double[] expected = whole.measure(cell);
        for (int i = 0; i < noise; i++) {
          assertThat(found[i]).isEqualTo(expected[i]);
        }
        for (CellMeasure i : List.of(CellMeasure.LOG_EDGE_98, CellMeasure.MODULATION)) {
          assertThat(found[i.ordinal()]).isEqualTo(expected[i.ordinal()]);
        }
        assertThat(found[noise]).isCloseTo(expected[noise], within(0.1));
      }
    }
  }

  @Test
  void measure_underSixMegapixels_measuresEveryCell() {
    LumaPlane plane = photo(ACROSS - 1, DOWN - 1, Blurred.LEFT_FIFTH);
    assertThat(plane.width() * plane.height()).isBetween(5_000_000, 5_999_999);
    TextMeasurement all = ofAllCells(plane);
    TextMeasurement measured = FeatureExtractor.defaults().measure(plane);
    assertThat(all.patches()).hasSizeGreaterThan(320);
    assertThat(measured.patches()).isEqualTo(all.patches());
    assertThat(measured.features().values()).containsExactly(all.features().values());
  }
}
