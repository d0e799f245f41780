package io.github.blurdetect.api;

import java.util.Objects;

/**
 * A named part of a score: what one member scorer said, or one measured feature.
 *
 * @param name the part, for example {@code tree} or {@code noise_sigma}
 * @param value its value, in the part's own unit and range; NaN where it could not be measured
 */
public record Contribution(String name, double value) {

  /** Checks that the name is not null. */
  public Contribution {
    Objects.requireNonNull(name, "name");
  }
}
