package io.github.blurdetect.dataset.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of photos sorted into {@code Good_License} (clear) and {@code Bad_License} (blurred).
 *
 * <p>Both are searched at any depth and for any image type. Where the folder holds a {@code
 * photos.jsonl}, a photo's group is taken from it; otherwise the file's name tells it ({@link
 * LabelledPhoto#groupOf}). Instances are immutable.
 *
 * @param root the folder
 * @param photos clear ones first, each class sorted by path
 * @param records what {@code photos.jsonl} says of the photos; empty where there is none
 */
public record LabelledFolder(Path root, List<LabelledPhoto> photos, PhotoRecords records) {

  /** Name of the folder of clear photos. */
  public static final String CLEAR = "Good_License";

  /** Name of the folder of blurred photos. */
  public static final String BLURRED = "Bad_License";

  /** Copies the list. */
  public LabelledFolder {
    photos = List.copyOf(photos);
  }

  /**
   * Lists a labelled folder.
   *
   * @param root holds {@value #CLEAR} and {@value #BLURRED}
   * @return its photos
   * @throws IllegalArgumentException if the root or a class's folder is missing or holds no image;
   *     the message says what was expected and what was found
   * @throws IOException if a folder or {@code photos.jsonl} cannot be read
   */
  public static LabelledFolder open(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      throw new IllegalArgumentException(
          root + (Files.exists(root) ? " is no folder" : " does not exist") + expected());
    }
    PhotoRecords records = PhotoRecords.below(root);
    List<LabelledPhoto> photos = new ArrayList<>();
    for (String label : List.of(CLEAR, BLURRED)) {
      addClass(root, label, records, photos);
    }
    return new LabelledFolder(root, photos, records);
  }

  private static void addClass(
      Path root, String label, PhotoRecords records, List<LabelledPhoto> photos)
      throws IOException {
    Path folder = root.resolve(label);
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          root + " has no folder " + label + ", found " + content(root) + expected());
    }
    List<Path> files = ImageFiles.below(folder);
    if (files.isEmpty()) {
      throw new IllegalArgumentException(
          folder + " holds no image, found " + content(folder) + ", expected at least one");
    }
    for (Path file : files) {
      String name = root.relativize(file).toString().replace('\\', '/');
      String group = records.text(name, "group").orElseGet(() -> LabelledPhoto.groupOf(file));
      photos.add(new LabelledPhoto(file, name, label.equals(BLURRED), group));
    }
  }

  private static String expected() {
    return ", expected a folder with " + CLEAR + " and " + BLURRED;
  }

  private static String content(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<String> names =
          entries.map(entry -> String.valueOf(entry.getFileName())).sorted().limit(6).toList();
      return names.isEmpty() ? "nothing" : String.join(", ", names);
    }
  }

  /**
   * Returns how many photos are blurred in truth.
   *
   * @return at least 1
   */
  public int blurredCount() {
    return (int) photos.stream().filter(LabelledPhoto::blurred).count();
  }
}
