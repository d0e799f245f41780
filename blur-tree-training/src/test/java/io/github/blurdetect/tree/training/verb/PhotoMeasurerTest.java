package io.github.blurdetect.tree.training.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.dataset.cache.FeatureCache;
import io.github.blurdetect.features.FeatureExtractor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoMeasurerTest {
  private static final Path PHOTO =
      Path.of(System.getProperty("blur.root", ".."))
          .resolve("data/samples/Good_License/letter-en-0009_0.jpg");

  @Test
  void measure_withVariants_givesThePhotoFirstAndKeepsAllValues(@TempDir Path folder)
      throws Exception {
    FeatureExtractor extractor = FeatureExtractor.defaults();
    try (FeatureCache cache =
        FeatureCache.open(folder.resolve("f.tsv"), extractor.version(), extractor.names())) {
      double[] alone = new PhotoMeasurer(extractor, cache, 0).measure(PHOTO).get(0);
      List<double[]> all = new PhotoMeasurer(extractor, cache, 2).measure(PHOTO);
      assertThat(all).hasSize(3);
      assertThat(all.get(0)).isEqualTo(alone);
      assertThat(all.get(1)).isNotEqualTo(alone).isNotEqualTo(all.get(2));
      assertThat(cache.hits()).isEqualTo(1);
      List<double[]> again = new PhotoMeasurer(extractor, cache, 2).measure(PHOTO);
      assertThat(cache.hits()).isEqualTo(4);
      for (int i = 0; i < 3; i++) {
        assertThat(again.get(i)).isEqualTo(all.get(i));
      }
    }
  }
}
