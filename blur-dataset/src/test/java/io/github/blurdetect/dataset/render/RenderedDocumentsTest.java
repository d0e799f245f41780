package io.github.blurdetect.dataset.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.dataset.render.DocumentKind.Variant;
import io.github.blurdetect.dataset.simulate.Box;
import io.github.blurdetect.dataset.simulate.SourcePage;
import io.github.blurdetect.dataset.simulate.TextLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RenderedDocumentsTest {

  private static final DocumentFonts FONTS = DocumentFonts.installed();

  static Stream<Variant> variants() {
    return DocumentKind.all().stream().filter(v -> v.kind() != DocumentKind.NOTE);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void page_anyVariant_knowsWhereItsTextLies(Variant variant) {
    RenderedDocuments documents = documents(List.of(variant), 3);
    for (int i = 0; i < documents.size(); i++) {
      SourcePage page = documents.page(i);
      assertThat(page.lines()).hasSizeGreaterThan(6);
      for (TextLine line : page.lines()) {
        assertThat(range(page.image().luma(), line.box()))
            .as("%s '%s' %s", page.group(), line.text(), line.box())
            .isGreaterThan(60);
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
  void page_note_knowsWhereItsWordsLie() {
    RenderedDocuments notes = notes(8);
    for (int i = 0; i < notes.size(); i++) {
      SourcePage page = notes.page(i);
      assertThat(page.lines()).as(page.group()).isNotEmpty();
      for (TextLine line : page.lines()) {
        int ink = range(page.image().luma(), line.box());
        assertThat(ink).as("%s '%s' %s", page.group(), line.text(), line.box()).isGreaterThan(25);
        assertThat(line.stroke()).isBetween(1.0, 0.6 * line.xHeight());
      }
    }
    assertThat(notes.page(3).image().pixels()).isEqualTo(notes(8).page(3).image().pixels());
  }

  @Test
  void page_notes_areWrittenSmallAndLarge() {
    RenderedDocuments notes = notes(30);
    List<Double> heights = new ArrayList<>();
    for (int i = 0; i < notes.size(); i++) {
      heights.add(notes.page(i).xHeight());
    }
    assertThat(heights).anyMatch(h -> h < 14).anyMatch(h -> h > 80);
  }

  @Test
  void fonts_handwriting_isNoPrintAndListsShareNone() {
    List<String> hands = new ArrayList<>(Handwriting.TRAINING.families());
    hands.addAll(Handwriting.HELD_OUT.families());

    assertThat(hands).doesNotHaveDuplicates().hasSizeGreaterThan(12);
    try {
      assertThat(FONTS.families(Language.ENGLISH)).doesNotContainAnyElementsOf(hands);
    } catch (MissingFontException e) {
      assumeTrue(false, "not tested: " + e.getMessage());
    }
  }

  @Test
  void documents_noHandwritingFont_nameThePackages() {
    DocumentFonts none = DocumentFonts.among(List.of("Steve", "Purisa", "kiloji"));

    assertThatThrownBy(() -> new RenderedDocuments(note(), 1, 1, none, Handwriting.HELD_OUT))
        .isInstanceOf(MissingFontException.class)
        .hasMessageContaining("fonts-bwht fonts-dancingscript)");
  }

  @Test
  void variant_noteInChinese_isRefused() {
    assertThatThrownBy(() -> new Variant(DocumentKind.NOTE, Language.CHINESE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void documents_noneWanted_areRefused() {
    assertThatThrownBy(() -> new RenderedDocuments(List.of(), 1, 1, FONTS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RenderedDocuments(english(), 0, 1, FONTS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Lightest less darkest pixel of a box. */
  private static int range(LumaPlane luma, Box box) {
    int least = 255;
    int most = 0;
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        least = Math.min(least, luma.get(x, y));
        most = Math.max(most, luma.get(x, y));
      }
    }
    return most - least;
  }

  private static List<Variant> english() {
    return DocumentKind.printed().stream().map(k -> new Variant(k, Language.ENGLISH)).toList();
  }

  private static List<String> english(DocumentFonts fonts) {
    try {
      return fonts.families(Language.ENGLISH);
    } catch (MissingFontException e) {
      return List.of();
    }
  }

  private static List<Variant> note() {
    return List.of(new Variant(DocumentKind.NOTE, Language.ENGLISH));
  }

  private static RenderedDocuments notes(int size) {
    try {
      return new RenderedDocuments(note(), size, 2, FONTS, Handwriting.HELD_OUT);
    } catch (MissingFontException e) {
      assumeTrue(false, "not tested: " + e.getMessage());
      throw e;
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
