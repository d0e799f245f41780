package io.github.blurdetect.dataset.render.internal;

import io.github.blurdetect.dataset.render.DocumentKind;
import io.github.blurdetect.dataset.simulate.SourcePage;
import java.util.List;
import java.util.SplittableRandom;

/** Draws one document: paper, layout, stamp. */
public final class DocumentPainter {

  /** One kind of document. */
  interface Layout {
    /** Draws a document of a body size on a sheet of its own. */
    Sheet draw(Style style, Invented invented, SplittableRandom random);
  }

  private DocumentPainter() {}

  /**
   * Draws.
   *
   * @param variant kind and language
   * @param families fonts that may be used
   * @param group the page's name
   * @param random everything else
   * @return the page
   */
  public static SourcePage paint(
      DocumentKind.Variant variant, List<String> families, String group, SplittableRandom random) {
    double size = random.nextDouble(17, 30);
    boolean note = variant.kind() == DocumentKind.NOTE;
    List<String> weighted = note ? Hand.weighted(families) : families;
    Style style = Style.draw(variant.language(), weighted, size, random);
    Layout layout =
        switch (variant.kind()) {
          case LICENCE -> new LicenceLayout();
          case INVOICE -> new InvoiceLayout();
          case RECEIPT -> new ReceiptLayout();
          case CARD -> new CardLayout();
          case LETTER -> new LetterLayout();
          case NOTE -> new NoteLayout();
        };
    Sheet sheet = layout.draw(style, Invented.in(variant.language(), random), random);
    Paper.age(sheet.image(), random);
    Embossing.press(sheet.image(), note, random);
    return new SourcePage(group, sheet.toImage(), sheet.lines());
  }
}
