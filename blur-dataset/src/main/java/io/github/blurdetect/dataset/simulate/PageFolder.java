package io.github.blurdetect.dataset.simulate;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.image.ImageDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of sharp pages: images, each with its text in {@code NAME.tsv} where that is known.
 *
 * <p>A text file's line is left, top, right, bottom, text, tab-separated, in the image's pixels. An
 * {@code index.tsv} in the folder or its parent, with the columns {@code file} and {@code
 * ocr_word_recall}, says how well each page reads as it stands.
 */
public final class PageFolder implements PageSource {

  private static final List<String> TYPES =
      List.of(".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp", ".gif");

  private final List<Path> images;
  private final ImageDecoder decoder = ImageDecoder.defaults();

  private PageFolder(List<Path> images) {
    this.images = images;
  }

  /**
   * Lists a folder.
   *
   * @param folder where the pages lie; not searched deeper
   * @param leastRecall pages that the index gives a lower recall are left out; pages it does not
   *     name are kept
   * @return the pages by name
   * @throws IOException if it can't be read or no page is left
   */
  public static PageFolder of(Path folder, double leastRecall) throws IOException {
    Map<String, Double> recall = recall(folder);
    List<Path> images;
    try (Stream<Path> files = Files.list(folder)) {
      images =
          files
              .filter(PageFolder::isImage)
              .filter(f -> recall.getOrDefault(name(f), 1.0) >= leastRecall)
              .sorted()
              .toList();
    }
    if (images.isEmpty()) {
      throw new IOException(folder + ": no page, expected images " + TYPES);
    }
    return new PageFolder(images);
  }

  @Override
  public int size() {
    return images.size();
  }

  @Override
  public SourcePage page(int index) throws IOException {
    Path file = images.get(index);
    BlurImage image = decoder.decode(file);
    String stem = name(file).substring(0, name(file).lastIndexOf('.'));
    return new SourcePage(stem, image, lines(textOf(file), image));
  }

  /**
   * Returns where a page lies.
   *
   * @param index from 0
   * @return its image file
   */
  public Path file(int index) {
    return images.get(index);
  }

  /**
   * Tells whether the text of every page is known.
   *
   * @return whether each has its NAME.tsv
   */
  public boolean allHaveText() {
    return images.stream().allMatch(f -> Files.isRegularFile(textOf(f)));
  }

  private static Path textOf(Path image) {
    String name = name(image);
    return image.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".tsv");
  }

  private static List<TextLine> lines(Path tsv, BlurImage image) throws IOException {
    if (!Files.isRegularFile(tsv)) {
      return List.of();
    }
    List<TextLine> lines = new ArrayList<>();
    List<String> rows = Files.readAllLines(tsv);
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).isBlank()) {
        lines.add(line(tsv, i + 1, rows.get(i), image));
      }
    }
    return lines;
  }

  private static TextLine line(Path tsv, int number, String row, BlurImage image)
      throws IOException {
    String[] parts = row.split("\t", 5);
    if (parts.length < 5) {
      throw new IOException(
          tsv + ", line " + number + ": " + parts.length + " columns, expected 5");
    }
    try {
      Box box =
          new Box(
              Integer.parseInt(parts[0]),
              Integer.parseInt(parts[1]),
              Integer.parseInt(parts[2]),
              Integer.parseInt(parts[3]));
      return TextLine.measured(image.luma(), box, parts[4]);
    } catch (IllegalArgumentException e) {
      throw new IOException(tsv + ", line " + number + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, Double> recall(Path folder) throws IOException {
    Map<String, Double> recall = new HashMap<>();
    Path index = folder.resolve("index.tsv");
    if (!Files.isRegularFile(index)) {
      index = folder.resolveSibling("index.tsv");
    }
    if (!Files.isRegularFile(index)) {
      return recall;
    }
    List<String> rows = Files.readAllLines(index);
    List<String> head = rows.isEmpty() ? List.of() : List.of(rows.get(0).split("\t"));
    int file = head.indexOf("file");
    int value = head.indexOf("ocr_word_recall");
    if (file < 0 || value < 0) {
      throw new IOException(
          index + ": columns are " + head + ", expected file and ocr_word_recall among them");
    }
    for (String row : rows.subList(1, rows.size())) {
      String[] parts = row.split("\t");
      try {
        recall.put(parts[file], Double.parseDouble(parts[value]));
      } catch (RuntimeException e) {
        throw new IOException(index + ": '" + row + "', expected a file and a number", e);
      }
    }
    return recall;
  }

  private static boolean isImage(Path file) {
    String name = name(file).toLowerCase(Locale.ROOT);
    return TYPES.stream().anyMatch(name::endsWith);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
