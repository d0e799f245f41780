package io.github.blurdetect.training.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.ModelLoadException;
import io.github.blurdetect.cnn.CnnModel;
import io.github.blurdetect.cnn.CnnScorer;
import io.github.blurdetect.image.ImageDecoder;
import io.github.blurdetect.training.net.NpzReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden values: the Python system's network, run by PyTorch 1.13 on Pillow 9.4's resizing. */
class ReferenceImportTest {
  @TempDir Path folder;

  private static Path shared(String name) {
    Path path = Path.of(System.getProperty("blur.root", "..")).resolve("../shared").resolve(name);
    Assumptions.assumeTrue(Files.exists(path), "needs " + path);
    return path;
  }

  @Test
  void convert_trainedWeights_scoresMatchGoldenValues() throws IOException {
    Path npz = shared("reference/cnn-weights.npz");
    List<String> rows = Files.readAllLines(shared("reference/golden.csv"));
    byte[] nchw = ReferenceImport.convert(npz, ExportOptions.defaults());
    byte[] nhwc =
        ReferenceImport.convert(
            npz, ExportOptions.defaults().withLayout(ExportOptions.Layout.NHWC));
    int checked = 0;
    try (CnnScorer planes = CnnScorer.of(CnnModel.load(nchw, "nchw", 1));
        CnnScorer pixels = CnnScorer.of(CnnModel.load(nhwc, "nhwc", 1))) {
      for (String row : rows.subList(1, rows.size())) {
        String[] cells = row.split(",", -1);
        Path file = shared("data").resolve(cells[0]);
        var image = ImageDecoder.defaults().decode(file);
        double expected = Double.parseDouble(cells[6]);
        assertThat(planes.score(image).blurriness()).as(cells[0]).isCloseTo(expected, within(1e-3));
        if (checked++ % 10 == 0) {
          assertThat(pixels.score(image).blurriness())
              .as(cells[0] + ", NHWC")
              .isCloseTo(expected, within(1e-3));
        }
      }
    }
    assertThat(checked).isEqualTo(53);
  }

  @Test
  void read_missingArray_namesIt() throws IOException {
    Path file = npz("conv1.bias.npy", npy("<f4", "(2,)", new byte[8]));
    assertThatThrownBy(() -> NpzReader.readReference(file))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("array 'conv1.weight' is missing, found [conv1.bias]");
  }

  @Test
  void read_otherType_isRefused() throws IOException {
    Path file = npz("conv1.bias.npy", npy("<f8", "(1,)", new byte[8]));
    assertThatThrownBy(() -> NpzReader.read(file))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("array type is <f8, expected <f4 (float32): conv1.bias");
  }

  @Test
  void read_cutOffArray_isRefused() throws IOException {
    Path file = npz("conv1.bias.npy", npy("<f4", "(3,)", new byte[8]));
    assertThatThrownBy(() -> NpzReader.read(file))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("array [3] takes 12 bytes, found 8");
  }

  @Test
  void read_notAnArchive_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("w.npz"), "not a zip file");
    assertThatThrownBy(() -> NpzReader.read(file))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("expected a NumPy .npz archive (w.npz)");
  }

  private static byte[] npy(String type, String shape, byte[] values) {
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': %s, }\n".formatted(type, shape);
    byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[10 + text.length + values.length];
    byte[] magic = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0};
    System.arraycopy(magic, 0, all, 0, 10);
    System.arraycopy(text, 0, all, 10, text.length);
    System.arraycopy(values, 0, all, 10 + text.length, values.length);
    return all;
  }

  private Path npz(String name, byte[] array) throws IOException {
    Path file = folder.resolve("w.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(array);
    }
    return file;
  }
}
