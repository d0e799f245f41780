package io.github.blurdetect.service.internal.wire;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.blurdetect.api.BlurAssessment;
import io.github.blurdetect.api.BlurReason;
import io.github.blurdetect.service.FailureCode;

/** The reply's text: {@code {"data": {"score": 0.93, "pred": 1}, "status": 1, "msg": ""}}. */
public final class ReplyJson {
  // Spaced as Python's json.dumps spaces it.
  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .setFormattingStyle(FormattingStyle.COMPACT.withSpaceAfterSeparators(true))
          .create();

  private ReplyJson() {}

  /**
   * Writes a verdict.
   *
   * @param assessment what the detector said
   * @return one line; the first two fields of {@code data} are those that clients rely on
   */
  public static String verdict(BlurAssessment assessment) {
    JsonObject data = new JsonObject();
    data.addProperty("score", assessment.blurriness());
    data.addProperty("pred", assessment.blurred() ? 1 : 0);
    data.addProperty("verdict", assessment.verdict().name());
    data.addProperty("threshold", assessment.threshold());
    data.addProperty("scorer", assessment.scorer());
    JsonArray reasons = new JsonArray();
    assessment.reasons().stream().map(BlurReason::message).forEach(reasons::add);
    data.add("reasons", reasons);
    return reply(data, 1, "");
  }

  /**
   * Writes a failure.
   *
   * @param code why there is no verdict
   * @param message the same for people
   * @return one line
   */
  public static String failure(FailureCode code, String message) {
    return reply(new JsonPrimitive(""), 0, code.text() + ": " + message);
  }

  private static String reply(JsonElement data, int status, String message) {
    JsonObject reply = new JsonObject();
    reply.add("data", data);
    reply.addProperty("status", status);
    reply.addProperty("msg", message);
    return GSON.toJson(reply);
  }
}
