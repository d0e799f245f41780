package io.github.blurdetect.dataset.render.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.dataset.render.Language;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InventedTest {

  @Test
  void checkCharacter_publishedExample_matches() {
    // A code widely printed as an example of GB 32100-2015.
    assertThat(InventedChinese.checkCharacter("91350100M000100Y4")).isEqualTo('3');
  }

  @Test
  void registrationNumber_chinese_carriesItsCheckCharacter() {
    Invented invented = Invented.in(Language.CHINESE, new SplittableRandom(1));
    for (int i = 0; i < 50; i++) {
      String code = invented.registrationNumber();
      assertThat(code).hasSize(18).matches("[0-9A-HJ-NPQRTUWXY]{18}");
      assertThat(code.charAt(17)).isEqualTo(InventedChinese.checkCharacter(code.substring(0, 17)));
    }
  }

  @Test
  void fill_pattern_keepsWhatIsNoPlaceholder() {
    assertThat(Chance.fill(new SplittableRandom(2), "GB-^#? x")).matches("GB-[1-9][0-9][A-Z] x");
  }
}
