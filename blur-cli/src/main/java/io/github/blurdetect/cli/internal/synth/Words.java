package io.github.blurdetect.cli.internal.synth;

import io.github.blurdetect.dataset.render.DocumentKind;
import io.github.blurdetect.dataset.render.Handwriting;
import io.github.blurdetect.dataset.render.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads words of the command line that stand for enum values, in lower case. */
final class Words {

  private Words() {}

  private static <E extends Enum<E>> E read(String word, E[] values) {
    for (E value : values) {
      if (lower(value).equals(word.toLowerCase(Locale.ROOT))) {
        return value;
      }
    }
    List<String> known = Arrays.stream(values).map(Words::lower).toList();
    throw new TypeConversionException("'" + word + "', expected one of " + known);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Reads a kind of document. */
  static final class Kind implements ITypeConverter<DocumentKind> {
    @Override
    public DocumentKind convert(String word) {
      return read(word, DocumentKind.values());
    }
  }

  /** Reads a list of handwriting fonts. */
  static final class Hands implements ITypeConverter<Handwriting> {
    @Override
    public Handwriting convert(String word) {
      return read(word, Handwriting.values());
    }
  }

  /** Reads a language. */
  static final class Tongue implements ITypeConverter<Language> {
    @Override
    public Language convert(String word) {
      return read(word, Language.values());
    }
  }
}
