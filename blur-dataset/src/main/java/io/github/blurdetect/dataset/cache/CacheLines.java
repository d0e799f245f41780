package io.github.blurdetect.dataset.cache;

import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of a cache's file: a header, then a line a photo: key, values, check sum, by tabs. */
record CacheLines(String extractorVersion, List<String> featureNames) {
  private static final String FORMAT = "blur features 1";

  /**
   * What was read.
   *
   * @param values by key
   * @param dropped damaged lines
   * @param whole false where the file must be written anew
   */
  record Content(Map<String, double[]> values, int dropped, boolean whole) {}

  CacheLines {
    featureNames = List.copyOf(featureNames);
  }

  int featureCount() {
    return featureNames.size();
  }

  String header() {
    String text = FORMAT + "\t" + extractorVersion + "\t" + String.join("\t", featureNames);
    return text + "\t" + checkSum(text);
  }

  Content read(Path file) throws IOException {
    Map<String, double[]> values = new LinkedHashMap<>();
    if (!Files.exists(file)) {
      return new Content(values, 0, false);
    }
    // Latin-1 takes any byte, so damage never makes the file unreadable.
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    List<String> lines = Splitter.on('\n').splitToList(text);
    if (lines.size() < 2 || !lines.get(0).equals(latin(header()))) {
      return new Content(values, 0, false);
    }
    int dropped = 0;
    for (String line : lines.subList(1, lines.size() - 1)) {
      if (!add(line, values)) {
        dropped++;
      }
    }
    boolean cutShort = !lines.get(lines.size() - 1).isEmpty();
    dropped += cutShort ? 1 : 0;
    return new Content(values, dropped, dropped == 0);
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private boolean add(String line, Map<String, double[]> values) {
    int end = line.lastIndexOf('\t');
    if (end < 0 || !checkSum(line.substring(0, end)).equals(line.substring(end + 1))) {
      return false;
    }
    List<String> cells = Splitter.on('\t').splitToList(line.substring(0, end));
    double[] row = numbers(cells.subList(1, cells.size()));
    if (row == null) {
      return false;
    }
    values.put(cells.get(0), row);
    return true;
  }

  private double @Nullable [] numbers(List<String> cells) {
    if (cells.size() != featureNames.size()) {
      return null;
    }
    double[] row = new double[cells.size()];
    try {
      for (int i = 0; i < row.length; i++) {
        row[i] = Double.parseDouble(cells.get(i));
      }
    } catch (NumberFormatException e) {
      return null;
    }
    return row;
  }

  static String line(String key, double[] values) {
    StringBuilder text = new StringBuilder(key);
    for (double value : values) {
      text.append('\t').append(value);
    }
    return text + "\t" + checkSum(text.toString());
  }

  private static String checkSum(String text) {
    return Hashing.crc32c().hashString(text, StandardCharsets.UTF_8).toString();
  }
}
