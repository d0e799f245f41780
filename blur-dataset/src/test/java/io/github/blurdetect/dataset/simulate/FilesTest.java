package io.github.blurdetect.dataset.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.blurdetect.dataset.simulate.internal.JpegWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {

  @TempDir private Path folder;

  @Test
  void kernel_matrix_isReadAndNormalised() throws IOException {
    Files.writeString(folder.resolve("k.csv"), "0,1,0\n1,-3,1\n\n0,1,0\n");

    BlurKernel kernel = KernelFiles.read(folder.resolve("k.csv"));

    assertThat(kernel.width()).isEqualTo(3);
    assertThat(kernel.weight(1, 0)).isEqualTo(0.25f);
    assertThat(kernel.weight(1, 1)).isZero();
    assertThat(kernel.rmsRadius()).isEqualTo(1);
  }

  @Test
  void kernel_evenSides_getAnEmptyRim() throws IOException {
    Files.writeString(folder.resolve("k.csv"), "1,1\n1,1\n");

    BlurKernel kernel = KernelFiles.read(folder.resolve("k.csv"));

    assertThat(kernel.width()).isEqualTo(3);
    assertThat(kernel.centroidX()).isEqualTo(0.5);
  }

  @Test
  void kernel_broken_saysWhere() throws IOException {
    Files.writeString(folder.resolve("ragged.csv"), "1,1,1\n1,1\n");
    Files.writeString(folder.resolve("words.csv"), "1,x,1\n");

    assertThatThrownBy(() -> KernelFiles.read(folder.resolve("ragged.csv")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("row 2: 2 weights, expected 3");
    assertThatThrownBy(() -> KernelFiles.read(folder.resolve("words.csv")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'x'");
    assertThatThrownBy(() -> KernelFiles.read(folder, List.of("ragged", "none")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void kernels_oneMissing_listsWhatThereIs() throws IOException {
    Files.writeString(folder.resolve("there.csv"), "1\n");

    assertThatThrownBy(() -> KernelFiles.read(folder, List.of("none")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none.csv")
        .hasMessageContaining("there");
  }

  @Test
  void pages_withIndex_leaveOutFaintOnes() throws IOException {
    Path pages = Files.createDirectory(folder.resolve("pages"));
    for (int i = 0; i < 3; i++) {
      Files.write(pages.resolve("p" + i + ".jpg"), jpeg());
    }
    Files.writeString(pages.resolve("p1.tsv"), "10\t20\t110\t40\tHello\tworld\n");
    Files.writeString(
        folder.resolve("index.tsv"),
        "file\tsplit\tocr_word_recall\np0.jpg\ta\t0.3\np1.jpg\ta\t0.9\n");

    PageFolder source = PageFolder.of(pages, 0.6);

    assertThat(source.size()).isEqualTo(2);
    assertThat(source.allHaveText()).isFalse();
    assertThat(source.page(0).group()).isEqualTo("p1");
    assertThat(source.page(0).lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.box()).isEqualTo(new Box(10, 20, 110, 40));
              assertThat(line.text()).isEqualTo("Hello\tworld");
            });
    assertThat(source.page(1).lines()).isEmpty();
    assertThat(source.page(1).xHeight()).isEqualTo(TestPages.WIDTH / 70.0);
  }

  @Test
  void pages_brokenText_saysWhere() throws IOException {
    Files.write(folder.resolve("p.jpg"), jpeg());
    Files.writeString(folder.resolve("p.tsv"), "1\t2\t3\t4\tfine\n1\t2\tthree\t4\tbad\n");

    assertThatThrownBy(() -> PageFolder.of(folder, 0).page(0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("p.tsv, line 2");
  }

  @Test
  void pages_noneLeft_isAnError() throws IOException {
    assertThatThrownBy(() -> PageFolder.of(folder, 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no page");
  }

  private static byte[] jpeg() {
    return JpegWriter.encode(new TestPages(1).page(0).image(), 90);
  }
}
