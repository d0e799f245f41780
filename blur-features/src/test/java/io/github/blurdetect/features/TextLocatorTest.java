package io.github.blurdetect.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.LumaPlane;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextLocatorTest {
  private static final TextLocator LOCATOR = TextLocator.defaults();

  @ParameterizedTest
  @ValueSource(ints = {8, 10, 14, 20, 32, 48})
  void locate_printedPage_findsXHeight(int xHeight) {
    PrintedPage page = PrintedPage.print(xHeight);
    TextLayout found = LOCATOR.locate(page.luma());
    assertThat(found.hasText()).isTrue();
    assertThat(found.vertical()).isFalse();
    assertThat(found.xHeight()).isBetween(0.7 * xHeight, 1.5 * xHeight);
    assertThat(page.shareCovered(found)).isGreaterThan(0.9);
  }

  @ParameterizedTest
  @CsvSource({"12,2", "12,4", "24,6"})
  void locate_blurredPage_findsTheSameText(int xHeight, int radius) {
    PrintedPage page = PrintedPage.print(xHeight);
    TextLayout found = LOCATOR.locate(page.blurred(radius).luma());
    assertThat(found.vertical()).isFalse();
    assertThat(found.xHeight()).isBetween(0.7 * xHeight, 1.8 * xHeight);
    assertThat(page.shareCovered(found)).isGreaterThan(0.8);
  }

  @Test
  void locate_pageTurnedByRightAngle_findsVerticalLines() {
    PrintedPage page = PrintedPage.print(12);
    TextLayout level = LOCATOR.locate(page.luma());
    TextLayout turned = LOCATOR.locate(page.turned().luma());
    assertThat(turned.vertical()).isTrue();
    assertThat(turned.xHeight()).isCloseTo(level.xHeight(), within(1.5));
    assertThat(turned.letters()).isCloseTo(level.letters(), within(0.1 * level.letters()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 3, 12})
  void locate_noisyBlankPaper_findsNothing(double sigma) {
    var random = new java.util.SplittableRandom(3);
    byte[] data = new byte[600 * 400];
    for (int i = 0; i < data.length; i++) {
      data[i] =
          (byte) Math.round(200 + 10 * Math.sin(i % 600 / 90.0) + sigma * random.nextGaussian());
    }
    TextLayout found = LOCATOR.locate(new LumaPlane(data, 600, 400, 600));
    assertThat(found.hasText()).isFalse();
    assertThat(found.tiles(128, 4)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1,1,1", "1,50,3", "50,1,50", "2,2,2", "3,5,8"})
  void locate_tinyPlane_findsNoText(int width, int height, int stride) {
    TextLayout found = LOCATOR.locate(TestData.random(width, height, stride, 1));
    assertThat(found.hasText()).isFalse();
    assertThat(found.xHeight()).isNaN();
  }

  @Test
  void locate_strideBeyondWidth_givesTheSame() {
    LumaPlane tight = PrintedPage.print(10).luma();
    int stride = tight.width() + 13;
    byte[] data = new byte[stride * tight.height()];
    for (int y = 0; y < tight.height(); y++) {
      System.arraycopy(tight.data(), y * tight.width(), data, y * stride, tight.width());
    }
    LumaPlane gaps = new LumaPlane(data, tight.width(), tight.height(), stride);
    assertThat(LOCATOR.locate(gaps)).isEqualTo(LOCATOR.locate(tight));
  }

  @Test
  void tiles_printedPage_holdTextAndHardlyOverlap() {
    PrintedPage page = PrintedPage.print(10);
    var tiles = LOCATOR.locate(page.luma()).tiles(128, 6);
    assertThat(tiles).hasSize(6);
    for (TextTile tile : tiles) {
      assertThat(tile.scale()).isEqualTo(1);
      assertThat(tile.viewedSide()).isEqualTo(128);
      assertThat(tile.letters()).isGreaterThan(20);
      assertThat(tile.left() + tile.side()).isLessThanOrEqualTo(page.luma().width());
      assertThat(tile.top() + tile.side()).isLessThanOrEqualTo(page.luma().height());
    }
    assertThat(tiles).allMatch(tile -> tile.letters() <= tiles.get(0).letters());
  }

  @Test
  void tiles_pageOfEqualLines_lieAllOverIt() {
    TextLayout page = equalLines(3000, 4000);
    List<TextTile> tiles = page.tiles(128, 6);
    assertThat(tiles).hasSize(6);
    for (int y = 500; y <= 3500; y += 500) {
      for (int x = 500; x <= 2500; x += 500) {
        double nearest = Double.MAX_VALUE;
        for (TextTile tile : tiles) {
          int middle = tile.side() / 2;
          double wide = tile.left() + middle - x;
          double high = tile.top() + middle - y;
          nearest = Math.min(nearest, Math.hypot(wide, high));
        }
        // Six squares in a grid would be up to 900 pixels away.
        assertThat(nearest).as("from %d, %d", x, y).isLessThan(1300);
      }
    }
  }

  @Test
  void tiles_fewerWanted_areTheFirst() {
    TextLayout page = equalLines(2000, 1500);
    List<TextTile> tiles = page.tiles(128, 12);
    for (int max = 1; max < 12; max++) {
      assertThat(page.tiles(128, max)).isEqualTo(tiles.subList(0, max));
    }
  }

  @Test
  void tiles_ofUnequalText_takeTheRichestAndNoneThatHoldsHardlyAny() {
    TextLine full = new TextLine(100, 100, 1100, 120, 10, false, 100);
    TextLine more = new TextLine(400, 130, 700, 150, 10, false, 100);
    TextLine hardlyAny = new TextLine(1500, 1400, 1515, 1410, 10, false, 100);
    TextLayout layout = new TextLayout(2000, 1500, List.of(full, more, hardlyAny), 10, false, 1);
    List<TextTile> tiles = layout.tiles(128, 12);
    assertThat(tiles.get(0).left()).isBetween(400 - 32, 700 - 128 + 32);
    assertThat(tiles).hasSizeGreaterThan(5).allMatch(tile -> tile.top() < 200);
  }

  private static TextLayout equalLines(int width, int height) {
    List<TextLine> lines = new ArrayList<>();
    for (int top = 100; top < height - 100; top += 64) {
      lines.add(new TextLine(100, top, width - 100, top + 40, 20, false, 100));
    }
    return new TextLayout(width, height, lines, 20, false, 1);
  }

  @Test
  void tiles_largePrint_areViewedSmaller() {
    var tiles = LOCATOR.locate(PrintedPage.print(60).luma()).tiles(64, 3);
    assertThat(tiles).isNotEmpty().allMatch(tile -> tile.scale() == 0.25 && tile.side() == 256);
  }

  @Test
  void tiles_photoSmallerThanATile_reachOverItsBorder() {
    PrintedPage page = PrintedPage.print(10);
    var tiles = LOCATOR.locate(page.luma()).tiles(2048, 3);
    assertThat(tiles).hasSize(1);
    assertThat(tiles.get(0).left()).isZero();
    assertThat(tiles.get(0).side()).isEqualTo(2048);
  }

  @Test
  void tiles_tooSmall_areRefused() {
    TextLayout layout = LOCATOR.locate(TestData.random(9, 9, 9, 1));
    assertThatThrownBy(() -> layout.tiles(4, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> layout.tiles(64, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
