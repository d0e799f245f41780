package io.github.blurdetect.cli.internal.score;

import io.github.blurdetect.api.BlurAssessment;
import org.jspecify.annotations.Nullable;

/**
 * What became of one input: an assessment, or an error.
 *
 * @param name the input's name
 * @param assessment the decision; null where there is an error
 * @param error why there is no decision, for people
 * @param problem the kind of error, for programs
 */
record Outcome(
    String name,
    @Nullable BlurAssessment assessment,
    @Nullable String error,
    @Nullable String problem) {

  static Outcome of(String name, BlurAssessment assessment) {
    return new Outcome(name, assessment, null, null);
  }

  static Outcome failed(String name, String error, String problem) {
    return new Outcome(name, null, error, problem);
  }
}
