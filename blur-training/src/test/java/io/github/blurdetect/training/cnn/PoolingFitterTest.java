package io.github.blurdetect.training.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.cnn.Votes;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PoolingFitterTest {

  @Test
  void fit_photosOfAKnownLaw_findsItsBoundary() {
    SplittableRandom random = new SplittableRandom(2);
    PoolingFitter fitter = new PoolingFitter();
    for (int i = 0; i < 4000; i++) {
      double share = random.nextDouble();
      double p = 1 / (1 + Math.exp(-(12 * share - 6)));
      double noise = random.nextDouble(-1, 1);
      fitter.add(new Votes(100, 90, share, noise), random.nextDouble() < p, 1);
    }
    Map<String, String> found = fitter.fit();
    double bias = Double.parseDouble(found.get("pool_bias"));
    double share = Double.parseDouble(found.get("pool_share"));
    assertThat(share).isCloseTo(12, within(1.2));
    assertThat(-bias / share).as("boundary").isCloseTo(0.5, within(0.02));
    assertThat(Double.parseDouble(found.get("pool_logit"))).isCloseTo(0, within(0.3));
    assertThat(found).containsEntry("threshold", "0.5");
  }

  @Test
  void fit_uselessPhotosOfNoWeight_changeNothing() {
    PoolingFitter plain = new PoolingFitter();
    PoolingFitter diluted = new PoolingFitter();
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 300; i++) {
      Votes votes = new Votes(100, 90, random.nextDouble(), 0);
      boolean blurred = random.nextDouble() < votes.unreadShare();
      plain.add(votes, blurred, 1);
      diluted.add(votes, blurred, 1);
      diluted.add(new Votes(100, 90, random.nextDouble(), 0), random.nextBoolean(), 0);
    }
    assertThat(diluted.fit()).isEqualTo(plain.fit());
  }

  @Test
  void better_tooFewJudgedPhotos_takesThoseLabelledByARuleToo() {
    PoolingFitter judged = new PoolingFitter();
    PoolingFitter all = new PoolingFitter();
    for (int i = 0; i < 19; i++) {
      judged.add(new Votes(50, 40, 0.5, 0), i % 2 == 0, 1);
    }
    assertThat(PoolingFitter.better(judged, all)).isSameAs(all);
    judged.add(new Votes(50, 40, 0.5, 0), false, 1);
    assertThat(PoolingFitter.better(judged, all)).isSameAs(judged);
  }

  @Test
  void fit_separablePhotos_staysFinite() {
    PoolingFitter fitter = new PoolingFitter();
    for (int i = 0; i < 40; i++) {
      boolean blurred = i % 2 == 0;
      fitter.add(new Votes(50, 40, blurred ? 0.9 : 0.1, blurred ? 3 : -3), blurred, 1);
    }
    assertThat(fitter.enough()).isTrue();
    fitter.fit().values().forEach(v -> assertThat(Double.parseDouble(v)).isFinite());
  }

  @Test
  void add_photosWithoutText_areLeftOut() {
    PoolingFitter fitter = new PoolingFitter();
    for (int i = 0; i < 60; i++) {
      fitter.add(new Votes(1, 0, 0.9, 3), i % 2 == 0, 1);
    }
    assertThat(fitter.size()).isZero();
    assertThat(fitter.enough()).isFalse();
  }

  @Test
  void fit_sureCells_letNinetyEightInAHundredClearPhotosPass() {
    PoolingFitter few = new PoolingFitter();
    PoolingFitter many = new PoolingFitter();
    for (int i = 0; i < 200; i++) {
      boolean blurred = i % 2 == 0;
      double share = blurred ? 0.97 : 0.1; // Cells of the blurred photos agree.
      few.add(new Votes(400, blurred ? 0 : i / 2.0, share, 0), blurred, 1);
      many.add(new Votes(900, blurred ? 0 : 600 + i, share, 0), blurred, 1);
    }
    // Clear photos have 0.5, 1.5, 2.5 ... cells; the third of a hundred is the least to pass.
    assertThat(few.fit()).containsEntry("sure_cells", "2.50000");
    assertThat(many.fit()).containsEntry("sure_cells", "100.00000");
  }

  @Test
  void fit_blurredPhotosOfFewSureCells_passToo() {
    PoolingFitter fitter = new PoolingFitter();
    for (int i = 0; i < 200; i++) {
      boolean blurred = i % 2 == 0;
      fitter.add(new Votes(400, blurred ? 20 : 300, blurred ? 0.8 : 0.1, 0), blurred, 1);
    }
    assertThat(fitter.fit()).containsEntry("sure_cells", "20.00000");
  }
}
