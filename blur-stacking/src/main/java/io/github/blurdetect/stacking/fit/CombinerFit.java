package io.github.blurdetect.stacking.fit;

import io.github.blurdetect.stacking.Combiner;

/** A way to fit a combiner; plug in others beside {@link LogisticFit}. */
public interface CombinerFit {

  /**
   * Returns what it is called in reports.
   *
   * @return for example {@code logistic}
   */
  String name();

  /**
   * Fits a combiner.
   *
   * @param scores one row a photo, one score in [0, 1] a member, none missing
   * @param blurred one label a photo, both labels present
   * @return a combiner of as many inputs
   */
  Combiner fit(double[][] scores, boolean[] blurred);
}
