package io.github.blurdetect.stacking.fit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A {@link ScoreTable} as CSV: the header {@code image,group,blurred} and the members' names; then
 * a line a photo, {@code blurred} 0 or 1, a score empty where the member found no text. Fields with
 * comma or quote are quoted (RFC 4180); a field holds no line break.
 */
public final class ScoreTableCsv {
  private static final List<String> FIXED = List.of("image", "group", "blurred");

  private ScoreTableCsv() {}

  /**
   * Writes a table.
   *
   * @param table what to write
   * @param file replaced if it exists
   * @throws IOException if the file cannot be written
   * @throws IllegalArgumentException if a name holds a line break
   */
  public static void write(ScoreTable table, Path file) throws IOException {
    List<String> header = new ArrayList<>(FIXED);
    header.addAll(table.members());
    StringBuilder text = new StringBuilder(line(header));
    for (ScoreTable.Row row : table.rows()) {
      List<String> fields = new ArrayList<>();
      fields.add(row.image());
      fields.add(row.group());
      fields.add(row.blurred() ? "1" : "0");
      row.scores().forEach(score -> fields.add(score.isNaN() ? "" : score.toString()));
      text.append(line(fields));
    }
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static String line(List<String> fields) {
    return fields.stream().map(ScoreTableCsv::quoted).collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String field) {
    if (field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("'" + field + "' holds a line break");
    }
    boolean plain = field.indexOf(',') < 0 && field.indexOf('"') < 0;
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  /**
   * Reads a table.
   *
   * @param file as written by {@link #write}
   * @return the table
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if it holds no such table; the message says which line
   */
  public static ScoreTable read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    List<String> header = lines.isEmpty() ? List.of() : fields(lines.get(0));
    if (header.size() <= FIXED.size() || !header.subList(0, FIXED.size()).equals(FIXED)) {
      throw new IllegalArgumentException(
          "header is %s, expected image,group,blurred and members (%s)".formatted(header, file));
    }
    List<ScoreTable.Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      try {
        rows.add(row(fields(lines.get(i)), header.size()));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "%s (%s, line %d)".formatted(e.getMessage(), file, i + 1), e);
      }
    }
    return new ScoreTable(header.subList(FIXED.size(), header.size()), rows);
  }

  private static ScoreTable.Row row(List<String> fields, int expected) {
    if (fields.size() != expected) {
      throw new IllegalArgumentException(
          "found %d fields, expected %d".formatted(fields.size(), expected));
    }
    String label = fields.get(2);
    if (!label.equals("0") && !label.equals("1")) {
      throw new IllegalArgumentException("blurred is '" + label + "', expected 0 or 1");
    }
    List<Double> scores =
        fields.subList(FIXED.size(), expected).stream()
            .map(text -> text.isEmpty() ? Double.NaN : Double.parseDouble(text))
            .toList();
    return new ScoreTable.Row(fields.get(0), fields.get(1), label.equals("1"), scores);
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean doubled = quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
      if (doubled) {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
