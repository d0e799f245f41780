package io.github.blurdetect.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurImage.Layout;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.api.ModelLoadException;
import io.github.blurdetect.api.ScorerOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every scorer must do, as tests. Implement this interface in a JUnit 5 test class:
 *
 * <pre>{@code
 * class MyScorerTest implements BlurScorerContract {
 *   @Override
 *   public BlurScorerProvider provider() {
 *     return new MyScorerProvider();
 *   }
 * }
 * }</pre>
 */
public interface BlurScorerContract {

  /**
   * Returns the provider under test.
   *
   * @return a new one or always the same
   */
  BlurScorerProvider provider();

  /**
   * Returns what scorers are made with.
   *
   * @return the default options unless overridden
   */
  default ScorerOptions options() {
    return ScorerOptions.defaults();
  }

  /**
   * Tells whether the scorer reads the model that {@link ScorerOptions#model()} names.
   *
   * @return false unless overridden
   */
  default boolean takesModel() {
    return false;
  }

  /** The name is made of lower-case letters, digits and hyphens, and the scorer has the same. */
  @Test
  default void name_ofProviderAndScorer_isOneAndHasTheDocumentedForm() {
    BlurScorerProvider provider = provider();
    assertThat(provider.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(provider.description()).isNotBlank().doesNotContain("\n");
    try (BlurScorer scorer = provider.create(options())) {
      assertThat(scorer.name()).isEqualTo(provider.name());
    }
  }

  /** The provider is named in {@code META-INF/services} (or in {@code provides} of a module). */
  @Test
  default void discovery_byServiceLoader_findsTheProvider() {
    BlurScorers scorers = BlurScorers.load(provider().getClass().getClassLoader());
    assertThat(scorers.names()).as(scorers.explain()).contains(provider().name());
    assertThat(scorers.provider(provider().name())).hasSameClassAs(provider());
  }

  /** The threshold lies in [0, 1]. */
  @Test
  default void threshold_ofScorer_liesInUnitInterval() {
    try (BlurScorer scorer = provider().create(options())) {
      assertThat(scorer.threshold()).isBetween(0.0, 1.0);
    }
  }

  /** Blurriness lies in [0, 1]; parts and reasons have names and words. */
  @Test
  default void score_ofAnyPicture_liesInUnitInterval() {
    try (BlurScorer scorer = provider().create(options())) {
      for (BlurImage picture : TestPictures.sample()) {
        BlurScore score = scorer.score(picture);
        assertThat(score.blurriness()).as("%s", picture).isBetween(0.0, 1.0);
        assertThat(score.contributions()).allSatisfy(part -> assertThat(part.name()).isNotBlank());
        assertThat(score.reasons()).allSatisfy(why -> assertThat(why.message()).isNotBlank());
      }
    }
  }

  /** Print that is blurred beyond reading scores no less than the same print sharp. */
  @Test
  default void score_ofBlurredPrint_isNotBelowSharpPrint() {
    try (BlurScorer scorer = provider().create(options())) {
      for (Layout layout : Layout.values()) {
        double sharp = scorer.score(TestPictures.page(640, 480, layout)).blurriness();
        double blurred = scorer.score(TestPictures.blurredPage(640, 480, layout, 12)).blurriness();
        assertThat(blurred).as("%s", layout).isGreaterThanOrEqualTo(sharp);
      }
    }
  }

  /** The same picture gets the same score: again, and from another scorer of the same options. */
  @Test
  default void score_ofSamePicture_isTheSame() {
    try (BlurScorer scorer = provider().create(options());
        BlurScorer another = provider().create(options())) {
      for (BlurImage picture : TestPictures.sample()) {
        BlurScore score = scorer.score(picture);
        assertThat(scorer.score(picture)).as("%s again", picture).isEqualTo(score);
        assertThat(another.score(picture)).as("%s elsewhere", picture).isEqualTo(score);
      }
    }
  }

  /** Eight threads at once get what one thread gets. */
  @Test
  default void score_onEightThreads_isWhatOneThreadGets() throws Exception {
    List<BlurImage> pictures = TestPictures.sample();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (BlurScorer scorer = provider().create(options())) {
      List<BlurScore> alone = pictures.stream().map(scorer::score).toList();
      List<Future<BlurScore>> together = new ArrayList<>();
      for (int i = 0; i < 4 * pictures.size(); i++) {
        BlurImage picture = pictures.get(i % pictures.size());
        together.add(threads.submit(() -> scorer.score(picture)));
      }
      for (int i = 0; i < together.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i % pictures.size()));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** The threads that a call may use inside do not change its result. */
  @Test
  default void score_withMoreThreadsInside_isTheSame() {
    try (BlurScorer one = provider().create(options().withThreads(1));
        BlurScorer four = provider().create(options().withThreads(4))) {
      for (BlurImage picture : TestPictures.sample()) {
        assertThat(four.score(picture)).as("%s", picture).isEqualTo(one.score(picture));
      }
    }
  }

  /** Pictures of a pixel, a row or a column get a score, not an exception. */
  @Test
  default void score_ofTinyPicture_isGiven() {
    int[][] sizes = {{1, 1}, {1, 7}, {7, 1}, {2, 2}, {3, 5}, {8, 8}, {17, 3}, {300, 1}, {1, 300}};
    try (BlurScorer scorer = provider().create(options())) {
      for (int[] size : sizes) {
        for (Layout layout : Layout.values()) {
          byte[] pixels = new byte[size[0] * size[1] * layout.channels()];
          for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 37);
          }
          int stride = size[0] * layout.channels();
          BlurImage tiny = BlurImage.of(pixels, size[0], size[1], stride, layout);
          assertThatCode(() -> scorer.score(tiny)).as("%s", tiny).doesNotThrowAnyException();
        }
      }
    }
  }

