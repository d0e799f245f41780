package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvenSampleTest {

  @ParameterizedTest
  @CsvSource({"301,300", "400,300", "599,300", "600,300", "937,300", "7,1", "5,4", "99999,192"})
  void of_manyThings_takesOneOutOfEachStretch(int count, int wanted) {
    int[] chosen = EvenSample.of(count, wanted).toArray();
    assertThat(chosen).hasSize(wanted).isSorted().doesNotHaveDuplicates();
    for (int i = 0; i < wanted; i++) {
      assertThat(chosen[i])
          .isBetween((int) ((long) i * count / wanted), (int) ((i + 1L) * count / wanted) - 1);
    }
  }

  @Test
  void of_fewThings_takesAll() {
    assertThat(EvenSample.of(3, 3)).containsExactly(0, 1, 2);
    assertThat(EvenSample.of(2, 300)).containsExactly(0, 1);
    assertThat(EvenSample.of(0, 300)).isEmpty();
  }

  @Test
  void of_thingsThatRecur_meetsEachKindAlike() {
    for (int period = 2; period <= 12; period++) {
      int[] met = new int[period];
      int every = period;
      EvenSample.of(300 * period, 300).forEach(i -> met[i % every]++);
      for (int times : met) {
        assertThat(times).as("period %d", period).isBetween(250 / period, 350 / period + 1);
      }
    }
  }
}
