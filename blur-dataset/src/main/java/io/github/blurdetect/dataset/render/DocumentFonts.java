package io.github.blurdetect.dataset.render;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The fonts that documents are drawn with, by what they can show. Immutable. */
public final class DocumentFonts {

  private static final String CHINESE_SAMPLE = "营业执照统一社会信用代码法定代表人注册资本人民币元整";
  private static final String LATIN_SAMPLE =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;/-()&@#%$";
  private static final List<String> LOGICAL =
      List.of("Dialog", "DialogInput", "Monospaced", "SansSerif", "Serif");
  private static final List<String> ODD =
      List.of("math", "symbol", "emoji", "dingbat", "wingding", "webding", "barcode", "extralight");

  private final List<String> latin;
  private final List<String> chinese;
  private final List<String> all;

  private DocumentFonts(List<String> latin, List<String> chinese, List<String> all) {
    this.latin = latin;
    this.chinese = chinese;
    this.all = List.copyOf(all);
  }

  /**
   * Looks at what is installed.
   *
   * @return the fonts of this machine
   */
  public static DocumentFonts installed() {
    String[] names =
        GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT);
    return among(Stream.of(names).sorted().toList());
  }

  /**
   * Sorts families by what they can show.
   *
   * @param families names of families
   * @return the fonts among them
   */
  public static DocumentFonts among(List<String> families) {
    List<String> text =
        families.stream()
            .filter(f -> !LOGICAL.contains(f))
            .filter(f -> !Handwriting.isHandwriting(f))
            .filter(f -> ODD.stream().noneMatch(f.toLowerCase(Locale.ROOT)::contains))
            .toList();
    List<String> chinese = text.stream().filter(f -> shows(f, CHINESE_SAMPLE)).toList();
    // Families for other regions draw the same characters in another fashion.
    List<String> simplified =
        chinese.stream().filter(f -> !f.matches(".* (HK|JP|KR|TC)( .*)?")).toList();
    return new DocumentFonts(
        text.stream().filter(f -> !chinese.contains(f) && shows(f, LATIN_SAMPLE)).toList(),
        simplified.isEmpty() ? chinese : simplified,
        families);
  }

  private static List<String> join(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static boolean shows(String family, String sample) {
    return new Font(family, Font.PLAIN, 12).canDisplayUpTo(sample) < 0;
  }

  /**
   * Returns the families for print in a language.
   *
   * @param language what is to be written
   * @return at least one family, sorted by name
   * @throws MissingFontException if there is none; the message names the Debian package
   */
  public List<String> families(Language language) {
    boolean wantsChinese = language == Language.CHINESE;
    // A font for Chinese has Latin letters too, of other designs.
    List<String> found = wantsChinese ? chinese : join(latin, chinese);
    if (found.isEmpty()) {
      throw new MissingFontException(
          wantsChinese
              ? "no installed font has Chinese characters, which Chinese documents need (Debian"
                  + " package fonts-noto-cjk)"
              : "no installed font has Latin letters, which English documents need (Debian package"
                  + " fonts-dejavu-core)");
    }
    return found;
  }

  /**
   * Returns the families for notes.
   *
   * @param hands which list
   * @return all of the list, sorted by name
   * @throws MissingFontException if one is not installed; the message names the Debian packages
   */
  public List<String> families(Handwriting hands) {
    List<String> missing = hands.packagesMissing(all);
    if (!missing.isEmpty()) {
      throw new MissingFontException(
          "handwriting fonts that notes need are not installed (Debian packages "
              + String.join(" ", missing)
              + ")");
    }
    return hands.families();
  }
}