  /** Bytes between rows count for nothing. */
  @Test
  default void score_ofPictureWithGapsBetweenRows_isTheSame() {
    try (BlurScorer scorer = provider().create(options())) {
      for (BlurImage picture : TestPictures.sample()) {
        for (int gap : new int[] {1, 64}) {
          assertThat(scorer.score(TestPictures.withGaps(picture, gap)))
              .as("%s, %d bytes between rows", picture, gap)
              .isEqualTo(scorer.score(picture));
        }
      }
    }
  }

  /** A grey picture scores as it does when stored as RGB of equal channels. */
  @Test
  default void score_ofGreyAsRgb_isTheSame() {
    try (BlurScorer scorer = provider().create(options())) {
      for (BlurImage picture : TestPictures.sample()) {
        if (picture.layout() == Layout.GREY) {
          assertThat(scorer.score(TestPictures.asRgb(picture)).blurriness())
              .as("%s", picture)
              .isCloseTo(scorer.score(picture).blurriness(), within(1e-6));
        }
      }
    }
  }

  /** A scorer that says it needs no colour gives a picture and its brightness the same score. */
  @Test
  default void score_ofBrightnessAlone_isTheSameWhereColourIsNotNeeded() {
    try (BlurScorer scorer = provider().create(options())) {
      assumeTrue(!scorer.needsColour(), "the scorer needs colour");
      for (BlurImage picture : TestPictures.sample()) {
        LumaPlane luma = picture.luma();
        BlurImage grey =
            BlurImage.of(luma.data(), luma.width(), luma.height(), luma.stride(), Layout.GREY);
        assertThat(scorer.score(grey)).as("%s", picture).isEqualTo(scorer.score(picture));
      }
    }
  }

  /** A picture's pixels are only read. */
  @Test
  default void score_ofAnyPicture_doesNotWriteToIt() {
    try (BlurScorer scorer = provider().create(options())) {
      for (BlurImage picture : TestPictures.sample()) {
        BlurImage padded = TestPictures.withGaps(picture, 3);
        byte[] before = padded.pixels().clone();
        scorer.score(padded);
        assertThat(Arrays.equals(padded.pixels(), before)).as("%s unchanged", picture).isTrue();
      }
    }
  }

  /** Closing twice does nothing more, and a closed scorer refuses to score. */
  @Test
  default void score_afterClose_isRefused() {
    BlurScorer scorer = provider().create(options());
    BlurImage picture = TestPictures.page(100, 80, Layout.GREY);
    scorer.score(picture);
    scorer.close();
    assertThatCode(scorer::close).doesNotThrowAnyException();
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> scorer.score(picture));
  }

  /** Closing one scorer leaves another of the same provider working. */
  @Test
  default void score_afterAnotherIsClosed_isGiven() {
    BlurImage picture = TestPictures.page(100, 80, Layout.RGB);
    try (BlurScorer staying = provider().create(options())) {
      BlurScore before = staying.score(picture);
      provider().create(options()).close();
      assertThat(staying.score(picture)).isEqualTo(before);
    }
  }

  /** Properties that a scorer does not know are ignored. */
  @Test
  default void create_withUnknownProperty_ignoresIt() {
    Map<String, String> properties = new java.util.HashMap<>(options().properties());
    properties.put("no-such-property", "1");
    try (BlurScorer scorer = provider().create(options().withProperties(properties))) {
      assertThat(scorer.name()).isEqualTo(provider().name());
    }
  }

  /** A model that is missing or is no model is refused by a scorer that takes one. */
  @Test
  default void create_withUnusableModel_isRefused(@TempDir Path folder) throws Exception {
    assumeTrue(takesModel(), "the scorer takes no model");
    Path missing = folder.resolve("missing.model");
    assertThatExceptionOfType(ModelLoadException.class)
        .isThrownBy(() -> provider().create(options().withModel(missing)))
        .withMessageContaining("missing.model");
    Path rubbish = java.nio.file.Files.write(folder.resolve("rubbish.model"), new byte[] {1, 2, 3});
    assertThatExceptionOfType(ModelLoadException.class)
        .isThrownBy(() -> provider().create(options().withModel(rubbish)))
        .withMessageContaining("rubbish.model");
  }
}
