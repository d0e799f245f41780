package io.github.blurdetect.dataset.simulate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.7, 1.0, 1.37, 2.5})
  void resize_ramp_staysARampInTheMiddle(double scale) {
    Planes ramp = new Planes(100, 60, 1);
    for (int y = 0; y < 60; y++) {
      for (int x = 0; x < 100; x++) {
        ramp.plane(0)[y][x] = 0.01f * (x + 0.5f) + 0.002f * (y + 0.5f);
      }
    }
    int width = (int) Math.round(100 * scale);
    int height = (int) Math.round(60 * scale);

    Planes out = Resampler.resize(ramp, width, height);

    float x = (width / 2 + 0.5f) * 100 / width;
    float y = (height / 2 + 0.5f) * 60 / height;
    assertThat(out.plane(0)[height / 2][width / 2])
        .isCloseTo(0.01f * x + 0.002f * y, within(5e-4f));
  }

  @Test
  void resize_fineStripesToAThird_doesNotAlias() {
    Planes stripes = new Planes(300, 30, 1);
    for (float[] row : stripes.plane(0)) {
      for (int x = 0; x < row.length; x++) {
        row[x] = x % 2;
      }
    }

    float[] row = Resampler.resize(stripes, 100, 10).plane(0)[5];

    for (int x = 3; x < 97; x++) {
      assertThat(row[x]).isCloseTo(0.5f, within(0.05f));
    }
  }
}
