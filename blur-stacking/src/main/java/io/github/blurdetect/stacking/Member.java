package io.github.blurdetect.stacking;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One scorer of a stack.
 *
 * @param name the scorer's name, as the service loader finds it
 * @param model the scorer's model file, if not the one that comes with it; in a stacker's file a
 *     relative path is taken from that file's folder
 * @param calibration of this member's score alone, used where the others are missing or not asked
 */
public record Member(String name, Optional<Path> model, Calibration calibration) {

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if the name is empty
   */
  public Member {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a member's name is empty, expected a scorer's name");
    }
  }

  /**
   * Returns this member with a model file.
   *
   * @param file the scorer's model file, or empty for the one that comes with it
   * @return a new instance
   */
  public Member withModel(Optional<Path> file) {
    return new Member(name, file, calibration);
  }

  /**
   * Returns the calibrated probability of this member's score alone.
   *
   * @param score in [0, 1]
   * @return in [0, 1], never falling as the score rises
   */
  public double probability(double score) {
    return calibration.probability(LogOdds.of(score));
  }
}
