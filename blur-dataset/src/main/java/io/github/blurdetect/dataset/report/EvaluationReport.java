package io.github.blurdetect.dataset.report;

import io.github.blurdetect.dataset.evaluation.EvaluationResult;
import io.github.blurdetect.image.ImageDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/**
 * A report of an evaluation, as text, JSON, or one self-contained HTML page.
 *
 * <p>Where the folder holds a {@code photos.jsonl}, the figures are also divided by every member in
 * which the photos differ: kind of blur, noise, scale, compression and so on. The same result gives
 * the same report, byte for byte. Instances are immutable.
 */
public final class EvaluationReport {
  private static final int MOST_MISTAKES = 12;

  private final EvaluationResult result;
  private final ImageDecoder decoder;
  private final Figures figures;
  private final List<Breakdown> breakdowns;

  private EvaluationReport(EvaluationResult result, ImageDecoder decoder) {
    this.result = Objects.requireNonNull(result, "result");
    this.decoder = Objects.requireNonNull(decoder, "decoder");
    this.figures = Figures.of(result);
    this.breakdowns = Breakdowns.of(result);
  }

  /**
   * Makes a report.
   *
   * @param result at least one scored photo
   * @return the report
   * @throws IllegalArgumentException if no photo was scored
   */
  public static EvaluationReport of(EvaluationResult result) {
    return new EvaluationReport(result, ImageDecoder.defaults());
  }

  /**
   * Makes a report whose pictures are read by a decoder of the caller's.
   *
   * @param result at least one scored photo
   * @param decoder reads the photos of the worst mistakes
   * @return the report
   * @throws IllegalArgumentException if no photo was scored
   */
  public static EvaluationReport of(EvaluationResult result, ImageDecoder decoder) {
    return new EvaluationReport(result, decoder);
  }

  /**
   * Returns the figures.
   *
   * @return over all photos
   */
  public Figures figures() {
    return figures;
  }

  /**
   * Returns the figures divided by what {@code photos.jsonl} says.
   *
   * @return empty where there is no such file
   */
  public List<Breakdown> breakdowns() {
    return breakdowns;
  }

  /**
   * Returns the report for a terminal.
   *
   * @return lines, each ended by a line feed
   */
  public String text() {
    return TextReport.of(result, figures, breakdowns);
  }

  /**
   * Returns all figures and every photo's score.
   *
   * @return one JSON object; a figure that could not be computed is null
   */
  public String json() {
    return JsonReport.of(result, figures, breakdowns);
  }

  /**
   * Returns the report as a page with charts and pictures of the worst mistakes. The photos of the
   * mistakes are read again.
   *
   * @return HTML that refers to nothing outside itself
   */
  public String html() {
    MistakeGallery gallery = new MistakeGallery(result, decoder, MOST_MISTAKES);
    return HtmlReport.of(result, figures, breakdowns, gallery);
  }

  /**
   * Writes {@code report.txt}, {@code report.json} and {@code report.html}.
   *
   * @param folder made if need be; older reports are replaced
   * @throws IOException if a file cannot be written
   */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    write(folder.resolve("report.txt"), text());
    write(folder.resolve("report.json"), json());
    write(folder.resolve("report.html"), html());
  }

  private static void write(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, text);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
