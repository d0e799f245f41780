package io.github.blurdetect.features.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How much of a cell's print OCR would read, judged from its measures. */
public final class Legibility {
  private static final LogisticModel MODEL = load();

  private Legibility() {}

  /**
   * Judges a cell.
   *
   * @param measures in the order of {@link CellMeasure}
   * @return expected share of words read, in (0, 1)
   */
  static double of(double[] measures) {
    return MODEL.probability(LegibilityTerms.of(measures));
  }

  /**
   * Returns the model.
   *
   * @return as the resource holds it
   */
  public static LogisticModel model() {
    return MODEL;
  }

  private static LogisticModel load() {
    String name = "legibility.tsv";
    try (var stream = Legibility.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + name + " beside " + Legibility.class);
      }
      var lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
              .lines()
              .toList();
      LogisticModel model = LogisticModel.ofLines(lines);
      if (!model.names().equals(LegibilityTerms.names())) {
        throw new IllegalStateException(
            name + " has the terms " + model.names() + ", expected " + LegibilityTerms.names());
      }
      return model;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + name, e);
    }
  }
}
