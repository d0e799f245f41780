package io.github.blurdetect.service.internal.client;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.blurdetect.api.Verdict;
import io.github.blurdetect.service.BlurServiceException;
import io.github.blurdetect.service.BlurServiceException.Problem;
import io.github.blurdetect.service.ServiceVerdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a service's JSON, this one's or the reference's. */
final class ReplyParser {
  private static final int SHOWN = 200;

  private ReplyParser() {}

  static ServiceVerdict parse(String json) throws BlurServiceException {
    try {
      JsonObject reply = JsonParser.parseString(json).getAsJsonObject();
      if (reply.get("status").getAsInt() != 1) {
        throw new BlurServiceException(Problem.FAILED, reply.get("msg").getAsString(), null);
      }
      return verdict(reply.getAsJsonObject("data"));
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | NumberFormatException
        | UnsupportedOperationException
        | NullPointerException e) {
      String shown = json.length() > SHOWN ? json.substring(0, SHOWN) + "..." : json;
      throw new BlurServiceException(
          Problem.PROTOCOL, "reply is '" + shown + "', expected data, status and msg", e);
    }
  }

  private static ServiceVerdict verdict(JsonObject data) {
    return new ServiceVerdict(
        data.get("score").getAsDouble(),
        truth(data.getAsJsonPrimitive("pred")),
        text(data, "verdict").flatMap(ReplyParser::verdict),
        text(data, "scorer"),
        reasons(data));
  }

  /** The reference's documentation has a truth value here, its program 0 or 1. */
  private static boolean truth(JsonPrimitive value) {
    return value.isBoolean() ? value.getAsBoolean() : value.getAsInt() != 0;
  }

  private static Optional<String> text(JsonObject data, String name) {
    return Optional.ofNullable(data.get(name)).map(JsonElement::getAsString);
  }

  private static Optional<Verdict> verdict(String name) {
    return Arrays.stream(Verdict.values()).filter(each -> each.name().equals(name)).findFirst();
  }

  private static List<String> reasons(JsonObject data) {
    List<String> reasons = new ArrayList<>();
    if (data.has("reasons")) {
      data.getAsJsonArray("reasons").forEach(reason -> reasons.add(reason.getAsString()));
    }
    return reasons;
  }
}
