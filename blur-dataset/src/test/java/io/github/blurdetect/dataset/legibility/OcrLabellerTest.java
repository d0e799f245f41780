package io.github.blurdetect.dataset.legibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.dataset.render.DocumentFonts;
import io.github.blurdetect.dataset.render.DocumentKind;
import io.github.blurdetect.dataset.render.DocumentKind.Variant;
import io.github.blurdetect.dataset.render.Language;
import io.github.blurdetect.dataset.render.MissingFontException;
import io.github.blurdetect.dataset.render.RenderedDocuments;
import io.github.blurdetect.dataset.simulate.BlurKernel;
import io.github.blurdetect.dataset.simulate.BlurKind;
import io.github.blurdetect.dataset.simulate.BlurPlan;
import io.github.blurdetect.dataset.simulate.Box;
import io.github.blurdetect.dataset.simulate.CaptureSimulator;
import io.github.blurdetect.dataset.simulate.Coverage;
import io.github.blurdetect.dataset.simulate.KernelShapes;
import io.github.blurdetect.dataset.simulate.LightPlan;
import io.github.blurdetect.dataset.simulate.PhotoLabeller.Legibility;
import io.github.blurdetect.dataset.simulate.PhotoPlan;
import io.github.blurdetect.dataset.simulate.PhotoRecord.Label;
import io.github.blurdetect.dataset.simulate.RegionPlan;
import io.github.blurdetect.dataset.simulate.Scene;
import io.github.blurdetect.dataset.simulate.SourcePage;
import io.github.blurdetect.dataset.simulate.TextLine;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OcrLabellerTest {

  private static final LightPlan SHADOW =
      new LightPlan(0.5, 1, 0.2, 0.6, 2, 0, 0.6, 0.6, 0.6, 0.05, 1);

  @ParameterizedTest
  @Tag("slow")
  @CsvSource({"0.0, CLEAR", "0.7, BLURRED"})
  void label_letterInAScene_followsTheBlur(double strength, Label expected) throws Exception {
    SourcePage page = letter();
    OcrLabeller labeller = labeller();

    Legibility read =
        labeller.label(page, new CaptureSimulator().simulate(page, plan(Scene.WOOD, strength)));

    assertThat(read.label()).isEqualTo(expected);
    assertThat(read.words()).hasSameSizeAs(page.lines());
    List<Integer> perLine = read.wordsRead();
    assertThat(perLine).isNotNull();
    int inLines = perLine == null ? 0 : perLine.stream().mapToInt(Integer::intValue).sum();
    int words = read.words().stream().mapToInt(Integer::intValue).sum();
    if (expected == Label.CLEAR) {
      assertThat(inLines).isGreaterThan(words * 8 / 10);
    } else {
      assertThat(inLines).isLessThan(words / 2);
    }
  }

  @Test
  void label_scanWithABlackRim_readsWhatLiesInside() throws Exception {
    SourcePage page = withRim(letter());

    Legibility read =
        labeller()
            .label(
                page,
                new CaptureSimulator().simulate(page, plan(Scene.FLAT, LightPlan.EVEN, 0.13)));

    assertThat(read.label()).isEqualTo(Label.CLEAR);
  }

  @Test
  void label_wordsReadElsewhere_doNotCount() throws Exception {
    SourcePage page = letter();
    List<TextLine> moved =
        page.lines().stream()
            .map(l -> new TextLine(new Box(0, 0, 3, 3), l.text(), l.xHeight(), l.role()))
            .toList();
    SourcePage elsewhere = new SourcePage("elsewhere", page.image(), moved);

    Legibility read =
        labeller()
            .label(elsewhere, new CaptureSimulator().simulate(elsewhere, plan(Scene.FLAT, 0)));

    assertThat(read.label()).isEqualTo(Label.MARGINAL);
    assertThat(read.wordsRead()).isNotNull().containsOnly(0);
  }

  @Test
  void page_withoutText_getsWhatIsReadOfIt() throws Exception {
    SourcePage page = letter();
    SourcePage bare = new SourcePage("bare", page.image(), List.of());
    TesseractOcr ocr = TesseractOcrTest.english();

    SourcePage read = new ReadPages(new OnePage(bare), ocr).page(0);

    List<String> truth =
        page.lines().stream().flatMap(l -> WordMatcher.words(l.text()).stream()).toList();
    List<String> found =
        read.lines().stream().flatMap(l -> WordMatcher.words(l.text()).stream()).toList();
    assertThat(found).hasSizeGreaterThan(truth.size() * 8 / 10);
    assertThat(read.xHeight()).isBetween(0.7 * page.xHeight(), 1.3 * page.xHeight());
  }

  @ParameterizedTest
  @CsvSource({"1.1, CLEAR", "0.9, CLEAR", "0.89, MARGINAL", "0.51, MARGINAL", "0.5, BLURRED"})
  void labelOf_share_hasTheStatedLimits(double share, Label expected) {
    assertThat(OcrLabeller.labelOf(share)).isEqualTo(expected);
  }

  private record OnePage(SourcePage only)
      implements io.github.blurdetect.dataset.simulate.PageSource {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public SourcePage page(int index) {
      return only;
    }
  }

  private static OcrLabeller labeller() throws OcrException {
    TesseractOcrTest.english();
    return new OcrLabeller();
  }

  private static PhotoPlan plan(Scene scene, double strength) {
    return plan(scene, SHADOW, strength);
  }

  private static PhotoPlan plan(Scene scene, LightPlan light, double strength) {
    boolean none = strength == 0;
    BlurPlan blur =
        new BlurPlan(
            none ? BlurKind.NONE : BlurKind.DEFOCUS,
            "",
            none ? BlurKernel.IDENTITY : KernelShapes.disc(0.2, 0),
            0,
            strength,
            Coverage.WHOLE,
            RegionPlan.EVERYWHERE);
    return new PhotoPlan(5, scene, 1.2, 0.1, 0.05, 0.2, light, blur, 2, 0, 0, 0, 90);
  }

  /** The page on the black lid of a scanner. */
  private static SourcePage withRim(SourcePage page) {
    BlurImage inner = page.image();
    int rim = inner.width() / 5;
    int width = inner.width() + 2 * rim;
    int height = inner.height() + 2 * rim;
    int channels = inner.layout().channels();
    byte[] pixels = new byte[width * height * channels];
    for (int y = 0; y < inner.height(); y++) {
      System.arraycopy(
          inner.pixels(),
          y * inner.stride(),
          pixels,
          ((y + rim) * width + rim) * channels,
          inner.width() * channels);
    }
    List<TextLine> lines =
        page.lines().stream()
            .map(l -> new TextLine(moved(l.box(), rim), l.text(), l.xHeight(), l.role()))
            .toList();
    return new SourcePage(
        "rim", BlurImage.of(pixels, width, height, width * channels, inner.layout()), lines);
  }

  private static Box moved(Box box, int by) {
    return new Box(box.left() + by, box.top() + by, box.right() + by, box.bottom() + by);
  }

  private static SourcePage letter() {
    try {
      List<Variant> variants = List.of(new Variant(DocumentKind.LETTER, Language.ENGLISH));
      return new RenderedDocuments(variants, 1, 8, DocumentFonts.installed()).page(0);
    } catch (MissingFontException e) {
      assumeTrue(false, "not tested: " + e.getMessage());
      throw e;
    }
  }
}
