package io.github.blurdetect.tree.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file beside its place and moves it there when whole. */
public final class AtomicFiles {
  private AtomicFiles() {}

  /**
   * Writes a text.
   *
   * @param file created or replaced; its folder is made where it is missing
   * @param text what it is to hold
   * @throws IOException if it can't be written
   */
  public static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, text);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
