package io.github.blurdetect.api;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A detector's settings as fitted to one user's photos: which scorer, its threshold and the band of
 * blurriness that is called marginal.
 *
 * <p>On disk a profile is a UTF-8 text file in the form of {@link Properties}: {@code format=1},
 * {@code scorer}, {@code threshold}, {@code margin.low}, {@code margin.high}, optionally {@code
 * model}, and one {@code note.NAME} for each note. Instances are immutable.
 *
 * @param scorer the scorer's name
 * @param model the scorer's model file, if not the one that comes with it
 * @param threshold blurriness above which an image is called blurred, in [0, 1]
 * @param marginLow lower end of the marginal band, at most the threshold
 * @param marginHigh upper end of the marginal band, at least the threshold
 * @param notes how the profile was made, in words and figures; no setting depends on them
 */
public record DetectorProfile(
    String scorer,
    Optional<Path> model,
    double threshold,
    double marginLow,
    double marginHigh,
    Map<String, String> notes) {

  private static final String FORMAT = "1";
  private static final String NOTE = "note.";

  /**
   * Checks the order of the numbers and copies the notes.
   *
   * @throws IllegalArgumentException unless {@code 0 <= marginLow <= threshold <= marginHigh <= 1},
   *     or if the scorer's name is empty
   */
  public DetectorProfile {
    Objects.requireNonNull(model, "model");
    if (scorer.isBlank()) {
      throw new IllegalArgumentException("the profile's scorer is empty, expected a scorer's name");
    }
    if (!(marginLow >= 0 && marginLow <= threshold && threshold <= marginHigh && marginHigh <= 1)) {
      throw new IllegalArgumentException(
          "profile has margin.low %s, threshold %s, margin.high %s, expected 0 <= low <= threshold <= high <= 1"
              .formatted(marginLow, threshold, marginHigh));
    }
    notes = Map.copyOf(notes);
  }

  /**
   * Makes a profile without a marginal band, model file or notes.
   *
   * @param scorer the scorer's name
   * @param threshold in [0, 1]
   * @return a new profile
   * @throws IllegalArgumentException if the threshold is outside [0, 1] or the name is empty
   */
  public static DetectorProfile of(String scorer, double threshold) {
    return new DetectorProfile(scorer, Optional.empty(), threshold, threshold, threshold, Map.of());
  }

  /**
   * Reads a profile.
   *
   * @param file as written by {@link #save(Path)}; a relative {@code model} is taken from the
   *     file's folder
   * @return the profile
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if its content is no profile; the message says what was
   *     expected, what was found and where
   */
  public static DetectorProfile load(Path file) throws IOException {
    Properties values = new Properties();
    try {
      values.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
      return of(values, file);
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new IllegalArgumentException("expected UTF-8 text (" + file + ")", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + " (" + file + ")", e);
    }
  }

  private static DetectorProfile of(Properties values, Path file) {
    String format = text(values, "format");
    if (!format.equals(FORMAT)) {
      throw new IllegalArgumentException("profile has format " + format + ", expected " + FORMAT);
    }
    Map<String, String> notes =
        values.stringPropertyNames().stream()
            .filter(name -> name.startsWith(NOTE))
            .collect(Collectors.toMap(name -> name.substring(NOTE.length()), values::getProperty));
    double threshold = number(values, "threshold");
    return new DetectorProfile(
        text(values, "scorer"),
        Optional.ofNullable(values.getProperty("model")).map(file::resolveSibling),
        threshold,
        values.containsKey("margin.low") ? number(values, "margin.low") : threshold,
        values.containsKey("margin.high") ? number(values, "margin.high") : threshold,
        notes);
  }

  /**
   * Writes the profile; the same profile gives the same bytes.
   *
   * @param file replaced if it exists; a model beside or below it is written as a relative path
   * @throws IOException if the file cannot be written
   */
  public void save(Path file) throws IOException {
    Map<String, String> values = new TreeMap<>();
    values.put("format", FORMAT);
    values.put("scorer", scorer);
    values.put("threshold", Double.toString(threshold));
    values.put("margin.low", Double.toString(marginLow));
    values.put("margin.high", Double.toString(marginHigh));
    model.ifPresent(path -> values.put("model", fromFolderOf(file, path)));
    notes.forEach((name, value) -> values.put(NOTE + name, value));
    String text =
        values.entrySet().stream()
            .map(entry -> line(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("\n", "# Blur detector profile\n", "\n"));
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static String fromFolderOf(Path file, Path model) {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent(), "folder");
    Path target = model.toAbsolutePath().normalize();
    return (target.startsWith(folder) ? folder.relativize(target) : target).toString();
  }

  // Properties knows the escapes; its leading comment, which holds the date, is left out.
  private static String line(String key, String value) {
    Properties one = new Properties();
    one.setProperty(key, value);
    StringWriter out = new StringWriter();
    try {
      one.store(out, null);
    } catch (IOException e) {
      throw new IllegalStateException("a StringWriter does not fail", e);
    }
    return out.toString()
        .lines()
        .filter(each -> !each.startsWith("#"))
        .collect(Collectors.joining("\n"));
  }

  private static String text(Properties values, String key) {
    String value = values.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException("profile lacks '" + key + "'");
    }
    return value.strip();
  }

  private static double number(Properties values, String key) {
    String value = text(values, key);
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "profile has " + key + " '" + value + "', expected a number", e);
    }
  }
}
