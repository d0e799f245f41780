package io.github.blurdetect.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.BlurAssessment;
import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.bench.TestPhotos.Print;
import io.github.blurdetect.image.ImageDecoder;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A large JPEG decoded by its halves is judged as its whole plane is. The photos blurred in part
 * are none at which the tree is only just sure enough to decide alone: there the score jumps.
 */
class HalvedPhotosTest {

  @ParameterizedTest
  @CsvSource({"USUAL,1,100", "USUAL,31,100", "USUAL,31,30", "USUAL,31,50", "SMALL,21,40"})
  void assess_halvesOrWholePlane_agree(Print print, int blur, int percent) throws IOException {
    byte[] jpeg = TestPhotos.kept(print, blur, percent);
    BlurImage halves = ImageDecoder.defaults().withColour(false).decode(jpeg);
    LumaPlane whole = TestPhotos.decoded(jpeg).luma();
    for (String scorer : new String[] {"tree", "cnn", "default"}) {
      try (BlurDetector detector = BlurDetector.of(BlurScorers.load().create(scorer))) {
        BlurAssessment ofHalves = detector.assess(halves);
        BlurAssessment ofWhole =
            detector.assess(BlurImage.grey(whole.data(), whole.width(), whole.height()));
        assertThat(ofHalves.verdict()).as(scorer).isEqualTo(ofWhole.verdict());
        assertThat(ofHalves.blurriness())
            .as(scorer)
            .isCloseTo(ofWhole.blurriness(), within(scorer.equals("cnn") ? 0.01 : 0.03));
      }
    }
  }
}
