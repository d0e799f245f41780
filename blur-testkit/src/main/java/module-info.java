/** The contract that every blur scorer must pass, for JUnit 5. */
module io.github.blurdetect.testkit {
  requires transitive io.github.blurdetect.api;
  requires transitive org.junit.jupiter.api;
  requires org.assertj.core;
  requires static org.jspecify;

  exports io.github.blurdetect.testkit;

  uses io.github.blurdetect.api.BlurScorerProvider;
}
