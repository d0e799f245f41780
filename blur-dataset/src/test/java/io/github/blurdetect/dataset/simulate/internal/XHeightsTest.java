package io.github.blurdetect.dataset.simulate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.dataset.render.DocumentFonts;
import io.github.blurdetect.dataset.render.DocumentKind;
import io.github.blurdetect.dataset.render.DocumentKind.Variant;
import io.github.blurdetect.dataset.render.Language;
import io.github.blurdetect.dataset.render.MissingFontException;
import io.github.blurdetect.dataset.render.RenderedDocuments;
import io.github.blurdetect.dataset.simulate.Box;
import io.github.blurdetect.dataset.simulate.SourcePage;
import io.github.blurdetect.dataset.simulate.TextLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class XHeightsTest {

  @Test
  void measure_drawnLetters_agreesWithTheFont() {
    List<Double> ratios = new ArrayList<>();
    SourcePage letter = letter();
    for (TextLine line : letter.lines()) {
      Box box = line.box();
      ratios.add(XHeights.measure(letter.image().luma(), box, line.text()) / line.xHeight());
    }
    Collections.sort(ratios);

    assertThat(ratios.get(ratios.size() / 2)).isCloseTo(1, within(0.15));
    assertThat(ratios.get(ratios.size() / 10)).isGreaterThan(0.7);
    assertThat(ratios.get(ratios.size() * 9 / 10)).isLessThan(1.4);
  }

  @Test
  void measure_emptyBox_isHalfItsHeight() {
    BlurImage white = BlurImage.grey(filled(200, 50, (byte) 250), 200, 50);

    assertThat(XHeights.measure(white.luma(), new Box(10, 10, 150, 30), "nothing")).isEqualTo(10);
  }

  @Test
  void measure_boxBeyondThePage_isCut() {
    BlurImage white = BlurImage.grey(filled(20, 20, (byte) 250), 20, 20);

    assertThat(XHeights.measure(white.luma(), new Box(15, 15, 90, 40), "x")).isEqualTo(12.5);
  }

  private static byte[] filled(int width, int height, byte value) {
    byte[] bytes = new byte[width * height];
    java.util.Arrays.fill(bytes, value);
    return bytes;
  }

  private static SourcePage letter() {
    try {
      List<Variant> variants = List.of(new Variant(DocumentKind.LETTER, Language.ENGLISH));
      return new RenderedDocuments(variants, 1, 5, DocumentFonts.installed()).page(0);
    } catch (MissingFontException e) {
      assumeFalse(true, e.getMessage());
      throw e;
    }
  }
}
