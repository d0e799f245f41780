package io.github.blurdetect.stacking.internal;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.blurdetect.api.ModelLoadException;
import io.github.blurdetect.stacking.Calibration;
import io.github.blurdetect.stacking.Cascade;
import io.github.blurdetect.stacking.Combiner;
import io.github.blurdetect.stacking.Member;
import io.github.blurdetect.stacking.StackerModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Reads and writes {@link StackerModel} as JSON, format 1. */
public final class StackerJson {
  private static final String FORMAT = "blur-stacker/1";

  private StackerJson() {}

  /**
   * Reads a model.
   *
   * @param json the text
   * @param source where it comes from, for messages
   * @param file where relative paths start, if it is a file
   * @return the model
   * @throws ModelLoadException if it is no stacker
   */
  public static StackerModel read(String json, String source, Optional<Path> file) {
    try {
      JsonObject root = object(JsonParser.parseString(json), "stacker");
      String format = text(root, "format");
      if (!format.equals(FORMAT)) {
        throw new IllegalArgumentException(
            "stacker has format '" + format + "', expected '" + FORMAT + "'");
      }
      return model(root, source, file);
    } catch (JsonParseException | IllegalArgumentException e) {
      throw new ModelLoadException(e.getMessage() + " (" + source + ")", e);
    }
  }

  private static StackerModel model(JsonObject root, String source, Optional<Path> file) {
    List<Member> members = new ArrayList<>();
    for (JsonElement each : array(root, "members")) {
      JsonObject member = object(each, "member");
      Optional<Path> model =
          member.has("model") ? Optional.of(path(text(member, "model"), file)) : Optional.empty();
      members.add(
          new Member(text(member, "name"), model, calibration(part(member, "calibration"))));
    }
    Map<String, String> metadata = new TreeMap<>();
    if (root.has("metadata")) {
      part(root, "metadata").asMap().forEach((key, value) -> metadata.put(key, string(value, key)));
    }
    return new StackerModel(
        text(root, "name"),
        members,
        combiner(part(root, "combiner"), source),
        calibration(part(root, "calibration")),
        number(root, "threshold"),
        root.has("cascade") ? Optional.of(cascade(part(root, "cascade"))) : Optional.empty(),
        metadata);
  }

  private static Path path(String text, Optional<Path> file) {
    return file.map(from -> from.resolveSibling(text)).orElseGet(() -> Path.of(text));
  }

  private static Combiner combiner(JsonObject json, String source) {
    String kind = text(json, "kind");
    return switch (kind) {
      case "logistic" -> new Combiner.Logistic(number(json, "intercept"), numbers(json, "weights"));
      case "trees" -> Combiner.Trees.parse(part(json, "xgboost").toString(), source);
      default -> throw unknown("combiner", kind, "logistic or trees");
    };
  }

  private static Calibration calibration(JsonObject json) {
    String kind = text(json, "kind");
    return switch (kind) {
      case "platt" ->
          new Calibration.Platt(
              number(json, "slope"),
              number(json, "intercept"),
              json.has("most") ? number(json, "most") : 1);
      case "isotonic" ->
          new Calibration.Isotonic(numbers(json, "log_odds"), numbers(json, "probabilities"));
      default -> throw unknown("calibration", kind, "platt or isotonic");
    };
  }

  private static IllegalArgumentException unknown(String what, String kind, String expected) {
    return new IllegalArgumentException(what + " has kind '" + kind + "', expected " + expected);
  }

  private static Cascade cascade(JsonObject json) {
    return new Cascade(
        text(json, "member"),
        number(json, "low"),
        number(json, "high"),
        number(json, "early_share"),
        number(json, "verdict_change_rate"));
  }

  /**
   * Writes a model.
   *
   * @param model the model
   * @param file where it will be; member models are written relative to its folder
   * @return JSON, indented, always the same for the same model
   */
  public static String write(StackerModel model, Path file) {
    JsonObject root = new JsonObject();
    root.addProperty("format", FORMAT);
    root.addProperty("name", model.name());
    JsonArray members = new JsonArray();
    model.members().forEach(member -> members.add(json(member, file)));
    root.add("members", members);
    root.add("combiner", json(model.combiner()));
    root.add("calibration", json(model.calibration()));
    root.addProperty("threshold", model.threshold());
    model.cascade().ifPresent(cascade -> root.add("cascade", json(cascade)));
    JsonObject metadata = new JsonObject();
    new TreeMap<>(model.metadata()).forEach(metadata::addProperty);
    root.add("metadata", metadata);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(root) + "\n";
  }

