package io.github.blurdetect.training.cnn;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import io.github.blurdetect.dataset.legibility.BlockRule;
import io.github.blurdetect.dataset.legibility.HandwritingRule;
import io.github.blurdetect.dataset.legibility.WordMatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A photo whose lines of print are known, with the share of each that cannot be read.
 *
 * @param file the image
 * @param group what it shows; photos of one page share it
 * @param label {@code clear}, {@code blurred} or {@code marginal}
 * @param byRule whether the label follows a rule on the simulated blur; otherwise an OCR program or
 *     a person gave it
 * @param lines its lines
 */
public record TrainingPhoto(
    Path file, String group, String label, boolean byRule, List<Line> lines) {
  private static final double SOFTNESS = 0.2;

  /**
   * A line of print.
   *
   * @param left first column
   * @param top first row
   * @param right one past the last column
   * @param bottom one past the last row
   * @param xHeight pixels
   * @param unread share of the words that cannot be read, in [0, 1]; NaN where it is unknown
   */
  public record Line(int left, int top, int right, int bottom, double xHeight, double unread) {}

  /** Copies the list. */
  public TrainingPhoto {
    lines = List.copyOf(lines);
  }

  @SuppressWarnings("NullAway.Init") // Filled by Gson, checked in read.
  private static final class Json {
    String image;
    String group;
    String label;
    @Nullable String label_by;
    double noise_sigma;
    List<JsonLine> lines;
  }

  @SuppressWarnings({"NullAway.Init", "ArrayRecordComponent"})
  private static final class JsonLine {
    int[] box;
    String text;
    double x_height;
    double rms_radius_px;
    @Nullable Double contrast;
    int words;
    @Nullable Integer words_read;
    double stroke;
  }

  /**
   * Reads a simulated set's {@code photos.jsonl}.
   *
   * <p>A line's unread share is measured against the best that OCR made of the same line in any
   * photo of that page; a line that was never read is of unknown legibility, not blurred. Where no
   * OCR was run the share follows {@link BlockRule}, softly near its limit, or, for handwriting,
   * {@link HandwritingRule}.
   *
   * @param folder the set
   * @return its photos, in the file's order
   * @throws IOException if the file is missing, unreadable or not understood
   */
  public static List<TrainingPhoto> read(Path folder) throws IOException {
    Path file = folder.resolve("photos.jsonl");
    List<Json> records = new ArrayList<>();
    Gson gson = new Gson();
    int number = 0;
    for (String text : Files.readAllLines(file)) {
      number++;
      try {
        Json json = gson.fromJson(text, Json.class);
        if (json == null || json.image == null || json.lines == null || json.group == null) {
          throw new JsonSyntaxException("expected image, group and lines");
        }
        records.add(json);
      } catch (JsonSyntaxException e) {
        throw new IOException(file + ", line " + number + ": " + e.getMessage(), e);
      }
    }
    Map<String, Double> best = bestShares(records);
    List<TrainingPhoto> photos = new ArrayList<>();
    for (Json json : records) {
      List<Line> lines = new ArrayList<>();
      for (int i = 0; i < json.lines.size(); i++) {
        JsonLine line = json.lines.get(i);
        double unread =
            line.words_read == null
                ? byRule(line, json.noise_sigma)
                : byReading(line, best.getOrDefault(key(json, i), 0.0));
        lines.add(
            new Line(line.box[0], line.box[1], line.box[2], line.box[3], line.x_height, unread));
      }
      boolean byRule = "rule".equals(json.label_by);
      photos.add(
          new TrainingPhoto(folder.resolve(json.image), json.group, json.label, byRule, lines));
    }
    return photos;
  }

  private static double byReading(JsonLine line, double best) {
    return best > 0 ? 1 - Math.min(1, share(line) / best) : Double.NaN;
  }

  /** 0 below the rule's limit, 1 above it, rising evenly from 0.8 to 1.2 of it. */
  private static double byRule(JsonLine line, double sigma) {
    if (line.contrast == null || line.text == null) {
      return Double.NaN;
    }
    if (line.stroke > 0) {
      return HandwritingRule.unread(
          line.rms_radius_px, line.x_height, line.stroke, sigma, line.contrast);
    }
    BlockRule rule = WordMatcher.chinese(line.text) ? BlockRule.chinese() : BlockRule.latin();
    double spread = rule.spread(line.rms_radius_px, line.x_height, sigma, line.contrast);
    double past = (spread / rule.limit() - (1 - SOFTNESS)) / (2 * SOFTNESS);
    return Math.max(0, Math.min(1, past));
  }

  private static Map<String, Double> bestShares(List<Json> records) {
    Map<String, Double> best = new HashMap<>();
    for (Json json : records) {
      for (int i = 0; i < json.lines.size(); i++) {
        if (json.lines.get(i).words > 0 && json.lines.get(i).words_read != null) {
          best.merge(key(json, i), share(json.lines.get(i)), Math::max);
        }
      }
    }
    return best;
  }

  private static String key(Json json, int line) {
    return json.group + '\n' + line + '\n' + json.lines.get(line).text;
  }

  private static double share(JsonLine line) {
    return line.words == 0 || line.words_read == null ? 0 : (double) line.words_read / line.words;
  }
}
