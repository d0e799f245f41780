package io.github.blurdetect.dataset.folder;

import java.nio.file.Path;

/**
 * A photo of a labelled folder.
 *
 * @param file where it lies
 * @param name its path below the folder, with {@code /} between the parts
 * @param label what is true of it
 * @param group photos of one group show the same page and stay together in a split
 */
public record LabelledPhoto(Path file, String name, Label label, String group) {

  /** What can be true of a photo. */
  public enum Label {
    /** Its text can be read. */
    CLEAR,
    /** Its text cannot be read. */
    BLURRED,
    /**
     * Neither is plain: left out of the figures of both classes, and of training unless asked for.
     */
    MARGINAL
  }

  /**
   * Returns whether the photo is blurred in truth.
   *
   * @return true for {@link Label#BLURRED} only
   */
  public boolean blurred() {
    return label == Label.BLURRED;
  }

  /** The same photo, named from one folder further up. */
  LabelledPhoto below(String folder) {
    return new LabelledPhoto(file, folder + "/" + name, label, group);
  }

  /**
   * Returns the group that a file's name tells: what stands before the last underscore, or the
   * whole name without its extension.
   *
   * @param file a photo
   * @return not empty
   */
  public static String groupOf(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    int line = stem.lastIndexOf('_');
    return line > 0 ? stem.substring(0, line) : stem;
  }
}
