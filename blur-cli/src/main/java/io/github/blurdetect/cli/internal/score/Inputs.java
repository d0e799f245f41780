package io.github.blurdetect.cli.internal.score;

import com.google.common.collect.AbstractIterator;
import io.github.blurdetect.cli.internal.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks the paths of a command line: files as given, folders recursively in the order of their
 * names. Holds the names of one folder a level, never those of the whole tree.
 */
public final class Inputs extends AbstractIterator<Input> {
  private final Iterator<String> arguments;
  private final Deque<Folder> open = new ArrayDeque<>();

  /** A folder being walked: what is left of it, and whether an image was found below it. */
  private static final class Folder {
    final Path path;
    final Object key;
    final Iterator<Path> rest;
    boolean anyImage;

    Folder(Path path, Object key, List<Path> children) {
      this.path = path;
      this.key = key;
      this.rest = children.iterator();
    }
  }

  /**
   * Starts a walk.
   *
   * @param arguments paths, or {@code -} for standard input
   */
  public Inputs(List<String> arguments) {
    this.arguments = arguments.iterator();
  }

  @Override
  protected @Nullable Input computeNext() {
    while (true) {
      Input next;
      if (!open.isEmpty()) {
        next = fromFolder(open.element());
      } else if (arguments.hasNext()) {
        next = fromArgument(arguments.next());
      } else {
        return endOfData();
      }
      if (next != null) {
        return next;
      }
    }
  }

  private @Nullable Input fromArgument(String argument) {
    if (argument.equals(Input.STANDARD_INPUT)) {
      return Input.standardInput();
    }
    try {
      Path path = Path.of(argument);
      return Files.isDirectory(path) ? enter(path) : Input.file(path);
    } catch (InvalidPathException e) {
      return new Input(argument, null, "no path: " + e.getReason());
    }
  }

  private @Nullable Input fromFolder(Folder folder) {
    if (!folder.rest.hasNext()) {
      return leave();
    }
    Path child = folder.rest.next();
    if (Files.isDirectory(child)) {
      return enter(child);
    }
    if (!ImageFiles.hasImageName(child)) {
      return null;
    }
    open.forEach(each -> each.anyImage = true);
    return Input.file(child);
  }

  private @Nullable Input enter(Path path) {
    try {
      Object key = path.toRealPath();
      if (open.stream().anyMatch(each -> each.key.equals(key))) {
        return null; // A symbolic link back up.
      }
      open.push(new Folder(path, key, children(path)));
      return null;
    } catch (IOException e) {
      open.forEach(each -> each.anyImage = true); // The bad folder is reported in their place.
      return Input.bad(path, "folder cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    List<Path> names = new ArrayList<>();
    try (var stream = Files.newDirectoryStream(folder, ImageFiles::isVisible)) {
      stream.forEach(names::add);
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(names);
    return names;
  }

  private @Nullable Input leave() {
    Folder done = open.pop();
    boolean given = open.isEmpty();
    return given && !done.anyImage
        ? Input.bad(done.path, "no image in this folder (" + ImageFiles.EXPECTED + ")")
        : null;
  }
}
