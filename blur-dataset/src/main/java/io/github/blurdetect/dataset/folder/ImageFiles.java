package io.github.blurdetect.dataset.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the image files below a folder. */
public final class ImageFiles {
  private static final Set<String> EXTENSIONS =
      Set.of("jpg", "jpeg", "jpe", "jfif", "png", "webp", "tif", "tiff", "bmp", "dib", "gif");
  private static final List<String> SIGNATURES =
      List.of("\u00FF\u00D8\u00FF", "\u0089PNG", "GIF8", "II*\0", "MM\0*");

  private ImageFiles() {}

  /**
   * Finds all image files below a folder, through symbolic links too.
   *
   * <p>A file counts as an image if its extension says so, or its first bytes do. So an empty or
   * damaged {@code .jpg} is found (and fails when decoded) while other files are passed over, as
   * are hidden ones.
   *
   * @param folder where to look
   * @return sorted by path
   * @throws IOException if the folder cannot be read
   */
  public static List<Path> below(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return hidden(directory) && !directory.equals(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!hidden(file) && isImage(file)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(folder)) {
              throw e;
            }
            return FileVisitResult.CONTINUE; // A link in a circle, or to nothing.
          }
        });
    found.sort(null);
    return found;
  }

  private static boolean hidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  private static boolean isImage(Path file) {
    String name = String.valueOf(file.getFileName());
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return EXTENSIONS.contains(extension) || beginsLikeAnImage(file);
  }

  private static boolean beginsLikeAnImage(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      String head = new String(stream.readNBytes(12), StandardCharsets.ISO_8859_1);
      return SIGNATURES.stream().anyMatch(head::startsWith)
          || (head.startsWith("RIFF") && head.endsWith("WEBP"));
    } catch (IOException e) {
      return false; // Neither named like an image nor readable: nothing that was meant.
    }
  }
}
