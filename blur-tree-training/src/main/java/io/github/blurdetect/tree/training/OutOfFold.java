package io.github.blurdetect.tree.training;

import io.github.blurdetect.dataset.metrics.LabelledScores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores of the training photos by models that have not seen them nor any photo of their group.
 *
 * @param rows one a photo, in the table's order
 */
public record OutOfFold(List<Row> rows) {
  private static final String HEADER = "image\tgroup\tblurred\tfold\tscore";

  /**
   * A photo's score.
   *
   * @param name the photo
   * @param group its group
   * @param blurred whether it is blurred in truth
   * @param fold the fold in which it was held out, from 0
   * @param score blurriness in [0, 1]
   */
  public record Row(String name, String group, boolean blurred, int fold, double score) {}

  /** Copies the list. */
  public OutOfFold {
    rows = List.copyOf(rows);
  }

  /**
   * Returns scores and labels for the metrics.
   *
   * @return in order
   */
  public LabelledScores labelledScores() {
    boolean[] blurred = new boolean[rows.size()];
    for (int i = 0; i < blurred.length; i++) {
      blurred[i] = rows.get(i).blurred;
    }
    return LabelledScores.of(rows.stream().mapToDouble(Row::score).toArray(), blurred);
  }

  /**
   * Returns each photo's group.
   *
   * @return in order
   */
  public List<String> groups() {
    return rows.stream().map(Row::group).toList();
  }

  /**
   * Writes the scores as tab-separated text with a header line.
   *
   * @param file created or replaced
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(HEADER);
    for (Row row : rows) {
      lines.add(
          String.join(
              "\t",
              row.name,
              row.group,
              row.blurred ? "1" : "0",
              Integer.toString(row.fold),
              Double.toString(row.score)));
    }
    AtomicFiles.write(file, String.join("\n", lines) + "\n");
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param file the file
   * @return the scores
   * @throws IOException if it cannot be read or is malformed; the message names the line
   */
  public static OutOfFold read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new IOException(
          file
              + ": first line is "
              + (lines.isEmpty() ? "missing" : lines.get(0))
              + ", expected "
              + HEADER);
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      rows.add(row(lines.get(i), file + ", line " + (i + 1)));
    }
    return new OutOfFold(rows);
  }

  private static Row row(String line, String where) throws IOException {
    String[] cells = line.split("\t", -1);
    try {
      if (cells.length == 5 && (cells[2].equals("0") || cells[2].equals("1"))) {
        return new Row(
            cells[0],
            cells[1],
            cells[2].equals("1"),
            Integer.parseInt(cells[3]),
            Double.parseDouble(cells[4]));
      }
    } catch (NumberFormatException e) {
      throw new IOException(where + ": " + e.getMessage(), e);
    }
    throw new IOException(where + ": found '" + line + "', expected the columns " + HEADER);
  }
}
