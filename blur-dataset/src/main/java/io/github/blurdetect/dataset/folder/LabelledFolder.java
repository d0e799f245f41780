package io.github.blurdetect.dataset.folder;

import io.github.blurdetect.dataset.folder.LabelledPhoto.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of photos sorted into {@code Good_License} (clear) and {@code Bad_License} (blurred).
 *
 * <p>Both are searched at any depth and for any image type. Where the folder holds a {@code
 * photos.jsonl}, a photo's group is taken from it; otherwise the file's name tells it ({@link
 * LabelledPhoto#groupOf}). Photos in a folder {@code Marginal}, where there is one, belong to
 * neither class. Instances are immutable.
 *
 * @param root the folder
 * @param photos clear ones first, each class sorted by path
 * @param marginal photos of neither class, sorted by path; may be empty
 * @param records what {@code photos.jsonl} says of the photos; empty where there is none
 */
public record LabelledFolder(
    Path root, List<LabelledPhoto> photos, List<LabelledPhoto> marginal, PhotoRecords records) {

  /** Name of the folder of clear photos. */
  public static final String CLEAR = "Good_License";

  /** Name of the folder of blurred photos. */
  public static final String BLURRED = "Bad_License";

  /** Name of the folder of photos of neither class. */
  public static final String MARGINAL = "Marginal";

  /** Copies the lists. */
  public LabelledFolder {
    photos = List.copyOf(photos);
    marginal = List.copyOf(marginal);
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
    List<LabelledPhoto> photos = new ArrayList<>(ofClass(root, CLEAR, Label.CLEAR, records));
    photos.addAll(ofClass(root, BLURRED, Label.BLURRED, records));
    Path marginal = root.resolve(MARGINAL);
    return new LabelledFolder(
        root,
        photos,
        Files.isDirectory(marginal) ? list(root, marginal, Label.MARGINAL, records) : List.of(),
        records);
  }

  /**
   * Lists several labelled folders as one.
   *
   * @param roots at least one, each as for {@link #open(Path)}
   * @return as {@link #union} joins them
   * @throws IllegalArgumentException as {@link #open(Path)} and {@link #union} throw it
   * @throws IOException if a folder or {@code photos.jsonl} cannot be read
   */
  public static LabelledFolder openAll(List<Path> roots) throws IOException {
    List<LabelledFolder> folders = new ArrayList<>();
    for (Path root : roots) {
      folders.add(open(root));
    }
    return union(folders);
  }

  /**
   * Joins labelled folders. Each photo's name is led by its folder's name, so that photos of the
   * same name in two folders stay apart; groups of the same name are taken for one.
   *
   * @param folders at least one; a single one is returned as it is
   * @return the photos of all, in the folders' order within each class; its root is the first's
   * @throws IllegalArgumentException if there is none, or two have the same name
   */
  public static LabelledFolder union(List<LabelledFolder> folders) {
    if (folders.size() == 1) {
      return folders.get(0);
    }
    Map<String, LabelledFolder> byName = new LinkedHashMap<>();
    for (LabelledFolder folder : folders) {
      String name = nameOf(folder.root);
      LabelledFolder other = byName.put(name, folder);
      if (other != null) {
        throw new IllegalArgumentException(
            "%s and %s are both named %s, expected names that differ"
                .formatted(other.root, folder.root, name));
      }
    }
    if (byName.isEmpty()) {
      throw new IllegalArgumentException("found no folder, expected at least one");
    }
    List<LabelledPhoto> photos = new ArrayList<>();
    List<LabelledPhoto> marginal = new ArrayList<>();
    Map<String, PhotoRecords> records = new LinkedHashMap<>();
    byName.forEach(
        (name, folder) -> {
          folder.photos.forEach(photo -> photos.add(photo.below(name)));
          folder.marginal.forEach(photo -> marginal.add(photo.below(name)));
          records.put(name, folder.records);
        });
    photos.sort(Comparator.comparing(LabelledPhoto::blurred)); // Stable.
    return new LabelledFolder(folders.get(0).root, photos, marginal, PhotoRecords.union(records));
  }

  /**
   * Returns the name that leads a folder's photos' names in a union.
   *
   * @param root the folder
   * @return its own name, without the path
   */
  public static String nameOf(Path root) {
    return String.valueOf(root.toAbsolutePath().normalize().getFileName());
  }

  private static List<LabelledPhoto> ofClass(
      Path root, String name, Label label, PhotoRecords records) throws IOException {
    Path folder = root.resolve(name);
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          root + " has no folder " + name + ", found " + content(root) + expected());
    }
    List<LabelledPhoto> photos = list(root, folder, label, records);
    if (photos.isEmpty()) {
      throw new IllegalArgumentException(
          folder + " holds no image, found " + content(folder) + ", expected at least one");
    }
    return photos;
  }

  private static List<LabelledPhoto> list(Path root, Path folder, Label label, PhotoRecords records)
      throws IOException {
    List<LabelledPhoto> photos = new ArrayList<>();
    for (Path file : ImageFiles.below(folder)) {
      String name = root.relativize(file).toString().replace('\\', '/');
      String group = records.text(name, "group").orElseGet(() -> LabelledPhoto.groupOf(file));
      photos.add(new LabelledPhoto(file, name, label, group));
    }
    return photos;
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
