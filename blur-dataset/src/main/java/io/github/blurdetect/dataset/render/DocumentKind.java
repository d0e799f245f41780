package io.github.blurdetect.dataset.render;

import java.util.List;

/** A kind of rendered document. */
public enum DocumentKind {
  /** A business licence; the Chinese one is a 营业执照. */
  LICENCE,
  /** An invoice with a table of goods. */
  INVOICE,
  /** A till receipt. */
  RECEIPT,
  /** A card such as an identity card, with a portrait. */
  CARD,
  /** A letter. */
  LETTER;

  /**
   * A kind in a language.
   *
   * @param kind what it is
   * @param language what it is written in
   */
  public record Variant(DocumentKind kind, Language language) {}

  /**
   * Returns every kind in every language.
   *
   * @return all pairs
   */
  public static List<Variant> all() {
    return java.util.Arrays.stream(values())
        .flatMap(k -> java.util.Arrays.stream(Language.values()).map(l -> new Variant(k, l)))
        .toList();
  }
}
