package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.features.TextLine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoundLineTest {
  private static final FoundLine LINE =
      new FoundLine(
          List.of(
              new LineBand.Stretch(30, 50, 1, 11, 60), new LineBand.Stretch(10, 30, 2, 13, 100)),
          10,
          40,
          200,
          150);

  @Test
  void fill_twoStretches_isTheirInkOverTheirArea() {
    assertThat(LINE.fill()).isEqualTo(160.0 / (20 * 10 + 20 * 11));
    assertThat(LINE.length()).isEqualTo(40);
  }

  @Test
  void weight_longRow_countsOnlySoFar() {
    assertThat(LINE.weight()).isEqualTo(40.0 * 40 * 40);
    FoundLine dashes = new FoundLine(LINE.stretches(), 2, 40, 200, 150);
    assertThat(dashes.weight()).isEqualTo(15.0 * 2 * 40 * 40);
  }

  @Test
  void toTextLine_acrossAndDown_boxesAllStretches() {
    TextLine across = LINE.toTextLine(false, 2);
    assertThat(List.of(across.left(), across.top(), across.right(), across.bottom()))
        .containsExactly(20, 2, 100, 26);
    assertThat(across.xHeight()).isCloseTo(0.7 * 10 * 2, within(1e-9));
    TextLine down = LINE.toTextLine(true, 1);
    assertThat(List.of(down.left(), down.top(), down.right(), down.bottom()))
        .containsExactly(1, 10, 13, 50);
    assertThat(down.vertical()).isTrue();
  }

  @Test
  void addCells_slantedLine_growByTheLean() {
    List<TextCell> cells = new ArrayList<>();
    LINE.addCells(7, false, -0.3, 2, cells); // leans 3 pixels over half of a stretch
    assertThat(cells).hasSize(2);
    TextCell first = cells.get(0);
    assertThat(List.of(first.left(), first.top(), first.right(), first.bottom()))
        .containsExactly(60, 0, 100, 28);
    assertThat(cells).extracting(TextCell::line).containsExactly(7, 7);
  }
}
