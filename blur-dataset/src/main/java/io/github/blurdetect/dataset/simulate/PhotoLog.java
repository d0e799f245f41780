package io.github.blurdetect.dataset.simulate;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code photos.jsonl}: one JSON object a photo, one photo a line. */
public final class PhotoLog {

  private PhotoLog() {}

  /**
   * Writes one line.
   *
   * @param photo what it says
   * @return JSON without a line break
   */
  public static String toJson(PhotoRecord photo) {
    JsonObject json = new JsonObject();
    json.addProperty("image", photo.image());
    json.addProperty("group", photo.group());
    json.addProperty("seed", photo.seed());
    json.addProperty("width", photo.width());
    json.addProperty("height", photo.height());
    json.add("x_height", number(photo.xHeight()));
    json.add("scale", number(photo.scale()));
    json.add("noise_sigma", number(photo.noiseSigma()));
    json.addProperty("jpeg_quality", photo.jpegQuality());
    json.addProperty("scene", word(photo.scene()));
    json.add("blur", blur(photo.blur()));
    JsonArray lines = new JsonArray();
    photo.lines().forEach(line -> lines.add(line(line)));
    json.add("lines", lines);
    Double share = photo.wordShare();
    json.add("word_share", share == null ? JsonNull.INSTANCE : number(share));
    json.addProperty("label", word(photo.label()));
    json.addProperty("label_by", word(photo.labelBy()));
    return json.toString();
  }

  /**
   * Reads one line.
   *
   * @param json as written by {@link #toJson}
   * @return the photo
   * @throws IllegalArgumentException if a part is missing or of the wrong kind
   */
  public static PhotoRecord fromJson(String json) {
    try {
      JsonObject in = JsonParser.parseString(json).getAsJsonObject();
      List<PhotoRecord.Line> lines = new ArrayList<>();
      for (JsonElement line : part(in, "lines").getAsJsonArray()) {
        lines.add(line(line.getAsJsonObject()));
      }
      JsonElement share = part(in, "word_share");
      return new PhotoRecord(
          part(in, "image").getAsString(),
          part(in, "group").getAsString(),
          part(in, "seed").getAsLong(),
          part(in, "width").getAsInt(),
          part(in, "height").getAsInt(),
          part(in, "x_height").getAsDouble(),
          part(in, "scale").getAsDouble(),
          part(in, "noise_sigma").getAsDouble(),
          part(in, "jpeg_quality").getAsInt(),
          Scene.valueOf(name(in, "scene")),
          blur(part(in, "blur").getAsJsonObject()),
          lines,
          share.isJsonNull() ? null : share.getAsDouble(),
          PhotoRecord.Label.valueOf(name(in, "label")),
          PhotoRecord.LabelBy.valueOf(name(in, "label_by")));
    } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
      throw new IllegalArgumentException("not a photo's line: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a set's photos.
   *
   * @param file a {@code photos.jsonl}
   * @return in the file's order
   * @throws IOException if it can't be read or a line is not a photo's
   */
  public static List<PhotoRecord> read(Path file) throws IOException {
    List<PhotoRecord> photos = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        try {
          photos.add(fromJson(lines.get(i)));
        } catch (IllegalArgumentException e) {
          throw new IOException(file + ", line " + (i + 1) + ": " + e.getMessage(), e);
        }
      }
    }
    return photos;
  }

  private static JsonObject blur(PhotoRecord.Blur blur) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", word(blur.kind()));
    json.addProperty("kernel", blur.kernel());
    json.add("rms_radius_px", number(blur.rmsRadius()));
    json.add("strength", number(blur.strength()));
    json.addProperty("coverage", word(blur.coverage()));
    return json;
  }

  private static PhotoRecord.Blur blur(JsonObject in) {
    return new PhotoRecord.Blur(
        BlurKind.valueOf(name(in, "kind")),
        part(in, "kernel").getAsString(),
        part(in, "rms_radius_px").getAsDouble(),
        part(in, "strength").getAsDouble(),
        Coverage.valueOf(name(in, "coverage")));
  }

  private static JsonObject line(PhotoRecord.Line line) {
    JsonObject json = new JsonObject();
    JsonArray box = new JsonArray(4);
    box.add(line.box().left());
    box.add(line.box().top());
    box.add(line.box().right());
    box.add(line.box().bottom());
    json.add("box", box);
    json.addProperty("text", line.text());
    json.addProperty("role", word(line.role()));
    json.add("x_height", number(line.xHeight()));
    json.add("rms_radius_px", number(line.rmsRadius()));
    Double contrast = line.contrast();
    json.add("contrast", contrast == null ? JsonNull.INSTANCE : number(contrast));
    json.addProperty("words", line.words());
    Integer read = line.wordsRead();
    json.add("words_read", read == null ? JsonNull.INSTANCE : new JsonPrimitive(read));
    if (line.stroke() > 0) {
      json.add("stroke", number(line.stroke()));
    }
    return json;
  }

  private static PhotoRecord.Line line(JsonObject in) {
    JsonArray box = part(in, "box").getAsJsonArray();
    JsonElement read = part(in, "words_read");
    JsonElement contrast = in.get("contrast");
    JsonElement stroke = in.get("stroke");
    if (box.size() != 4) {
      throw new IllegalStateException("'box' has " + box.size() + " numbers, expected 4");
    }
    return new PhotoRecord.Line(
        new Box(
            box.get(0).getAsInt(),
            box.get(1).getAsInt(),
            box.get(2).getAsInt(),
            box.get(3).getAsInt()),
        part(in, "text").getAsString(),
        TextLine.Role.valueOf(name(in, "role")),
        part(in, "x_height").getAsDouble(),
        part(in, "rms_radius_px").getAsDouble(),
        contrast == null || contrast.isJsonNull() ? null : contrast.getAsDouble(),
        part(in, "words").getAsInt(),
        read.isJsonNull() ? null : read.getAsInt(),
        stroke == null ? 0 : stroke.getAsDouble());
  }

  private static JsonElement part(JsonObject in, String key) {
    @Nullable JsonElement part = in.get(key);
    if (part == null) {
      throw new IllegalStateException("'" + key + "' is missing");
    }
    return part;
  }

  private static String name(JsonObject in, String key) {
    return part(in, key).getAsString().toUpperCase(Locale.ROOT);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Four decimals are enough for a reader, and keep lines short. */
  private static JsonPrimitive number(double value) {
    return new JsonPrimitive(Math.round(value * 1e4) / 1e4);
  }
}
