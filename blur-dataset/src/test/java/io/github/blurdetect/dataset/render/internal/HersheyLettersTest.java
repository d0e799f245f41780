package io.github.blurdetect.dataset.render.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HersheyLettersTest {

  @TempDir private Path folder;

  /** A space 10 wide, then "!": two strokes from a left side of -5 to a right side of 5. */
  private HersheyLetters letters() throws IOException {
    Path file = folder.resolve("font.jhf");
    Files.write(file, List.of("  699  1MW", "  714  6MWRFRT RPYRYTY"));
    return new HersheyLetters(file);
  }

  @Test
  void path_twoLetters_standOneAfterTheOther() throws IOException {
    // The second letter's first stroke goes from (0, -12) to (0, 2) of its own, 9 above the line.
    Rectangle2D one = letters().path("!", 2).getBounds2D();
    Rectangle2D after = letters().path(" !", 2).getBounds2D();

    assertThat(one).isEqualTo(new Rectangle2D.Double(6, -42, 8, 38));
    assertThat(after).isEqualTo(new Rectangle2D.Double(26, -42, 8, 38));
  }

  @Test
  void path_liftedPen_startsAnew() throws IOException {
    int starts = 0;
    for (PathIterator i = letters().path("!", 1).getPathIterator(null); !i.isDone(); i.next()) {
      starts += i.currentSegment(new double[6]) == PathIterator.SEG_MOVETO ? 1 : 0;
    }
    assertThat(starts).isEqualTo(2);
    assertThat(letters().path("?", 1).getPathIterator(null).isDone()).as("not in it").isTrue();
  }

  @Test
  void letters_noFile_saysWhich() {
    assertThatThrownBy(() -> new HersheyLetters(folder.resolve("none.jhf")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none.jhf");
  }
}
