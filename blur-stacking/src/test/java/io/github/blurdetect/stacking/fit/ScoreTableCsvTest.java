package io.github.blurdetect.stacking.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTableCsvTest {
  @TempDir Path folder;

  @Test
  void read_written_isEqual() throws IOException {
    ScoreTable table =
        new ScoreTable(
            List.of("tree", "my,own"),
            List.of(
                new ScoreTable.Row("a \"b\", c.jpg", "g1", true, List.of(0.1, 1.0 / 3)),
                new ScoreTable.Row("照片_1.png", "g2", false, List.of(Double.NaN, 1e-9))));
    Path file = folder.resolve("t.csv");
    ScoreTableCsv.write(table, file);
    assertThat(ScoreTableCsv.read(file)).isEqualTo(table);
    assertThat(ScoreTableCsv.read(file).complete().rows()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'image,group,tree', 'expected image,group,blurred'",
    "'image,group,blurred', 'expected image,group,blurred and members'",
    "'', 'header is'",
    "'image,group,blurred,tree;a,g,1', 'found 3 fields, expected 4'",
    "'image,group,blurred,tree;a,g,yes,0.5', 'blurred is ''yes'', expected 0 or 1'",
    "'image,group,blurred,tree;a,g,1,high', 'line 2'",
    "'image,group,blurred,tree;a,g,1,1.5', 'a has the score 1.5'",
    "'image,group,blurred,tree,tree;a,g,1,0,0', 'none twice'",
  })
  void read_damaged_saysWhat(String content, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.csv"), content.replace(';', '\n'));
    assertThatThrownBy(() -> ScoreTableCsv.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void write_lineBreakInAName_isRefused() {
    ScoreTable table =
        new ScoreTable(List.of("t"), List.of(new ScoreTable.Row("a\nb", "g", true, List.of(0.5))));
    assertThatThrownBy(() -> ScoreTableCsv.write(table, folder.resolve("t.csv")))
        .hasMessageContaining("line break");
  }
}
