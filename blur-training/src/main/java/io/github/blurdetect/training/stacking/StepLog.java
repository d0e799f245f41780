package io.github.blurdetect.training.stacking;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Properties;

/** Remembers in a file which steps are done, and from what; a new file replaces the old whole. */
final class StepLog {
  private final Path file;
  private final Properties done = new Properties();

  StepLog(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        done.load(reader);
      } catch (IllegalArgumentException e) {
        done.clear(); // A damaged log: everything is done again.
      }
    }
  }

  /**
   * Whether the step was done from the same inputs and all it made is still there. A step that
   * leaves nothing behind, a report, is never done.
   */
  boolean isDone(TrainingStep step, String inputs) {
    return !step.outputs().isEmpty()
        && inputs.equals(done.getProperty(step.name()))
        && step.outputs().stream().allMatch(Files::exists);
  }

  void markDone(TrainingStep step, String inputs) throws IOException {
    done.setProperty(step.name(), inputs);
    Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    StringWriter text = new StringWriter();
    done.store(text, "Steps of blur train_all that are done, and a hash of what they read");
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, text.toString(), StandardCharsets.ISO_8859_1);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
