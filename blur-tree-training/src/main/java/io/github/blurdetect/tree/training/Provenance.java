package io.github.blurdetect.tree.training;

/**
 * What a trained model's file says of its origin.
 *
 * @param trainingData what it was trained on, for people
 * @param command how to train it again, for people
 * @param projectVersion version of this project
 */
public record Provenance(String trainingData, String command, String projectVersion) {

  /**
   * Returns the origin of a model trained by this build.
   *
   * @param trainingData what it was trained on, for people
   * @param command how to train it again, for people
   * @return with the version of this module's jar, or {@code unreleased} outside a jar
   */
  public static Provenance of(String trainingData, String command) {
    String version = Provenance.class.getPackage().getImplementationVersion();
    return new Provenance(trainingData, command, version == null ? "unreleased" : version);
  }
}
