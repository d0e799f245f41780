package io.github.blurdetect.dataset.legibility;

import io.github.blurdetect.dataset.simulate.Box;
import io.github.blurdetect.dataset.simulate.PageSource;
import io.github.blurdetect.dataset.simulate.SourcePage;
import io.github.blurdetect.dataset.simulate.TextLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pages whose text is not known, taken to say what OCR reads of them as they stand: the words that
 * it is at least {@value #LEAST_CONFIDENCE} % sure of. Pages that bring their text are left alone.
 */
public final class ReadPages implements PageSource {

  private static final double LEAST_CONFIDENCE = 70;

  private final PageSource pages;
  private final TesseractOcr ocr;
  private final Map<Integer, List<TextLine>> known = new ConcurrentHashMap<>();

  /**
   * Wraps pages.
   *
   * @param pages with or without text
   * @param ocr who reads those without
   */
  public ReadPages(PageSource pages, TesseractOcr ocr) {
    this.pages = pages;
    this.ocr = ocr;
  }

  @Override
  public int size() {
    return pages.size();
  }

  @Override
  public SourcePage page(int index) throws IOException {
    SourcePage page = pages.page(index);
    if (!page.lines().isEmpty()) {
      return page;
    }
    List<TextLine> lines = known.get(index);
    if (lines == null) {
      lines = lines(page);
      known.put(index, lines);
    }
    return new SourcePage(page.group(), page.image(), lines);
  }

  private List<TextLine> lines(SourcePage page) throws OcrException {
    Map<Integer, List<OcrWord>> byLine = new TreeMap<>();
    for (OcrWord word : ocr.read(Pictures.pnm(page.image()))) {
      if (word.confidence() >= LEAST_CONFIDENCE && !WordMatcher.words(word.text()).isEmpty()) {
        byLine.computeIfAbsent(word.line(), line -> new ArrayList<>()).add(word);
      }
    }
    return byLine.values().stream().map(words -> line(page, words)).toList();
  }

  private static TextLine line(SourcePage page, List<OcrWord> words) {
    Box first = words.get(0).box();
    int left = first.left();
    int top = first.top();
    int right = first.right();
    int bottom = first.bottom();
    List<String> texts = new ArrayList<>();
    for (OcrWord word : words) {
      left = Math.min(left, word.box().left());
      top = Math.min(top, word.box().top());
      right = Math.max(right, word.box().right());
      bottom = Math.max(bottom, word.box().bottom());
      texts.add(word.text());
    }
    return TextLine.measured(
        page.image().luma(), new Box(left, top, right, bottom), String.join(" ", texts));
  }
}
