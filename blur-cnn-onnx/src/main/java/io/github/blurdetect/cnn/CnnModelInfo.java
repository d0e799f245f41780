package io.github.blurdetect.cnn;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a CNN model file says of itself.
 *
 * @param source file or resource name, for messages
 * @param channels of the input: 1 (grey) or 3 (RGB)
 * @param channelsLast whether the input is [N, H, W, C] rather than [N, C, H, W]
 * @param textOutput whether the model tells print from other things
 * @param metadata the model's own entries, sorted by key
 */
public record CnnModelInfo(
    String source,
    int channels,
    boolean channelsLast,
    boolean textOutput,
    Map<String, String> metadata) {

  /** Sorts and copies the map. */
  public CnnModelInfo {
    metadata = java.util.Collections.unmodifiableMap(new TreeMap<>(metadata));
  }

  /**
   * Returns the model's name.
   *
   * @return the metadata entry {@code name}, or the source where it has none
   */
  public String name() {
    return metadata.getOrDefault("name", source);
  }

  /**
   * Returns how photos are prepared for the model.
   *
   * @return {@code reference}: the middle of the photo at 256 x 256; {@code tiles}: text-rich tiles
   *     at text scale
   */
  public String profile() {
    return metadata.getOrDefault("profile", textOutput ? "tiles" : "reference");
  }

  /**
   * Returns the pixels on each side that one value of the map stands for.
   *
   * @return at least 1
   */
  public int stride() {
    return (int) number("stride", 8);
  }

  /**
   * Returns a metadata entry as a number.
   *
   * @param key the entry
   * @param fallback the value where the model has no such entry
   * @return the number
   * @throws io.github.blurdetect.api.ModelLoadException if the entry is no finite number
   */
  public double number(String key, double fallback) {
    String text = metadata.get(key);
    if (text == null) {
      return fallback;
    }
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, with where it was found.
    }
    throw new io.github.blurdetect.api.ModelLoadException(
        "CNN metadata '%s' is '%s', expected a finite number (%s)".formatted(key, text, source));
  }

  /**
   * Describes the model for people.
   *
   * @return one line an entry
   */
  public List<String> describe() {
    List<String> lines = new java.util.ArrayList<>();
    String shape = channelsLast ? "[N, H, W, " + channels + "]" : "[N, " + channels + ", H, W]";
    lines.add(String.format(Locale.ROOT, "%-16s %s", "source", source));
    lines.add(String.format(Locale.ROOT, "%-16s uint8 %s", "input image", shape));
    lines.add(
        String.format(
            Locale.ROOT, "%-16s %s", "outputs", textOutput ? "score, map, text" : "score, map"));
    metadata.forEach((key, value) -> lines.add(String.format(Locale.ROOT, "%-16s %s", key, value)));
    return lines;
  }
}
