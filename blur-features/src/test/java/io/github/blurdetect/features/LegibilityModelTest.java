package io.github.blurdetect.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.features.LegibilityCells.ReadLine;
import io.github.blurdetect.features.internal.LegibilityTerms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LegibilityModelTest {

  private static final int TERMS = LegibilityTerms.names().size();
  private static final double[] WEIGHTS = {0.8, -0.5, 0.3};
  private static final double INTERCEPT = -0.4;

  /** Made-up cells whose share follows from their first three terms. */
  private static LegibilityCells madeUp(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] terms = new double[count][TERMS];
    double[] letters = new double[count];
    double[] shares = new double[count];
    for (int c = 0; c < count; c++) {
      double sum = INTERCEPT;
      for (int t = 0; t < TERMS; t++) {
        terms[c][t] = random.nextDouble(-1, 1);
        sum += t < WEIGHTS.length ? WEIGHTS[t] * terms[c][t] : 0;
      }
      letters[c] = 5;
      shares[c] = 1 / (1 + Math.exp(-sum));
    }
    shares[0] = Double.NaN; // On no line: must not be fitted to.
    terms[0][0] = 1e6;
    return new LegibilityCells(terms, letters, shares);
  }

  @Test
  void fit_madeUpCells_recoversTheirWeights() {
    LegibilityModel model = LegibilityModel.fit(List.of(madeUp(150, 1), madeUp(150, 2)), 0);

    List<String> lines = model.text().lines().filter(line -> !line.startsWith("#")).toList();
    assertThat(lines).hasSize(TERMS + 1);
    double intercept = Double.parseDouble(lines.get(TERMS).split("\t", -1)[3]);
    for (int t = 0; t < TERMS; t++) {
      String[] row = lines.get(t).split("\t", -1);
      double weight = Double.parseDouble(row[3]) / Double.parseDouble(row[2]);
      intercept -= weight * Double.parseDouble(row[1]);
      assertThat(row[0]).isEqualTo(LegibilityTerms.names().get(t));
      assertThat(weight).isCloseTo(t < WEIGHTS.length ? WEIGHTS[t] : 0, within(1e-6));
    }
    assertThat(intercept).isCloseTo(INTERCEPT, within(1e-6));
    LegibilityCells others = madeUp(20, 3);
    for (int c = 1; c < others.size(); c++) {
      assertThat(model.legibility(others, c)).isCloseTo(others.share(c), within(1e-6));
    }
  }

  @Test
  void fit_ridge_drawsTowardsTheMean() {
    LegibilityCells cells = madeUp(200, 4);

    double free = spread(LegibilityModel.fit(List.of(cells), 0), cells);
    double held = spread(LegibilityModel.fit(List.of(cells), 1000), cells);

    assertThat(held).isPositive().isLessThan(free / 5);
  }

  private static double spread(LegibilityModel model, LegibilityCells cells) {
    double[] all = new double[cells.size() - 1];
    Arrays.setAll(all, i -> model.legibility(cells, i + 1));
    return Arrays.stream(all).max().orElseThrow() - Arrays.stream(all).min().orElseThrow();
  }

  @Test
  void mean_builtIn_isTheFeature() {
    for (PrintedPage page : List.of(PrintedPage.print(12), PrintedPage.print(12).blurred(3))) {
      BlurImage image = image(page);

      double mean = LegibilityModel.builtIn().mean(LegibilityCells.measure(image, List.of()));

      assertThat(mean).isEqualTo(FeatureExtractor.defaults().extract(image).get("legibility_mean"));
    }
  }

  @Test
  void measure_lines_giveTheirCellsTheirShare() {
    PrintedPage page = PrintedPage.print(12);
    List<ReadLine> lines = new ArrayList<>();
    for (int[] box : page.lines().subList(0, 4)) {
      lines.add(new ReadLine(box[0], box[1], box[2], box[3], 4, lines.size()));
    }
    LegibilityCells cells = LegibilityCells.measure(image(page), lines);

    int[] counts = new int[5];
    for (int c = 0; c < cells.size(); c++) {
      counts[Double.isNaN(cells.share(c)) ? 4 : (int) (4 * cells.share(c))]++;
      assertThat(cells.letters(c)).isPositive();
    }
    assertThat(counts).doesNotContain(0); // 0, 1, 2, 3 quarters read, and the other lines.
  }

  @Test
  void fit_nothingRead_isRefused() {
    List<LegibilityCells> unread =
        List.of(LegibilityCells.measure(image(PrintedPage.print(12)), List.of()));

    assertThatThrownBy(() -> LegibilityModel.fit(unread, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no cell of 1 photos");
    assertThatThrownBy(() -> LegibilityModel.fit(List.of(madeUp(9, 5)), Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ridge is NaN");
    assertThatThrownBy(() -> new ReadLine(0, 0, 9, 9, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 of 0 words");
  }

  @Test
  void text_builtIn_endsWithItsIntercept() {
    assertThat(LegibilityModel.builtIn().text())
        .startsWith("# Legibility")
        .containsPattern("\nlog_x_height\t[^\n]+\n")
        .containsPattern("\nintercept\t0\t1\t[^\n]+\n$");
  }

  private static BlurImage image(PrintedPage page) {
    return BlurImage.grey(page.luma().data(), page.luma().width(), page.luma().height());
  }
}
