package io.github.blurdetect.dataset.simulate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.dataset.simulate.KernelShapes;
import org.junit.jupiter.api.Test;

class SrgbTest {

  @Test
  void code_ofLight_returnsEveryCode() {
    for (int i = 0; i < 256; i++) {
      assertThat(Srgb.code(Srgb.light(i))).isCloseTo(i, within(0.02f));
    }
  }

  @Test
  void light_ofKnownCodes_matchesTheStandard() {
    // IEC 61966-2-1 by hand: 10 / 255 / 12.92; ((188 / 255 + 0.055) / 1.055) ^ 2.4.
    assertThat(Srgb.light(10)).isCloseTo(0.0030353f, within(1e-6f));
    assertThat(Srgb.light(188)).isCloseTo(0.5028865f, within(1e-6f));
  }

  @Test
  void blur_ofBlackAndWhite_givesHalfTheLightNotHalfTheCode() {
    byte[] stripes = new byte[64 * 64];
    for (int i = 0; i < stripes.length; i++) {
      stripes[i] = (byte) (i % 2 == 0 ? 255 : 0);
    }
    Planes light = Planes.lightOf(BlurImage.grey(stripes, 64, 64));

    Planes blurred = Convolver.convolve(light, KernelShapes.gaussian().at(4, 0));
    blurred.encode();

    assertThat(blurred.toImage().luma().get(32, 32)).isBetween(186, 189);
  }
}
