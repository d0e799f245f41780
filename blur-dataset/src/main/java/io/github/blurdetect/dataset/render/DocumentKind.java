package io.github.blurdetect.dataset.render;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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
  LETTER,
  /** Something written by hand on plain, ruled or squared paper; in English only. */
  NOTE;

  /**
   * A kind in a language.
   *
   * @param kind what it is
   * @param language what it is written in
   */
  public record Variant(DocumentKind kind, Language language) {
    /**
     * Checks the pair.
     *
     * @throws IllegalArgumentException if it is a note that is not in English
     */
    public Variant {
      if (kind == NOTE && language != Language.ENGLISH) {
        throw new IllegalArgumentException(
            "a note in " + language + ", expected ENGLISH: no handwriting font has other letters");
      }
    }
  }

  /**
   * Returns the kinds that are printed.
   *
   * @return all but notes
   */
  public static List<DocumentKind> printed() {
    return Arrays.stream(values()).filter(k -> k != NOTE).toList();
  }

  /**
   * Returns every kind in every language that it is written in.
   *
   * @return all pairs
   */
  public static List<Variant> all() {
    Stream<Variant> printed =
        printed().stream()
            .flatMap(k -> Arrays.stream(Language.values()).map(l -> new Variant(k, l)));
    return Stream.concat(printed, Stream.of(new Variant(NOTE, Language.ENGLISH))).toList();
  }
}
