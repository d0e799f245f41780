package io.github.blurdetect.dataset.folder;

import com.google.common.base.Splitter;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each photo of a simulated set: the lines of {@code photos.jsonl}, one JSON
 * object a photo whose {@code image} is the photo's path below the folder. Instances are immutable.
 */
public final class PhotoRecords {
  /** Name of the file. */
  public static final String FILE = "photos.jsonl";

  private static final int MAX_KEY = 60; // Ends the way into objects within objects.

  private final Map<String, JsonObject> byName;

  private PhotoRecords(Map<String, JsonObject> byName) {
    this.byName = byName;
  }

  /**
   * Reads the records of a folder.
   *
   * @param folder holds {@value #FILE}, or not
   * @return empty where there is no such file
   * @throws IOException if the file cannot be read or a line is no JSON object with an image; the
   *     message names the line
   */
  public static PhotoRecords below(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    Map<String, JsonObject> byName = new LinkedHashMap<>();
    if (Files.exists(file)) {
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          number++;
          if (!line.isBlank()) {
            add(line, file + ", line " + number, byName);
          }
        }
      }
    }
    return new PhotoRecords(byName);
  }

  /** The records of several folders, each photo's name led by its folder's. */
  static PhotoRecords union(Map<String, PhotoRecords> folders) {
    Map<String, JsonObject> all = new LinkedHashMap<>();
    folders.forEach(
        (folder, records) ->
            records.byName.forEach((name, photo) -> all.put(folder + "/" + name, photo)));
    return new PhotoRecords(all);
  }

  private static void add(String line, String where, Map<String, JsonObject> byName)
      throws IOException {
    try {
      JsonObject photo = JsonParser.parseString(line).getAsJsonObject();
      byName.put(photo.get("image").getAsString(), photo);
    } catch (RuntimeException e) {
      throw new IOException(
          where + ": expected a JSON object with \"image\", found " + start(line), e);
    }
  }

  private static String start(String line) {
    return line.length() <= 60 ? line : line.substring(0, 60) + "...";
  }

  /**
   * Returns the number of photos with a record.
   *
   * @return 0 where there was no file
   */
  public int size() {
    return byName.size();
  }

  /**
   * Returns the names of all texts and numbers that some photo's record holds, a dot leading into
   * an object. Lists are passed over.
   *
   * @return in order of first appearance
   */
  public Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    byName.values().forEach(photo -> addKeys("", photo, keys));
    return keys;
  }

  private static void addKeys(String prefix, JsonObject object, Set<String> keys) {
    for (Map.Entry<String, JsonElement> member : object.entrySet()) {
      if (member.getValue().isJsonPrimitive()) {
        keys.add(prefix + member.getKey());
      } else if (member.getValue().isJsonObject() && prefix.length() < MAX_KEY) {
        addKeys(prefix + member.getKey() + ".", member.getValue().getAsJsonObject(), keys);
      }
    }
  }

  /**
   * Returns a text or number, as text.
   *
   * @param name the photo's path below the folder
   * @param key the member's name; a dot leads into an object, for example {@code blur.kind}
   * @return empty if the photo or the member is missing or null
   */
  public Optional<String> text(String name, String key) {
    JsonElement value = find(name, key);
    return value == null || !value.isJsonPrimitive()
        ? Optional.empty()
        : Optional.of(value.getAsString());
  }

  /**
   * Returns a number.
   *
   * @param name the photo's path below the folder
   * @param key the member's name; a dot leads into an object, for example {@code blur.strength}
   * @return empty if the photo or the member is missing, null or no number
   */
  public OptionalDouble number(String name, String key) {
    JsonElement value = find(name, key);
    return value == null || !value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()
        ? OptionalDouble.empty()
        : OptionalDouble.of(value.getAsDouble());
  }

  private @Nullable JsonElement find(String name, String key) {
    JsonElement value = byName.get(name);
    for (String part : Splitter.on('.').split(key)) {
      if (value == null || !value.isJsonObject()) {
        return null;
      }
      value = value.getAsJsonObject().get(part);
    }
    return value;
  }
}
