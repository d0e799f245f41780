package io.github.blurdetect.cli.internal;

import com.google.common.base.Ascii;
import java.nio.file.Path;
import java.util.List;

/** Which files of a folder are taken for images: those whose name ends as an image's does. */
public final class ImageFiles {
  private static final List<String> SUFFIXES =
      List.of("jpg", "jpeg", "jpe", "jfif", "png", "webp", "tif", "tiff", "bmp", "dib", "gif");

  /** What a name must end in, for messages. */
  public static final String EXPECTED = "expected ." + String.join(", .", SUFFIXES);

  private ImageFiles() {}

  /**
   * Returns whether a file's name ends as an image's does, in upper or lower case.
   *
   * @param path the file
   * @return whether it is worth reading
   */
  public static boolean hasImageName(Path path) {
    String name = path.toString();
    return SUFFIXES.contains(Ascii.toLowerCase(name.substring(name.lastIndexOf('.') + 1)));
  }

  /**
   * Returns whether a file is not hidden.
   *
   * @param path the file
   * @return false where the name begins with a dot
   */
  public static boolean isVisible(Path path) {
    Path name = path.getFileName();
    return name == null || !name.toString().startsWith(".");
  }
}
