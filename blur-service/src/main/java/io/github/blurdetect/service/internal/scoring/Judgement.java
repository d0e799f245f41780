package io.github.blurdetect.service.internal.scoring;

import io.github.blurdetect.api.BlurAssessment;
import io.github.blurdetect.service.FailureCode;
import io.github.blurdetect.service.internal.wire.ReplyJson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one image.
 *
 * @param json the reply's text
 * @param assessment the verdict; null if there is none
 * @param failure why there is none; null if there is one
 */
public record Judgement(
    String json, @Nullable BlurAssessment assessment, @Nullable FailureCode failure) {

  static Judgement of(BlurAssessment assessment) {
    return new Judgement(ReplyJson.verdict(assessment), assessment, null);
  }

  static Judgement failed(FailureCode code, String message) {
    return new Judgement(ReplyJson.failure(code, message), null, code);
  }

  /**
   * Returns the outcome's name for metrics and log.
   *
   * @return {@code scored} or a failure's text
   */
  public String outcome() {
    return Optional.ofNullable(failure).map(FailureCode::text).orElse("scored");
  }
}
