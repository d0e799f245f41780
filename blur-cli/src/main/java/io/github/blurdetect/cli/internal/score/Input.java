package io.github.blurdetect.cli.internal.score;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Something to score, or the reason why it cannot be.
 *
 * @param name as the user wrote it, or the folder as written with the rest of the path behind it
 * @param path the file; null for standard input
 * @param problem why it cannot be scored, if that is known already
 */
public record Input(String name, @Nullable Path path, @Nullable String problem) {
  static final String STANDARD_INPUT = "-";

  static Input standardInput() {
    return new Input(STANDARD_INPUT, null, null);
  }

  static Input file(Path path) {
    return new Input(path.toString(), path, null);
  }

  static Input bad(Path path, String problem) {
    return new Input(path.toString(), path, problem);
  }
}
