package io.github.blurdetect.dataset.legibility;

import io.github.blurdetect.dataset.simulate.Box;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Reads pictures with the program {@code tesseract} (R. Smith, An overview of the Tesseract OCR
 * engine, ICDAR 2007, doi:10.1109/ICDAR.2007.4376991), an optional tool for making labels.
 *
 * <p>Runs it as {@code tesseract FILE - --psm 6 -l LANG tsv}, one process a picture, each on one
 * thread, and stops it after ten minutes. Safe for use by many threads.
 */
public final class TesseractOcr {

  private static final long SECONDS = 600;
  private static final int COLUMNS = 12;

  private final Path program;
  private final String language;

  private TesseractOcr(Path program, String language) {
    this.program = program;
    this.language = language;
  }

  /**
   * Finds the program on the PATH and checks that it has the language.
   *
   * @param language such as {@code eng} or {@code chi_sim+eng}
   * @return a reader
   * @throws OcrException if the program or the language's data is absent; the message names the
   *     Debian packages
   */
  public static TesseractOcr find(String language) throws OcrException {
    Path program =
        onPath()
            .orElseThrow(
                () ->
                    new OcrException(
                        OcrException.Problem.ABSENT,
                        "no program 'tesseract' on the PATH (Debian package tesseract-ocr)"));
    TesseractOcr ocr = new TesseractOcr(program, language);
    String known = ocr.run(List.of(program.toString(), "--list-langs"));
    for (String part : language.split("\\+")) {
      if (known.lines().noneMatch(part::equals)) {
        throw new OcrException(
            OcrException.Problem.ABSENT,
            "tesseract has no data for '"
                + part
                + "' (Debian package tesseract-ocr-"
                + part.replace('_', '-')
                + ")");
      }
    }
    return ocr;
  }

  private static Optional<Path> onPath() {
    String path = System.getenv("PATH");
    for (String folder : (path == null ? "" : path).split(File.pathSeparator)) {
      for (String name : List.of("tesseract", "tesseract.exe")) {
        Path file = Path.of(folder, name);
        if (Files.isExecutable(file) && !Files.isDirectory(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Reads a picture.
   *
   * @param image an image file's bytes: JPEG, PNG or PNM
   * @return the words, in reading order
   * @throws OcrException if the program fails or does not end in time
   */
  public List<OcrWord> read(byte[] image) throws OcrException {
    Path file = null;
    try {
      file = Files.createTempFile("blur-ocr", ".img");
      Files.write(file, image);
      String tsv =
          run(
              List.of(
                  program.toString(), file.toString(), "-", "--psm", "6", "-l", language, "tsv"));
      return parse(tsv);
    } catch (OcrException e) {
      throw e;
    } catch (IOException e) {
      throw new OcrException(OcrException.Problem.FAILED, "tesseract: " + e);
    } finally {
      delete(file);
    }
  }

  /** Reads Tesseract's table; words are the rows of level 5 that hold more than space. */
  static List<OcrWord> parse(String tsv) {
    List<OcrWord> words = new ArrayList<>();
    int line = 0;
    for (String row : tsv.split("\n", -1)) {
      String[] parts = row.split("\t", COLUMNS);
      line += parts[0].equals("4") ? 1 : 0;
      if (parts.length == COLUMNS && parts[0].equals("5") && !parts[11].isBlank()) {
        int left = Integer.parseInt(parts[6]);
        int top = Integer.parseInt(parts[7]);
        Box box =
            new Box(left, top, left + Integer.parseInt(parts[8]), top + Integer.parseInt(parts[9]));
        words.add(new OcrWord(box, parts[11].strip(), Double.parseDouble(parts[10]), line));
      }
    }
    return words;
  }

  private String run(List<String> command) throws OcrException {
    Path out = null;
    Path err = null;
    try {
      out = Files.createTempFile("blur-ocr", ".out");
      err = Files.createTempFile("blur-ocr", ".err");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("OMP_THREAD_LIMIT", "1");
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      try {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
          throw new OcrException(
              OcrException.Problem.TIMED_OUT, "tesseract did not end in " + SECONDS + " seconds");
        }
      } finally {
        process.destroyForcibly();
      }
      if (process.exitValue() != 0) {
        throw new OcrException(
            OcrException.Problem.FAILED,
            "tesseract ended with status "
                + process.exitValue()
                + ", expected 0: "
                + Files.readString(err).strip());
      }
      return Files.readString(out);
    } catch (OcrException e) {
      throw e;
    } catch (IOException e) {
      throw new OcrException(OcrException.Problem.FAILED, program + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OcrException(OcrException.Problem.FAILED, "interrupted while tesseract read");
    } finally {
      delete(out);
      delete(err);
    }
  }

  private static void delete(@org.jspecify.annotations.Nullable Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        file.toFile().deleteOnExit();
      }
    }
  }
}
