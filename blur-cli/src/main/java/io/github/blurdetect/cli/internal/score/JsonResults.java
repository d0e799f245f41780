package io.github.blurdetect.cli.internal.score;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.blurdetect.api.BlurAssessment;
import io.github.blurdetect.api.BlurReason;
import io.github.blurdetect.api.Contribution;
import java.io.PrintWriter;

/** One JSON object a line; a part that could not be measured is null. */
final class JsonResults implements ResultWriter {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private final PrintWriter out;

  JsonResults(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void write(Outcome outcome) {
    JsonObject line = new JsonObject();
    line.addProperty("path", outcome.name());
    if (outcome.assessment() == null) {
      line.addProperty("error", outcome.error());
      line.addProperty("problem", outcome.problem());
    } else {
      add(outcome.assessment(), line);
    }
    out.print(GSON.toJson(line) + '\n');
  }

  private static void add(BlurAssessment assessment, JsonObject line) {
    line.addProperty("score", assessment.blurriness());
    line.addProperty("blurred", assessment.blurred());
    line.addProperty("verdict", assessment.verdict().name());
    line.addProperty("scorer", assessment.scorer());
    line.addProperty("threshold", assessment.threshold());
    JsonArray reasons = new JsonArray();
    for (BlurReason reason : assessment.reasons()) {
      JsonObject each = new JsonObject();
      each.addProperty("cause", reason.cause().name());
      each.addProperty("message", reason.message());
      reasons.add(each);
    }
    line.add("reasons", reasons);
    JsonObject parts = new JsonObject();
    for (Contribution part : assessment.contributions()) {
      boolean measured = Double.isFinite(part.value());
      parts.add(part.name(), measured ? new JsonPrimitive(part.value()) : JsonNull.INSTANCE);
    }
    line.add("contributions", parts);
  }
}
