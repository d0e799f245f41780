package io.github.blurdetect.api;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a scorer is made with.
 *
 * @param model the model file to use in place of the one that comes with the scorer, if any
 * @param threads threads one call of {@code score} may use inside, at least 1; results do not
 *     depend on it
 * @param properties settings that only some scorers know; unknown ones are ignored
 */
public record ScorerOptions(Optional<Path> model, int threads, Map<String, String> properties) {

  private static final ScorerOptions DEFAULTS = new ScorerOptions(Optional.empty(), 1, Map.of());

  /**
   * Checks the number of threads and copies the map.
   *
   * @throws IllegalArgumentException if threads is under 1
   */
  public ScorerOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", expected at least 1");
    }
    Objects.requireNonNull(model, "model");
    properties = Map.copyOf(properties);
  }

  /**
   * Returns the scorer's own model, one thread a call, no properties.
   *
   * @return the defaults
   */
  public static ScorerOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Returns these options with another model file.
   *
   * @param path the model file
   * @return a new instance
   */
  public ScorerOptions withModel(Path path) {
    return new ScorerOptions(Optional.of(path), threads, properties);
  }

  /**
   * Returns these options with another number of threads.
   *
   * @param count at least 1
   * @return a new instance
   * @throws IllegalArgumentException if count is under 1
   */
  public ScorerOptions withThreads(int count) {
    return new ScorerOptions(model, count, properties);
  }

  /**
   * Returns these options with other properties.
   *
   * @param values all properties; earlier ones are dropped
   * @return a new instance
   */
  public ScorerOptions withProperties(Map<String, String> values) {
    return new ScorerOptions(model, threads, values);
  }
}
