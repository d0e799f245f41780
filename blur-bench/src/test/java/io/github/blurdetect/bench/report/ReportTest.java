package io.github.blurdetect.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportTest {
  private static final String RESULT =
      """
      {
        "benchmark": "io.github.blurdetect.bench.%s", "params": {%s},
        "primaryMetric": {"score": %s, "scoreError": %s, "scoreUnit": "%s"},
        "secondaryMetrics": {"gc.alloc.rate.norm": {"score": %s}}
      }
      """;
  private static final String PHOTO = "\"print\": \"usual\", \"photo\": \"sharp\"";
  private static final String GROWTH =
      """
      [
        {"kind": "size", "megapixels": 12.0, "threads": 1, "files": 1, "millis": 100.0,
          "allocatedMiB": 26.5, "peakRssMiB": 128.4},
        {"kind": "files", "megapixels": 1.92, "threads": 2, "files": 100, "millis": 40.0,
          "peakRssMiB": 300.0},
        {"kind": "files", "megapixels": 1.92, "threads": 2, "files": 1000, "millis": 30.0,
          "peakRssMiB": 1100.0}
      ]
      """;

  @TempDir private Path folder = Path.of("");
  private Path document = Path.of("");
  private Path results = Path.of("");
  private Path growth = Path.of("");

  private static String result(
      String name, String parameters, String score, String unit, String bytes) {
    return RESULT.formatted(
        name, parameters, score, name.endsWith("imageIo") ? "4.2" : "\"NaN\"", unit, bytes);
  }

  @BeforeEach
  void write() throws IOException {
    document = folder.resolve("speed.md");
    Files.writeString(
        document,
        "before\n<!-- figures: blur-bench/report renews them -->old\n"
            + "<!-- end of the figures -->\nafter\n");
    results = folder.resolve("jmh.json");
    Files.writeString(
        results,
        List.of(
                result("VerdictBenchmark.tree", PHOTO, "90", "ms/op", "20971520"),
                result("VerdictBenchmark.imageIo", PHOTO, "60", "ms/op", "1e7"),
                result("TreeBenchmark.treeAndStack", "", "1500", "ns/op", "0.01"),
                result("TreeBenchmark.xgboost", "", "30", "us/op", "212.5"))
            .toString());
    growth = Files.writeString(folder.resolve("growth.json"), GROWTH);
  }

  private int report(String... more) {
    String[] args = {"--document", document.toString(), results.toString()};
    CommandLine line = new CommandLine(new Report());
    return line.execute(
        java.util.stream.Stream.of(more, args)
            .flatMap(java.util.Arrays::stream)
            .toArray(String[]::new));
  }

  @Test
  void report_figures_becomeTablesBetweenTheMarks() throws IOException {
    assertThat(report("--growth", growth.toString())).isZero();
    String first = Files.readString(document);
    assertThat(first)
        .startsWith("before\n")
        .endsWith("\nafter\n")
        .doesNotContain("old")
        .contains("| VerdictBenchmark | sharp, usual | allocated |")
        .contains("| `imageIo` | 60.0 ± 4.20 ms (1.00) | 9.54 MiB |")
        .contains("| `tree` | 90.0 ms (1.50) | 20.0 MiB |")
        .contains("| `treeAndStack` | 1500 ns (0.0500) | 0 |")
        .contains("| `xgboost` | 30.0 µs (1.00) | 213 B |")
        .contains("| size | 12.0 | 1 | 1 | 100 | 26.5 | 128 |");
    assertThat(report("--growth", growth.toString())).isZero();
    assertThat(Files.readString(document)).as("a second time").isEqualTo(first);
  }

  @Test
  void report_bars_sayWhatIsMetAndWhatIsNot() throws IOException {
    report("--growth", growth.toString());
    assertThat(Files.readString(document))
        .contains("| tree and stack, µs | at most 2 | 1.50 | met |")
        .contains(
            "| classical verdict over ImageIO.read, sharp, usual print | at most 1 | 1.50 | **not met** |")
        .contains("peak RSS MiB | at most 1024 | 1100 | **not met** |")
        .contains("| time a photo, 1,000 over 100 photos | at most 1 | 0.75 | met |")
        .doesNotContain("kernel");
  }

  @Test
  void report_picture_isWellFormedAndLinked() throws Exception {
    report("--growth", growth.toString());
    assertThat(Files.readString(document)).contains("(speed.svg)");
    var picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("speed.svg").toFile());
    assertThat(picture.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(picture.getElementsByTagName("circle").getLength()).isEqualTo(3);
  }

  @Test
  void report_documentWithoutMarks_isLeftAlone() throws IOException {
    Files.writeString(document, "nothing\n");
    assertThat(report()).isNotZero();
    assertThat(Files.readString(document)).isEqualTo("nothing\n");
  }

  @Test
  void figures_unknownUnit_isRefused() throws IOException {
    Files.writeString(results, "[" + result("A.b", "", "1", "ops/s", "0") + "]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Figures.read(List.of(results)))
        .withMessageContaining("ops/s");
  }
}
