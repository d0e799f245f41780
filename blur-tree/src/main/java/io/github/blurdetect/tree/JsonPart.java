package io.github.blurdetect.tree;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.github.blurdetect.api.ModelLoadException;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value in a model's JSON and the way to it, so that every complaint says expected, found, where.
 */
final class JsonPart {
  private static final int SHOWN = 60;

  private final JsonElement element;
  private final String source;
  private final String path;

  private JsonPart(JsonElement element, String source, String path) {
    this.element = element;
    this.source = source;
    this.path = path;
  }

  static JsonPart parse(Reader reader, String source) {
    JsonReader json = new JsonReader(reader);
    json.setStrictness(Strictness.STRICT);
    try {
      JsonElement root = JsonParser.parseReader(json);
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw new ModelLoadException(source + ": more than one JSON value, expected one");
      }
      return new JsonPart(root, source, "");
    } catch (JsonParseException | NumberFormatException | IOException e) {
      throw new ModelLoadException(
          source
              + ": expected a whole JSON document, but it "
              + trouble(e)
              + " at "
              + json.getPath(),
          e);
    }
  }

  private static String trouble(Exception e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof EOFException) {
        return "ends too early";
      }
      if (t instanceof MalformedJsonException || t instanceof NumberFormatException) {
        return "is malformed";
      }
      if (t instanceof CharacterCodingException) {
        return "is not UTF-8 text";
      }
    }
    return "cannot be read (" + e.getMessage() + ")";
  }

  /** The member of this object, or a complaint. */
  JsonPart get(String name) {
    JsonPart part = find(name);
    if (part == null) {
      throw new ModelLoadException(source + ": " + below(name) + " is missing");
    }
    return part;
  }

  /** The member of this object, or null where there is none. */
  @Nullable JsonPart find(String name) {
    JsonElement member = object().get(name);
    return member == null || member.isJsonNull() ? null : new JsonPart(member, source, below(name));
  }

  List<String> names() {
    return List.copyOf(object().keySet());
  }

  List<JsonPart> items() {
    JsonArray array = array();
    List<JsonPart> items = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      items.add(new JsonPart(array.get(i), source, path + "[" + i + "]"));
    }
    return items;
  }

  List<String> strings() {
    return items().stream().map(JsonPart::string).toList();
  }

  String string() {
    if (!element.isJsonPrimitive()) {
      throw wrong("a string");
    }
    return element.getAsString();
  }

  /** A whole number, written as a number or, as XGBoost does for parameters, as a string. */
  int integer() {
    try {
      return Integer.parseInt(string());
    } catch (NumberFormatException e) {
      throw wrong("a whole number");
    }
  }

  long longInteger() {
    try {
      return Long.parseLong(string());
    } catch (NumberFormatException e) {
      throw wrong("a whole number");
    }
  }

  /** A finite number. */
  double number() {
    try {
      double value = Double.parseDouble(string());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through to the complaint.
    }
    throw wrong("a finite number");
  }

  int[] integers() {
    return items().stream().mapToInt(JsonPart::integer).toArray();
  }

  /**
   * Finite numbers, each rounded to the nearest float from its decimal form, as XGBoost reads it.
   */
  float[] floats() {
    List<JsonPart> items = items();
    float[] values = new float[items.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = items.get(i).singlePrecision();
    }
    return values;
  }

  private float singlePrecision() {
    try {
      float value = Float.parseFloat(string());
      if (Float.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through to the complaint.
    }
    throw wrong("a finite number");
  }

  boolean isArray() {
    return element.isJsonArray();
  }

  ModelLoadException wrong(String expected) {
    return new ModelLoadException(
        source
            + ": "
            + (path.isEmpty() ? "the document" : path)
            + " is "
            + shown()
            + ", expected "
            + expected);
  }

  ModelLoadException wrongAt(String place, String found, String expected) {
    return new ModelLoadException(
        source + ": " + path + ", " + place + " has " + found + ", expected " + expected);
  }

  private String shown() {
    String text = element.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }

  private JsonObject object() {
    if (!element.isJsonObject()) {
      throw wrong("an object");
    }
    return element.getAsJsonObject();
  }

  private JsonArray array() {
    if (!element.isJsonArray()) {
      throw wrong("an array");
    }
    return element.getAsJsonArray();
  }

  private String below(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
