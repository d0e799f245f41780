package io.github.blurdetect.dataset.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Measured kernels in files: comma-separated matrices of weights. */
public final class KernelFiles {

  private KernelFiles() {}

  /**
   * Reads one kernel. An even side gets an empty row or column, a negative weight counts as 0.
   *
   * @param file comma-separated rows of the same length
   * @return the kernel
   * @throws IOException if the file can't be read or is no such matrix
   */
  public static BlurKernel read(Path file) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        rows.add(line.trim().split(",", -1));
      }
    }
    if (rows.isEmpty()) {
      throw new IOException(file + ": no rows, expected a matrix of weights");
    }
    int columns = rows.get(0).length;
    int width = columns | 1;
    int height = rows.size() | 1;
    float[] weights = new float[width * height];
    for (int y = 0; y < rows.size(); y++) {
      String[] row = rows.get(y);
      if (row.length != columns) {
        throw new IOException(
            file + ", row " + (y + 1) + ": " + row.length + " weights, expected " + columns);
      }
      for (int x = 0; x < columns; x++) {
        weights[y * width + x] = number(file, y, row[x]);
      }
    }
    try {
      return BlurKernel.of(width, height, weights);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads some kernels of a folder.
   *
   * @param folder where {@code NAME.csv} lie
   * @param names which ones
   * @return name to kernel, in the order of names' text
   * @throws IOException if one is missing or can't be read
   */
  public static Map<String, BlurKernel> read(Path folder, List<String> names) throws IOException {
    TreeMap<String, BlurKernel> kernels = new TreeMap<>();
    for (String name : names) {
      Path file = folder.resolve(name + ".csv");
      if (!Files.isRegularFile(file)) {
        throw new IOException(file + ": no such kernel; the folder holds " + names(folder));
      }
      kernels.put(name, read(file));
    }
    return Collections.unmodifiableMap(kernels);
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> String.valueOf(f.getFileName()))
          .filter(n -> n.endsWith(".csv"))
          .map(n -> n.substring(0, n.length() - 4))
          .sorted()
          .toList();
    }
  }

  private static float number(Path file, int row, String text) throws IOException {
    try {
      return Math.max(0, Float.parseFloat(text.trim()));
    } catch (NumberFormatException e) {
      throw new IOException(file + ", row " + (row + 1) + ": '" + text + "', expected a number", e);
    }
  }
}
