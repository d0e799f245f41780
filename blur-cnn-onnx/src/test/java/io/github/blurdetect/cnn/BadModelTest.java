package io.github.blurdetect.cnn;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.blurdetect.api.ModelLoadException;
import io.github.blurdetect.api.ScorerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadModelTest {
  @TempDir Path folder;

  @Test
  void load_missingFile_namesIt() {
    Path file = folder.resolve("none.onnx");
    assertThatThrownBy(() -> CnnScorer.create(ScorerOptions.defaults().withModel(file)))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("CNN model cannot be read: " + file);
  }

  @Test
  void load_randomBytes_isRefused() throws IOException {
    Path file = Files.write(folder.resolve("x.onnx"), new byte[] {9, 8, 7, 6, 5, 4, 3, 2, 1});
    assertThatThrownBy(() -> CnnModel.load(file, 1))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("not a usable ONNX model: x.onnx");
  }

  @Test
  void load_emptyFile_isRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.onnx"));
    assertThatThrownBy(() -> CnnModel.load(file, 1))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("empty.onnx");
  }

  @Test
  void load_truncatedModel_isRefused() throws IOException {
    byte[] whole;
    try (var stream = CnnModel.class.getResourceAsStream("cnn-reference-weights.onnx")) {
      whole = java.util.Objects.requireNonNull(stream).readAllBytes();
    }
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    assertThatThrownBy(() -> CnnModel.load(half, "half.onnx", 1))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("half.onnx");
  }

  @Test
  void load_noThreads_isRefused() {
    assertThatThrownBy(() -> CnnModel.load(new byte[0], "x", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads is 0, expected at least 1");
  }
}
