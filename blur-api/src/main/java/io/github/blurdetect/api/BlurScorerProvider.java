package io.github.blurdetect.api;

/**
 * Makes scorers of one kind: the plug-in interface, found by {@link java.util.ServiceLoader}.
 *
 * <p>To add a scorer, implement this interface with a public no-argument constructor and name the
 * class in {@code META-INF/services/io.github.blurdetect.api.BlurScorerProvider} (or in {@code
 * provides} of a module). The constructor must be cheap: models are loaded by {@link
 * #create(ScorerOptions)}.
 */
public interface BlurScorerProvider {

  /**
   * Returns the name by which users choose the scorer.
   *
   * @return unique; lower-case letters, digits and hyphens, for example {@code tree}
   */
  String name();

  /**
   * Returns one line about the scorer, for people.
   *
   * @return not empty
   */
  String description();

  /**
   * Returns how strongly this scorer offers itself as the default: of all that were found, the one
   * with the highest priority is taken, and only those above 0 are.
   *
   * @return 0 unless overridden, so that a plug-in is used only when it is asked for
   */
  default int priority() {
    return 0;
  }

  /**
   * Makes a scorer, which the caller closes.
   *
   * @param options model file, threads and free properties
   * @return a new scorer
   * @throws ModelLoadException if the model is missing, unreadable or does not fit
   * @throws IllegalArgumentException if an option has a value that this scorer does not take
   */
  BlurScorer create(ScorerOptions options);
}
