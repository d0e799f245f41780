package io.github.blurdetect.dataset.render;

import io.github.blurdetect.dataset.render.internal.DocumentPainter;
import io.github.blurdetect.dataset.simulate.PageSource;
import io.github.blurdetect.dataset.simulate.SourcePage;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Rendered documents as sharp pages: page {@code i} is of variant {@code i} modulo their number,
 * with content, layout, font, paper and stamp that follow from the seed and {@code i} alone.
 */
public final class RenderedDocuments implements PageSource {

  private final List<DocumentKind.Variant> variants;
  private final int size;
  private final long seed;
  private final DocumentFonts fonts;
  private final Handwriting hands;

  /**
   * Plans documents, notes among them in the hands for training; nothing is drawn yet.
   *
   * @param variants kinds and languages, at least one
   * @param size how many documents, at least 1
   * @param seed what they are drawn from
   * @param fonts what they are drawn with
   * @throws IllegalArgumentException if there is no variant or the size is below 1
   * @throws MissingFontException if a variant has no font
   */
  public RenderedDocuments(
      List<DocumentKind.Variant> variants, int size, long seed, DocumentFonts fonts) {
    this(variants, size, seed, fonts, Handwriting.TRAINING);
  }

  /**
   * Plans documents; nothing is drawn yet.
   *
   * @param variants kinds and languages, at least one
   * @param size how many documents, at least 1
   * @param seed what they are drawn from
   * @param fonts what they are drawn with
   * @param hands which fonts notes are written in
   * @throws IllegalArgumentException if there is no variant or the size is below 1
   * @throws MissingFontException if a variant has no font
   */
  public RenderedDocuments(
      List<DocumentKind.Variant> variants,
      int size,
      long seed,
      DocumentFonts fonts,
      Handwriting hands) {
    if (variants.isEmpty() || size < 1) {
      throw new IllegalArgumentException(
          size + " documents of " + variants.size() + " variants, expected at least 1 of each");
    }
    this.variants = List.copyOf(variants);
    this.size = size;
    this.seed = seed;
    this.fonts = fonts;
    this.hands = hands;
    variants.forEach(this::families);
  }

  private List<String> families(DocumentKind.Variant variant) {
    return variant.kind() == DocumentKind.NOTE
        ? fonts.families(hands)
        : fonts.families(variant.language());
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public SourcePage page(int index) {
    DocumentKind.Variant variant = variants.get(index % variants.size());
    String kind = variant.kind().name().toLowerCase(Locale.ROOT);
    String group = String.format(Locale.ROOT, "%s-%s-%04d", kind, variant.language().code(), index);
    SplittableRandom random =
        new SplittableRandom(seed * 0x9E3779B97F4A7C15L + index * 0xBF58476D1CE4E5B9L);
    return DocumentPainter.paint(variant, families(variant), group, random);
  }
}