  private static JsonObject json(Member member, Path file) {
    JsonObject json = new JsonObject();
    json.addProperty("name", member.name());
    member.model().ifPresent(path -> json.addProperty("model", relative(path, file)));
    json.add("calibration", json(member.calibration()));
    return json;
  }

  private static String relative(Path model, Path file) {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent(), "folder");
    Path target = model.toAbsolutePath().normalize();
    boolean sameRoot = Objects.equals(folder.getRoot(), target.getRoot());
    return (sameRoot ? folder.relativize(target) : target).toString().replace('\\', '/');
  }

  private static JsonObject json(Combiner combiner) {
    JsonObject json = new JsonObject();
    if (combiner instanceof Combiner.Logistic logistic) {
      json.addProperty("kind", "logistic");
      json.addProperty("intercept", logistic.intercept());
      json.add("weights", json(logistic.weights()));
    } else if (combiner instanceof Combiner.Trees trees) {
      json.addProperty("kind", "trees");
      json.add("xgboost", JsonParser.parseString(trees.json()));
    }
    return json;
  }

  private static JsonObject json(Calibration calibration) {
    JsonObject json = new JsonObject();
    if (calibration instanceof Calibration.Platt platt) {
      json.addProperty("kind", "platt");
      json.addProperty("slope", platt.slope());
      json.addProperty("intercept", platt.intercept());
      if (platt.most() < 1) {
        json.addProperty("most", platt.most());
      }
    } else if (calibration instanceof Calibration.Isotonic isotonic) {
      json.addProperty("kind", "isotonic");
      json.add("log_odds", json(isotonic.logOdds()));
      json.add("probabilities", json(isotonic.probabilities()));
    }
    return json;
  }

  private static JsonObject json(Cascade cascade) {
    JsonObject json = new JsonObject();
    json.addProperty("member", cascade.member());
    json.addProperty("low", cascade.low());
    json.addProperty("high", cascade.high());
    json.addProperty("early_share", cascade.earlyShare());
    json.addProperty("verdict_change_rate", cascade.verdictChangeRate());
    return json;
  }

  private static JsonArray json(List<Double> numbers) {
    JsonArray json = new JsonArray();
    numbers.forEach(json::add);
    return json;
  }

  private static JsonElement get(JsonObject json, String key) {
    JsonElement value = json.get(key);
    if (value == null) {
      throw new IllegalArgumentException("stacker lacks '" + key + "'");
    }
    return value;
  }

  private static JsonObject object(JsonElement json, String what) {
    if (!json.isJsonObject()) {
      throw wrong(what, json, "an object");
    }
    return json.getAsJsonObject();
  }

  private static JsonObject part(JsonObject json, String key) {
    return object(get(json, key), key);
  }

  private static JsonArray array(JsonObject json, String key) {
    JsonElement value = get(json, key);
    if (!value.isJsonArray()) {
      throw wrong(key, value, "a list");
    }
    return value.getAsJsonArray();
  }

  private static String text(JsonObject json, String key) {
    return string(get(json, key), key);
  }

  private static String string(JsonElement value, String key) {
    if (!value.isJsonPrimitive()) {
      throw wrong(key, value, "text");
    }
    return value.getAsString();
  }

  private static double number(JsonObject json, String key) {
    return number(get(json, key), key);
  }

  private static double number(JsonElement value, String key) {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
      throw wrong(key, value, "a number");
    }
    double number = value.getAsDouble();
    if (!Double.isFinite(number)) {
      throw wrong(key, value, "a finite number");
    }
    return number;
  }

  private static List<Double> numbers(JsonObject json, String key) {
    return array(json, key).asList().stream().map(each -> number(each, key)).toList();
  }

  private static IllegalArgumentException wrong(String key, JsonElement found, String expected) {
    String text = found.toString();
    return new IllegalArgumentException(
        "stacker's '%s' is %s, expected %s"
            .formatted(key, text.length() > 60 ? text.substring(0, 60) + "..." : text, expected));
  }
}
