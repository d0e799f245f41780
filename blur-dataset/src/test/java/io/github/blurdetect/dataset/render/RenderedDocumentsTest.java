package io.github.blurdetect.dataset.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.dataset.render.DocumentKind.Variant;
import io.github.blurdetect.dataset.simulate.Box;
import io.github.blurdetect.dataset.simulate.SourcePage;
import io.github.blurdetect.dataset.simulate.TextLine;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RenderedDocumentsTest {

  private static final DocumentFonts FONTS = DocumentFonts.installed();

  static Stream<Variant> variants() {
    return DocumentKind.all().stream();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void page_anyVariant_knowsWhereItsTextLies(Variant variant) {
    RenderedDocuments documents = documents(List.of(variant), 3);
    for (int i = 0; i < documents.size(); i++) {
      SourcePage page = documents.page(i);
      assertThat(page.lines()).hasSizeGreaterThan(6);
      for (TextLine line : page.lines()) {
        assertThat(inked(page.image().luma(), line.box()))
            .as("%s '%s' %s", page.group(), line.text(), line.box())
            .isTrue();
        assertThat(line.xHeight()).isBetween(0.2 * line.box().height(), 80.0);
      }
      boolean chinese = page.lines().stream().anyMatch(TextLine::chinese);
      assertThat(chinese).isEqualTo(variant.language() == Language.CHINESE);
    }
  }

  @Test
  void page_licence_hasFieldNamesLeftOfTheirFields() {
    SourcePage page =
        documents(List.of(new Variant(DocumentKind.LICENCE, Language.ENGLISH)), 1).page(0);
    List<TextLine> names =
        page.lines().stream().filter(l -> l.role() == TextLine.Role.FIELD_NAME).toList();

    assertThat(names).extracting(TextLine::text).contains("Name", "Address", "Purpose");
    for (TextLine name : names) {
      assertThat(page.lines())
          .anyMatch(
              l ->
                  l.role() == TextLine.Role.CONTENT
                      && l.box().left() >= name.box().right()
                      && Math.abs(l.box().centreY() - name.box().centreY()) < name.box().height());
    }
  }

  @Test
  void page_sameSeed_isTheSameDocument() {
    RenderedDocuments one = documents(english(), 6);
    RenderedDocuments other = documents(english(), 6);

    assertThat(one.page(4).image().pixels()).isEqualTo(other.page(4).image().pixels());
    assertThat(one.page(4).lines()).isEqualTo(other.page(4).lines());
    assertThat(one.page(5).lines()).isNotEqualTo(one.page(0).lines());
  }

  @Test
  void documents_noChineseFont_nameThePackageAndLeaveEnglishAlone() {
    DocumentFonts latinOnly =
        DocumentFonts.among(
            Stream.of(
                    java.awt.GraphicsEnvironment.getLocalGraphicsEnvironment()
                        .getAvailableFontFamilyNames())
                .filter(f -> f.startsWith("DejaVu"))
                .toList());
    assumeTrue(!english(latinOnly).isEmpty(), "not tested: no DejaVu font is installed");
    List<Variant> chinese = List.of(new Variant(DocumentKind.LICENCE, Language.CHINESE));

    assertThatThrownBy(() -> new RenderedDocuments(chinese, 1, 1, latinOnly))
        .isInstanceOf(MissingFontException.class)
        .hasMessageContaining("fonts-noto-cjk");
    assertThat(new RenderedDocuments(english(), 2, 1, latinOnly).page(1).lines()).isNotEmpty();
  }

  @Test
  void documents_noneWanted_areRefused() {
    assertThatThrownBy(() -> new RenderedDocuments(List.of(), 1, 1, FONTS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RenderedDocuments(english(), 0, 1, FONTS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Whether a box holds both ink and paper. */
  private static boolean inked(LumaPlane luma, Box box) {
    int least = 255;
    int most = 0;
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        least = Math.min(least, luma.get(x, y));
        most = Math.max(most, luma.get(x, y));
      }
    }
    return most - least > 60;
  }

  private static List<Variant> english() {
    return Stream.of(DocumentKind.values()).map(k -> new Variant(k, Language.ENGLISH)).toList();
  }

  private static List<String> english(DocumentFonts fonts) {
    try {
      return fonts.families(Language.ENGLISH);
    } catch (MissingFontException e) {
      return List.of();
    }
  }

  private static RenderedDocuments documents(List<Variant> variants, int size) {
    try {
      return new RenderedDocuments(variants, size, 2, FONTS);
    } catch (MissingFontException e) {
      assumeTrue(false, "not tested: " + e.getMessage());
      throw e;
    }
  }
}
