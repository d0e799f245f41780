package io.github.blurdetect.features.internal;

import static io.github.blurdetect.features.internal.CellMeasure.*;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.features.FeatureVector;
import io.github.blurdetect.features.TextMeasurement;
import io.github.blurdetect.features.TextPatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Pools the cells' measures to the features of the page. */
public final class PageFeatures {
  /** Version of the features. */
  public static final String VERSION = "text-3";

  private static final double LEGIBLE = 0.5;
  private static final double FEW_TURNS = 0.6;
  private static final double SHARP = 1.2;

  /** Features over the cells: percentiles of a value. */
  private record Pool(List<String> names, List<Double> shares, ToDoubleFunction<Cell> value) {
    static Pool of(String name, ToDoubleFunction<Cell> value, Integer... percents) {
      return new Pool(
          Arrays.stream(percents).map(percent -> name + "_p" + percent).toList(),
          Arrays.stream(percents).map(percent -> percent / 100.0).toList(),
          value);
    }
  }

  /** A cell's measures, legibility and weight in letters. */
  private record Cell(double[] measures, double legibility, double weight) {
    double get(CellMeasure measure) {
      return measures[measure.ordinal()];
    }
  }

  private static final List<Pool> POOLS = pools();

  /** Names of the features, in order. */
  public static final List<String> NAMES = names();

  private PageFeatures() {}

  /**
   * Measures a photo.
   *
   * @param luma its brightness
   * @return layout, patches and features
   */
  public static TextMeasurement measure(LumaPlane luma) {
    return measure(LineFinder.Searched.of(new Pyramid(luma)));
  }

  /**
   * Measures a photo whose text may have been looked for already.
   *
   * @param image the photo
   * @return layout, patches and features
   */
  public static TextMeasurement measure(BlurImage image) {
    return measure(LineFinder.searched(image));
  }

  private static TextMeasurement measure(LineFinder.Searched searched) {
    return measure(searched, CellSample.of(searched.found().cells(), searched.pyramid()));
  }

  /** Measures some of the cells that were found. */
  static TextMeasurement measure(LineFinder.Searched searched, List<TextCell> chosen) {
    Pyramid pyramid = searched.pyramid();
    FoundText found = searched.found();
    CellMeasurer measurer = new CellMeasurer(pyramid);
    List<Cell> cells = new ArrayList<>();
    List<TextPatch> patches = new ArrayList<>();
    for (TextCell cell : chosen) {
      double[] measures = measurer.measure(cell);
      if (isRule(measures)) {
        continue;
      }
      double legibility = Legibility.of(measures);
      cells.add(new Cell(measures, legibility, cell.letters()));
      patches.add(
          new TextPatch(
              cell.left(),
              cell.top(),
              Math.min(pyramid.width(), cell.right()),
              Math.min(pyramid.height(), cell.bottom()),
              cell.xHeight(),
              legibility));
    }
    cells = weighed(cells);
    return new TextMeasurement(
        found.layout(), patches, new FeatureVector(VERSION, NAMES, pool(cells, found.strayInk())));
  }

  private static List<Cell> weighed(List<Cell> cells) {
    double[] factors = Faintness.OF_CELLS.factors(cells, c -> c.get(CONTRAST), Cell::weight);
    List<Cell> weighed = new ArrayList<>();
    for (int i = 0; i < factors.length; i++) {
      Cell cell = cells.get(i);
      weighed.add(new Cell(cell.measures, cell.legibility, factors[i] * cell.weight));
    }
    return weighed;
  }

  /** Says whether a cell has sharp edges but no strokes: a ruled line, a border. */
  static boolean isRule(double[] measures) {
    return measures[TURNS.ordinal()] < FEW_TURNS && measures[LOG_EDGE_98.ordinal()] > SHARP;
  }

  private static double[] pool(List<Cell> cells, double strayInk) {
    double[] values = new double[NAMES.size()];
    if (cells.isEmpty()) {
      Arrays.fill(values, Double.NaN);
      return values;
    }
    int next = 0;
    double[] weights = cells.stream().mapToDouble(Cell::weight).toArray();
    for (Pool pool : POOLS) {
      double[] pooled = cells.stream().mapToDouble(pool.value).toArray();
      for (double percentile : WeightedPercentile.of(pooled, weights, pool.shares)) {
        values[next++] = percentile;
      }
    }
    values[next++] = mean(cells, Cell::legibility);
    values[next++] = mean(cells, c -> c.legibility >= LEGIBLE ? 1 : 0);
    values[next] = strayInk;
    return values;
  }

  private static double mean(List<Cell> cells, ToDoubleFunction<Cell> value) {
    double sum = 0;
    double weights = 0;
    for (Cell cell : cells) {
      sum += cell.weight * value.applyAsDouble(cell);
      weights += cell.weight;
    }
    return sum / weights;
  }

  private static List<Pool> pools() {
    List<Pool> pools = new ArrayList<>();
    pools.add(new Pool(List.of("x_height"), List.of(0.5), c -> c.get(LOG_X_HEIGHT)));
    pools.add(Pool.of("legibility", Cell::legibility, 10, 25, 50, 75, 90));
    add(pools, "contrast", CONTRAST, 25, 50, 75);
    add(pools, "noise", LOG_NOISE, 50);
    add(pools, "grey_share", GREY_SHARE, 25, 50, 75);
    add(pools, "ink_share", INK_SHARE, 50);
    add(pools, "edge_75", LOG_EDGE_75, 25, 50, 75);
    add(pools, "edge_90", LOG_EDGE_90, 25, 50, 75);
    add(pools, "edge_98", LOG_EDGE_98, 25, 50, 75);
    add(pools, "swing", SWING, 25, 50, 75);
    add(pools, "turns", TURNS, 25, 50, 75);
    add(pools, "modulation", MODULATION, 25, 50, 75);
    add(pools, "along_8", LOG_ALONG_8, 50);
    add(pools, "along_2", LOG_ALONG_2, 50);
    add(pools, "across_8", LOG_ACROSS_8, 50);
    add(pools, "across_2", LOG_ACROSS_2, 50);
    pools.add(Pool.of("fine", c -> c.get(LOG_ALONG_8) - c.get(LOG_ALONG_2), 25, 50, 75));
    pools.add(Pool.of("anisotropy", PageFeatures::anisotropy, 50));
    return List.copyOf(pools);
  }

  private static void add(List<Pool> pools, String name, CellMeasure measure, Integer... percents) {
    pools.add(Pool.of(name, cell -> cell.get(measure), percents));
  }

  /** Largest minus smallest fall of the spectrum from 1/2 to 1/8 x-height over four directions. */
  private static double anisotropy(Cell cell) {
    double along = cell.get(LOG_ALONG_8) - cell.get(LOG_ALONG_2);
    double across = cell.get(LOG_ACROSS_8) - cell.get(LOG_ACROSS_2);
    double falling = cell.get(LOG_DIAGONAL_8) - cell.get(LOG_DIAGONAL_2);
    double rising = cell.get(LOG_ANTIDIAGONAL_8) - cell.get(LOG_ANTIDIAGONAL_2);
    return Math.max(Math.max(along, across), Math.max(falling, rising))
        - Math.min(Math.min(along, across), Math.min(falling, rising));
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Pool pool : POOLS) {
      names.addAll(pool.names);
    }
    names.add("legibility_mean");
    names.add("legible_share");
    names.add("stray_ink");
    return List.copyOf(names);
  }
}
