package io.github.blurdetect.training.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.dataset.folder.LabelledFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingPlanTest {
  @TempDir private Path folder = Path.of("");
  private final List<String> ran = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private int failing = -1;

  @BeforeEach
  void makePhotos() throws IOException {
    for (String name : List.of("Good_License/a.png", "Bad_License/b.png")) {
      Path file = folder.resolve("photos").resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      Files.write(file, new byte[] {1, 2, 3});
    }
  }

  private int run(String option) throws IOException {
    ran.clear();
    said.clear();
    List<TrainingStep> steps = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      steps.add(
          new TrainingStep(
              "step" + i,
              i == 1 ? List.of("verb1", option) : List.of("verb" + i),
              List.of(folder.resolve("out" + i))));
    }
    StepLog log = new StepLog(folder.resolve("cache").resolve("log"));
    return new TrainingPlan(steps, log, this::verb, said::add)
        .run(LabelledFolder.open(folder.resolve("photos")));
  }

  private int verb(List<String> arguments) {
    ran.add(arguments.get(0));
    int number = arguments.get(0).charAt(4) - '0';
    if (number == failing) {
      return 1;
    }
    try {
      Files.writeString(folder.resolve("out" + number), "made");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return 0;
  }

  @Test
  void run_again_skipsWhatIsDone() throws IOException {
    assertThat(run("x")).isZero();
    assertThat(ran).containsExactly("verb0", "verb1", "verb2");
    assertThat(run("x")).isZero();
    assertThat(ran).isEmpty();
    assertThat(said).allSatisfy(line -> assertThat(line).endsWith("done before"));
  }

  @Test
  void run_failure_endsAndIsResumedThere() throws IOException {
    failing = 1;
    assertThat(run("x")).isEqualTo(1);
    assertThat(ran).containsExactly("verb0", "verb1");
    failing = -1;
    assertThat(run("x")).isZero();
    assertThat(ran).containsExactly("verb1", "verb2");
  }

  @Test
  void run_otherOption_repeatsTheStepAndWhatFollows() throws IOException {
    run("x");
    run("y");
    assertThat(ran).containsExactly("verb1", "verb2");
  }

  @Test
  void run_changedPhotoOrLostOutput_repeats() throws IOException {
    run("x");
    Files.delete(folder.resolve("out2"));
    run("x");
    assertThat(ran).containsExactly("verb2");
    Files.write(folder.resolve("photos/Good_License/a.png"), new byte[] {1, 2, 3, 4});
    run("x");
    assertThat(ran).containsExactly("verb0", "verb1", "verb2");
  }

  @Test
  void run_damagedLog_doesAllAgain() throws IOException {
    run("x");
    Files.writeString(folder.resolve("cache").resolve("log"), "step0=\\u00zz");
    run("x");
    assertThat(ran).containsExactly("verb0", "verb1", "verb2");
  }
}
