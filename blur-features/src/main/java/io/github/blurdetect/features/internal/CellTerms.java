package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.BlurImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A cell of print that features are pooled from, as the legibility model sees it.
 *
 * @param centreX of the cell, pixels of the photo
 * @param centreY of the cell, pixels of the photo
 * @param letters length in x-heights, about the number of its letters
 * @param terms in the order of {@link LegibilityTerms#names()}
 */
@SuppressWarnings("ArrayRecordComponent") // Never handed out of this module.
public record CellTerms(double centreX, double centreY, double letters, double[] terms) {

  /**
   * Measures a photo's cells.
   *
   * @param image the photo at native scale
   * @return from line to line; ruled lines are left out, as they are from the features
   */
  public static List<CellTerms> of(BlurImage image) {
    LineFinder.Searched searched = LineFinder.searched(image);
    CellMeasurer measurer = new CellMeasurer(searched.pyramid());
    List<CellTerms> cells = new ArrayList<>();
    for (TextCell cell : searched.found().cells()) {
      double[] measures = measurer.measure(cell);
      if (!PageFeatures.isRule(measures)) {
        cells.add(
            new CellTerms(
                (cell.left() + cell.right()) / 2.0,
                (cell.top() + cell.bottom()) / 2.0,
                cell.letters(),
                LegibilityTerms.of(measures)));
      }
    }
    return cells;
  }
}
