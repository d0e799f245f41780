package io.github.blurdetect.dataset.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticSetTest {

  private static final SimulationConfig CONFIG = SimulationConfig.train(Map.of());

  @TempDir private Path folder;

  /** Stands in for OCR: marginal between two strengths. */
  private static final PhotoLabeller BY_STRENGTH =
      (page, photo) -> {
        double strength = photo.plan().blur().strength();
        PhotoRecord.Label label =
            strength < 0.15
                ? PhotoRecord.Label.CLEAR
                : strength > 0.25 ? PhotoRecord.Label.BLURRED : PhotoRecord.Label.MARGINAL;
        List<Integer> words = Collections.nCopies(page.lines().size(), 2);
        return new PhotoLabeller.Legibility(label, PhotoRecord.LabelBy.RULE, null, words, null);
      };

  @Test
  void write_anyNumberOfJobs_givesTheSameSet() throws Exception {
    write("one", 14, 1, 5);
    write("three", 14, 3, 5);

    assertThat(folder.resolve("three/photos.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("one/photos.jsonl"));
    for (PhotoRecord photo : PhotoLog.read(folder.resolve("one/photos.jsonl"))) {
      assertThat(folder.resolve("three").resolve(photo.image()))
          .hasSameBinaryContentAs(folder.resolve("one").resolve(photo.image()));
    }
  }

  @Test
  void write_shorterSet_isTheStartOfALongerOne() throws Exception {
    write("short", 4, 1, 5);
    write("long", 9, 2, 5);

    assertThat(Files.readString(folder.resolve("long/photos.jsonl")))
        .startsWith(Files.readString(folder.resolve("short/photos.jsonl")));
  }

  @Test
  void write_labelledWanted_countsOnlyClearAndBlurred() throws Exception {
    Map<PhotoRecord.Label, Integer> counts = write("set", 9, 1, 5);
    List<PhotoRecord> photos = PhotoLog.read(folder.resolve("set/photos.jsonl"));

    assertThat(photos).filteredOn(p -> p.label() != PhotoRecord.Label.MARGINAL).hasSize(9);
    assertThat(photos)
        .hasSize(counts.values().stream().mapToInt(Integer::intValue).sum())
        .allMatch(p -> p.image().startsWith(p.label().folder() + "/" + p.group() + "_"));
  }

  @Test
  void write_onePass_usesEveryPageOnce() throws Exception {
    new SyntheticSet(new TestPages(6), CONFIG, BY_STRENGTH)
        .write(folder.resolve("set"), new SyntheticSet.Size(99, 12, 3, 1, false), (p, n) -> {});
    List<String> groups =
        PhotoLog.read(folder.resolve("set/photos.jsonl")).stream().map(PhotoRecord::group).toList();

    assertThat(groups.subList(0, 6)).doesNotHaveDuplicates();
    assertThat(groups.subList(6, 12)).doesNotHaveDuplicates();
    assertThat(groups.subList(6, 12)).isNotEqualTo(groups.subList(0, 6));
  }

  @Test
  void write_otherSeed_givesOtherPhotos() throws Exception {
    write("a", 2, 1, 5);
    write("b", 2, 1, 6);

    assertThat(Files.readString(folder.resolve("a/photos.jsonl")))
        .isNotEqualTo(Files.readString(folder.resolve("b/photos.jsonl")));
  }

  @Test
  void write_whereASetIs_isRefused() throws Exception {
    write("set", 1, 1, 5);

    assertThatThrownBy(() -> write("set", 1, 1, 5))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("photos.jsonl");
  }

  @Test
  void write_resumed_endsAsIfNeverBrokenOff() throws Exception {
    write("whole", 9, 1, 5);
    write("parts", 4, 1, 5);
    Map<PhotoRecord.Label, Integer> counts = write("parts", 9, 2, 5, true);

    assertThat(folder.resolve("parts/photos.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("whole/photos.jsonl"));
    assertThat(counts.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(PhotoLog.read(folder.resolve("whole/photos.jsonl")).size());
    assertThatThrownBy(() -> write("parts", 20, 1, 6, true))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("seed 6");
  }

  @Test
  void write_labellerFails_passesItsExceptionOn() {
    PhotoLabeller failing =
        (page, photo) -> {
          throw new IOException("no reader");
        };
    SyntheticSet set = new SyntheticSet(new TestPages(1), CONFIG, failing);

    assertThatThrownBy(
            () ->
                set.write(
                    folder.resolve("x"), new SyntheticSet.Size(1, 1, 1, 1, false), (p, n) -> {}))
        .isInstanceOf(IOException.class)
        .hasMessage("no reader");
  }

  private Map<PhotoRecord.Label, Integer> write(String name, int labelled, int jobs, long seed)
      throws Exception {
    return write(name, labelled, jobs, seed, false);
  }

  private Map<PhotoRecord.Label, Integer> write(
      String name, int labelled, int jobs, long seed, boolean resume) throws Exception {
    return new SyntheticSet(new TestPages(4), CONFIG, BY_STRENGTH)
        .write(
            folder.resolve(name),
            new SyntheticSet.Size(labelled, 200, seed, jobs, resume),
            (photo, done) -> {});
  }
}
