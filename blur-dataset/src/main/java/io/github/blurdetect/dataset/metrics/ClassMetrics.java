package io.github.blurdetect.dataset.metrics;

/**
 * The figures of one class. A figure whose divisor is 0 is 0, as in scikit-learn.
 *
 * @param precision share of the photos called so that are so, in [0, 1]
 * @param recall share of the photos that are so that were called so, in [0, 1]
 * @param f1 harmonic mean of precision and recall, in [0, 1]
 * @param support number of photos that are so
 */
public record ClassMetrics(double precision, double recall, double f1, int support) {}
