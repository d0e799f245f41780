package io.github.blurdetect.training.cnn;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.dataset.folder.LabelledFolder;
import io.github.blurdetect.dataset.folder.LabelledPhoto;
import io.github.blurdetect.dataset.folder.PhotoRecords;
import io.github.blurdetect.features.TextLayout;
import io.github.blurdetect.features.TextLine;
import io.github.blurdetect.features.TextLocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the photos to train on, in simulated sets and in plain labelled folders. */
final class TrainingPhotos {
  private TrainingPhotos() {}

  /**
   * Lists a folder's photos: with their lines where it is a simulated set, else without lines,
   * which {@link #locate} then finds.
   *
   * @throws IOException if the folder cannot be read
   */
  static List<TrainingPhoto> list(Path folder) throws IOException {
    if (Files.exists(folder.resolve(PhotoRecords.FILE))) {
      return TrainingPhoto.read(folder);
    }
    List<TrainingPhoto> photos = new ArrayList<>();
    for (LabelledPhoto photo : LabelledFolder.open(folder).photos()) {
      String label = photo.blurred() ? "blurred" : "clear";
      photos.add(new TrainingPhoto(photo.file(), photo.group(), label, false, List.of()));
    }
    return photos;
  }

  /** The label of images that show no print. */
  static final String NO_TEXT = "none";

  /** Lists images that show no print; the group is the file's name up to its last underscore. */
  static List<TrainingPhoto> listWithoutText(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().toLowerCase(java.util.Locale.ROOT).matches(".*\\.(jpe?g|png)"))
          .sorted()
          .map(f -> new TrainingPhoto(f, "no-text-" + scene(f), NO_TEXT, false, List.of()))
          .toList();
    }
  }

  private static String scene(Path file) {
    String name = String.valueOf(file.getFileName());
    String stem = name.substring(0, name.lastIndexOf('.'));
    return stem.contains("_") ? stem.substring(0, stem.lastIndexOf('_')) : stem;
  }

  /** Returns the lines of a photo of which only the label is known: all readable or none. */
  static List<TrainingPhoto.Line> locate(BlurImage image, String label) {
    if (!label.equals("clear") && !label.equals("blurred")) {
      return List.of();
    }
    double unread = label.equals("blurred") ? 1 : 0;
    TextLayout layout = TextLocator.defaults().locate(image.luma());
    List<TrainingPhoto.Line> lines = new ArrayList<>();
    for (TextLine line : layout.lines()) {
      lines.add(
          new TrainingPhoto.Line(
              line.left(), line.top(), line.right(), line.bottom(), line.xHeight(), unread));
    }
    return lines;
  }
}
