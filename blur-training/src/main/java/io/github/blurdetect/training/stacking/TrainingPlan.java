package io.github.blurdetect.training.stacking;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.dataset.folder.LabelledFolder;
import io.github.blurdetect.dataset.folder.LabelledPhoto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Runs training steps one after the other, each once: a step is skipped where it was done before
 * from the same photos with the same options, after the same earlier steps.
 *
 * @param steps in order
 * @param log which steps are done
 * @param run runs one verb and returns its exit status
 * @param say hears what is being done, a line each
 */
record TrainingPlan(
    List<TrainingStep> steps, StepLog log, ToIntFunction<List<String>> run, Consumer<String> say) {

  /** Returns the status of the first step that failed, else the last status that was not 0. */
  int run(LabelledFolder photos) throws IOException {
    String inputs = hash(photos);
    int status = ExitCodes.OK;
    for (int i = 0; i < steps.size(); i++) {
      TrainingStep step = steps.get(i);
      inputs = hash(inputs, step.arguments());
      String title = "(%d of %d) %s".formatted(i + 1, steps.size(), step.name());
      if (log.isDone(step, inputs)) {
        say.accept(title + ": done before");
        continue;
      }
      say.accept(title);
      int result = run.applyAsInt(step.arguments());
      if (result != ExitCodes.OK && result != ExitCodes.SOME_UNREADABLE) {
        return result;
      }
      status = Math.max(status, result);
      log.markDone(step, inputs);
    }
    return status;
  }

  private static String hash(LabelledFolder folder) throws IOException {
    Hasher hasher = Hashing.sha256().newHasher();
    for (LabelledPhoto photo : folder.photos()) {
      hasher.putString(photo.name() + "\n", StandardCharsets.UTF_8);
      hasher.putLong(Files.size(photo.file()));
      hasher.putLong(Files.getLastModifiedTime(photo.file()).toMillis());
    }
    return hasher.hash().toString();
  }

  private static String hash(String before, List<String> arguments) {
    return Hashing.sha256()
        .hashString(before + "\n" + String.join("\n", arguments), StandardCharsets.UTF_8)
        .toString();
  }
}
