package io.github.blurdetect.cli.internal.synth;

import io.github.blurdetect.cli.VerbException;
import io.github.blurdetect.dataset.legibility.ReadPages;
import io.github.blurdetect.dataset.legibility.TesseractOcr;
import io.github.blurdetect.dataset.render.DocumentFonts;
import io.github.blurdetect.dataset.render.DocumentKind;
import io.github.blurdetect.dataset.render.DocumentKind.Variant;
import io.github.blurdetect.dataset.render.Handwriting;
import io.github.blurdetect.dataset.render.Language;
import io.github.blurdetect.dataset.render.MissingFontException;
import io.github.blurdetect.dataset.render.RenderedDocuments;
import io.github.blurdetect.dataset.simulate.PageFolder;
import io.github.blurdetect.dataset.simulate.PageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that say which sharp pages are photographed. */
final class PageChoice {

  @Option(
      names = "--pages",
      paramLabel = "DIR",
      description = {
        "Scanned sharp pages: images, each with its text in NAME.tsv (left, top, right, bottom,"
            + " text); where there is none, it is what tesseract reads of the page.",
        "Without this option the program draws documents itself."
      })
  private @Nullable Path folder;

  @Option(
      names = "--least-recall",
      defaultValue = "0.6",
      paramLabel = "SHARE",
      description =
          "Leave out pages that index.tsv gives a lower recall. Default: ${DEFAULT-VALUE}.")
  private double leastRecall;

  @Option(
      names = "--documents",
      paramLabel = "N",
      description = "How many different documents to draw. Default: one for each labelled photo.")
  private @Nullable Integer documents;

  @Option(
      names = "--kinds",
      split = ",",
      paramLabel = "KIND",
      converter = Words.Kind.class,
      description =
          "Of which kinds: licence, invoice, receipt, card, letter, note (written by hand, in English)."
              + " Default: all but note.")
  private @Nullable List<DocumentKind> kinds;

  @Option(
      names = "--languages",
      split = ",",
      paramLabel = "LANGUAGE",
      converter = Words.Tongue.class,
      description = "In which languages: chinese, english. Default: all that have fonts.")
  private @Nullable List<Language> languages;

  @Option(
      names = "--hands",
      paramLabel = "LIST",
      converter = Words.Hands.class,
      description =
          "Which handwriting fonts notes are written in: training, or held_out for tests."
              + " Default: training.")
  private @Nullable Handwriting hands;

  boolean scanned() {
    return folder != null;
  }

  PageSource source(CommandLine command, int labelled, long seed) throws IOException {
    Path scans = folder;
    if (scans == null) {
      return documents(command, labelled, seed);
    }
    if (documents != null || kinds != null || languages != null || hands != null) {
      throw new ParameterException(
          command,
          "--documents, --kinds, --languages and --hands are about drawn documents, not --pages");
    }
    PageFolder pages = PageFolder.of(scans, leastRecall);
    return pages.allHaveText() ? pages : new ReadPages(pages, TesseractOcr.find("eng"));
  }

  private PageSource documents(CommandLine command, int labelled, long seed) {
    DocumentFonts fonts = DocumentFonts.installed();
    try {
      int count = documents == null ? labelled : documents;
      return new RenderedDocuments(
          variants(command, fonts),
          count,
          seed,
          fonts,
          hands == null ? Handwriting.TRAINING : hands);
    } catch (MissingFontException e) {
      throw new VerbException(String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, e.getMessage());
    }
  }

  private List<Variant> variants(CommandLine command, DocumentFonts fonts) {
    List<DocumentKind> wanted = kinds == null ? DocumentKind.printed() : kinds;
    boolean print = wanted.stream().anyMatch(kind -> kind != DocumentKind.NOTE);
    List<Language> tongues = languages;
    if (tongues == null) {
      tongues = print ? usable(command, fonts) : List.of(Language.ENGLISH);
    }
    List<Variant> variants = new ArrayList<>();
    for (DocumentKind kind : wanted) {
      // Notes are in English; asking for others by name is an error.
      List<Language> own =
          kind == DocumentKind.NOTE && languages == null ? List.of(Language.ENGLISH) : tongues;
      own.forEach(language -> variants.add(new Variant(kind, language)));
    }
    return variants;
  }

  /** Leaves out languages without fonts, saying so; asking for one by name is an error instead. */
  private static List<Language> usable(CommandLine command, DocumentFonts fonts) {
    List<Language> usable = new ArrayList<>();
    for (Language language : Language.values()) {
      try {
        fonts.families(language);
        usable.add(language);
      } catch (MissingFontException e) {
        command.getErr().println("blur: " + e.getMessage() + "; left out");
      }
    }
    return usable;
  }
}
