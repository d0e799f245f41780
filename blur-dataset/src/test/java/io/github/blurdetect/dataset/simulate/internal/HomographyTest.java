package io.github.blurdetect.dataset.simulate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.dataset.simulate.Box;
import org.junit.jupiter.api.Test;

class HomographyTest {

  private static final double[] QUAD = {12, 7, 210, 31, 190, 333, -20, 290};
  private static final Homography MAP = Homography.rectangleTo(100, 200, QUAD);

  @Test
  void rectangleTo_corners_goWhereTheyShould() {
    double[][] corners = {{0, 0}, {100, 0}, {100, 200}, {0, 200}};
    for (int i = 0; i < 4; i++) {
      double[] at = MAP.map(corners[i][0], corners[i][1]);
      assertThat(at[0]).isCloseTo(QUAD[2 * i], within(1e-9));
      assertThat(at[1]).isCloseTo(QUAD[2 * i + 1], within(1e-9));
    }
  }

  @Test
  void inverse_ofAPoint_returnsIt() {
    double[] there = MAP.map(31, 77);
    double[] back = MAP.inverse().map(there[0], there[1]);

    assertThat(back[0]).isCloseTo(31, within(1e-9));
    assertThat(back[1]).isCloseTo(77, within(1e-9));
  }

  @Test
  void after_twoMaps_isOneThenTheOther() {
    Homography both = Homography.scale(2, 3).after(MAP);
    double[] once = MAP.map(40, 50);
    double[] at = both.map(40, 50);

    assertThat(at[0]).isCloseTo(2 * once[0], within(1e-9));
    assertThat(at[1]).isCloseTo(3 * once[1], within(1e-9));
  }

  @Test
  void magnification_anywhere_matchesDifferences() {
    double d = 1e-4;
    double[] p = MAP.map(60, 120);
    double[] px = MAP.map(60 + d, 120);
    double[] py = MAP.map(60, 120 + d);
    double area = (px[0] - p[0]) * (py[1] - p[1]) - (px[1] - p[1]) * (py[0] - p[0]);

    assertThat(MAP.magnification(60, 120)).isCloseTo(Math.sqrt(area) / d, within(1e-3));
  }

  @Test
  void map_box_holdsItsFourCornersAndStaysInThePicture() {
    Box box = MAP.map(new Box(0, 150, 30, 200), 220, 300);

    assertThat(box.left()).isZero();
    assertThat(box.bottom()).isEqualTo(300);
    assertThat(box.top()).isEqualTo((int) Math.floor(MAP.map(0, 150)[1]));
    assertThat(box.right()).isEqualTo((int) Math.ceil(MAP.map(30, 150)[0]));
  }

  @Test
  void rectangleTo_cornersOnALine_isRefused() {
    assertThatThrownBy(() -> Homography.rectangleTo(1, 1, new double[] {0, 0, 1, 1, 2, 2, 3, 3}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
