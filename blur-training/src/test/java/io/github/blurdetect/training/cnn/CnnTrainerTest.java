package io.github.blurdetect.training.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.blurdetect.api.ModelLoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CnnTrainerTest {
  @TempDir Path folder;

  private static final CnnTrainer.Listener SILENT =
      new CnnTrainer.Listener() {
        @Override
        public void step(int done, int all, float loss) {}

        @Override
        public void epoch(EpochRecord record) {}
      };

  private static CnnTrainingOptions options(int epochs, int steps, String topology, double rate) {
    return new CnnTrainingOptions(
        topology, epochs, steps, 8, 64, rate, 0.01, 0.3, 50, 7, 1, Optional.empty());
  }

  private TileSet tiles() throws IOException {
    Path file = folder.resolve("t.tiles");
    if (!Files.exists(file)) {
      try (TileSet.Writer out = new TileSet.Writer(file)) {
        SyntheticTiles.add(120, 5, out);
      }
    }
    return TileSet.open(file);
  }

  private List<EpochRecord> train(CnnTrainingOptions options, String name) throws IOException {
    return new CnnTrainer(options, folder.resolve(name), SILENT).train(tiles());
  }

  @Test
  void train_strokes_lossFallsAndFilesAppear() throws IOException {
    List<EpochRecord> records = train(options(3, 30, "tiny", 6e-3), "run");
    assertThat(records).hasSize(3);
    assertThat(records.get(2).trainLoss()).isLessThan(0.92 * records.get(0).trainLoss());
    assertThat(Files.readAllLines(folder.resolve("run/log.csv"))).hasSize(4);
    for (String file :
        List.of("last.ckpt", "best-f1.ckpt", "learning-curve.png", "events.out.tfevents.blur")) {
      assertThat(folder.resolve("run").resolve(file)).isNotEmptyFile();
    }
  }

  @Test
  void train_sameSeed_sameWeights() throws IOException {
    CnnTrainingOptions options = options(1, 5, "tiny", 1e-3);
    train(options, "a");
    train(options, "b");
    assertThat(Files.readAllBytes(folder.resolve("a/last.ckpt")))
        .isEqualTo(Files.readAllBytes(folder.resolve("b/last.ckpt")));
  }

  @Test
  void train_interruptedAfterOneRound_endsWithTheSameWeights() throws IOException {
    CnnTrainingOptions options = options(2, 5, "tiny", 1e-3);
    train(options, "whole");
    CnnTrainer.Listener interrupting =
        new CnnTrainer.Listener() {
          @Override
          public void step(int done, int all, float loss) {
            if (done == 7) {
              throw new IllegalStateException("the power is gone");
            }
          }

          @Override
          public void epoch(EpochRecord record) {}
        };
    CnnTrainer first = new CnnTrainer(options, folder.resolve("cut"), interrupting);
    assertThatThrownBy(() -> first.train(tiles())).hasMessage("the power is gone");
    List<EpochRecord> records = train(options, "cut");
    assertThat(records).extracting(EpochRecord::epoch).containsExactly(1, 2);
    Weights whole = Weights.load(folder.resolve("whole/last.ckpt"));
    Weights cut = Weights.load(folder.resolve("cut/last.ckpt"));
    whole.arrays().forEach((name, array) -> assertThat(cut.array(name)).as(name).isEqualTo(array));
  }

  @Test
  void train_referenceTopology_learnsToo() throws IOException {
    List<EpochRecord> records = train(options(2, 12, "reference-4", 3e-3), "reference");
    assertThat(records.get(1).trainLoss()).isFinite().isLessThan(0.8);
  }

  @Test
  void train_patienceExhausted_endsEarly() throws IOException {
    CnnTrainingOptions options =
        new CnnTrainingOptions("tiny", 40, 1, 8, 64, 1e-9, 0, 0.3, 2, 7, 1, Optional.empty());
    assertThat(train(options, "early")).hasSizeBetween(3, 10);
  }

  @Test
  void holdout_threeKindsOfPages_takesTheShareOfEach() throws IOException {
    Path file = folder.resolve("kinds.tiles");
    byte[] labels = new byte[TileSet.CELLS * TileSet.CELLS];
    TileSet.Tile tile =
        new TileSet.Tile(new byte[TileSet.SIDE * TileSet.SIDE], labels, labels.clone());
    try (TileSet.Writer out = new TileSet.Writer(file)) {
      for (int i = 0; i < 60; i++) {
        out.add(tile, i < 10 ? "note-en-" + i : i < 30 ? "letter-en-" + i : "X" + i);
      }
    }

    Set<String> heldOut = CnnTrainer.holdout(TileSet.open(file), options(1, 1, "tiny", 1));

    assertThat(heldOut).hasSize(18);
    assertThat(heldOut).filteredOn(g -> g.startsWith("note")).hasSize(3);
    assertThat(heldOut).filteredOn(g -> g.startsWith("letter")).hasSize(6);
    assertThat(heldOut).filteredOn(g -> g.startsWith("X")).hasSize(9);
  }

  @Test
  void train_otherTopologyInFolder_isRefused() throws IOException {
    train(options(1, 1, "tiny", 1e-3), "mixed");
    assertThatThrownBy(() -> train(options(1, 1, "reference-4", 1e-3), "mixed"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds topology tiny, expected reference-4");
  }

  @Test
  void load_brokenCheckpoint_isRefused() throws IOException {
    Path file = Files.write(folder.resolve("x.ckpt"), new byte[] {1, 2, 3, 4, 5});
    assertThatThrownBy(() -> Weights.load(file))
        .isInstanceOf(ModelLoadException.class)
        .hasMessage("not a training checkpoint: " + file);
    Path whole = folder.resolve("whole.ckpt");
    Weights.draw(io.github.blurdetect.training.net.Topology.tiny(), 1).save(whole);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.ckpt"), java.util.Arrays.copyOf(bytes, 900));
    assertThatThrownBy(() -> Weights.load(cut)).isInstanceOf(ModelLoadException.class);
  }

  @Test
  void options_badValues_areQuoted() {
    assertThatThrownBy(() -> options(0, 1, "tiny", 1))
        .hasMessage("epochs is 0, expected at least 1");
    assertThatThrownBy(() -> options(1, 1, "huge", 1))
        .hasMessage("topology is 'huge', expected compact, reference, reference-N or tiny");
  }
}
