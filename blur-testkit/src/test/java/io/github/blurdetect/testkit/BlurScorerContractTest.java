package io.github.blurdetect.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurImage.Layout;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.ModelLoadException;
import io.github.blurdetect.api.ScorerOptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The contract passes a scorer that keeps it, and names the broken rule of one that does not. */
class BlurScorerContractTest {

  private static List<String> failuresOf(Class<?> contract) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter(OnlyInside.KEY, "true")
        .selectors(selectClass(contract))
        .execute()
        .testEvents()
        .failed()
        .map(Event::getTestDescriptor)
        .map(test -> test.getDisplayName().replaceAll("\\(.*", ""))
        .sorted()
        .toList();
  }

  /** Keeps build tools from running the test classes that are meant to fail. */
  static class OnlyInside implements ExecutionCondition {
    static final String KEY = "only-inside";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return context.getConfigurationParameter(KEY).isPresent()
          ? ConditionEvaluationResult.enabled("run by the test around it")
          : ConditionEvaluationResult.disabled("run by the test around it only");
    }
  }

  @ExtendWith(OnlyInside.class)
  static class Sound implements BlurScorerContract {
    @Override
    public BlurScorerProvider provider() {
      return new ContrastScorer.Provider();
    }
  }

  @Test
  void contract_ofSoundScorer_passes() {
    assertThat(failuresOf(Sound.class)).isEmpty();
  }

  /** Lets a test class break one rule of a sound scorer. */
  @ExtendWith(OnlyInside.class)
  abstract static class Broken implements BlurScorerContract {
    @Override
    public BlurScorerProvider provider() {
      return new ContrastScorer.Provider() {
        @Override
        public BlurScorer create(ScorerOptions options) {
          return Broken.this.create(options);
        }
      };
    }

    BlurScorer create(ScorerOptions options) {
      return new ContrastScorer() {
        @Override
        public BlurScore score(BlurImage image) {
          return Broken.this.score(image, super.score(image), options);
        }
      };
    }

    BlurScore score(BlurImage image, BlurScore sound, ScorerOptions options) {
      return sound;
    }

    @Override
    public void discovery_byServiceLoader_findsTheProvider() {
      // These providers are made here and named nowhere.
    }
  }

  static class Forgetful extends Broken {
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    BlurScore score(BlurImage image, BlurScore sound, ScorerOptions options) {
      return BlurScore.of(sound.blurriness() / calls.incrementAndGet());
    }
  }

  @Test
  void contract_ofScorerThatChangesItsMind_namesTheRules() {
    assertThat(failuresOf(Forgetful.class))
        .contains(
            "score_ofSamePicture_isTheSame",
            "score_onEightThreads_isWhatOneThreadGets",
            "score_withMoreThreadsInside_isTheSame");
  }

  static class Shared extends Broken {
    private volatile double shared;

    @Override
    BlurScore score(BlurImage image, BlurScore sound, ScorerOptions options) {
      shared = sound.blurriness();
      LockSupport.parkNanos(200_000);
      return BlurScore.of(shared);
    }
  }

  @Test
  void contract_ofScorerWithSharedState_namesTheRule() {
    assertThat(failuresOf(Shared.class))
        .containsExactly("score_onEightThreads_isWhatOneThreadGets");
  }

  static class CountsThreads extends Broken {
    @Override
    BlurScore score(BlurImage image, BlurScore sound, ScorerOptions options) {
      return BlurScore.of(sound.blurriness() / options.threads());
    }
  }

  @Test
  void contract_ofScorerThatDependsOnThreads_namesTheRule() {
    assertThat(failuresOf(CountsThreads.class))
        .containsExactly("score_withMoreThreadsInside_isTheSame");
  }

  static class Backwards extends Broken {
    @Override
    BlurScore score(BlurImage image, BlurScore sound, ScorerOptions options) {
      return BlurScore.of(1 - sound.blurriness());
    }
  }

  @Test
  void contract_ofFocusMeasureTakenForBlurriness_namesTheRule() {
    assertThat(failuresOf(Backwards.class))
        .containsExactly("score_ofBlurredPrint_isNotBelowSharpPrint");
  }

  static class IgnoresStride extends Broken {
    @Override
    BlurScore score(BlurImage image, BlurScore sound, ScorerOptions options) {
      int sum = 0;
      int bytes = image.width() * image.height() * image.layout().channels();
      for (int i = 0; i < bytes; i++) {
        sum += image.pixels()[i] & 0xFF;
      }
      return BlurScore.of((sound.blurriness() + sum / 255.0 / bytes / 100) / 1.01);
    }
  }

  @Test
  void contract_ofScorerThatIgnoresTheStride_namesTheRule() {
    assertThat(failuresOf(IgnoresStride.class))
        .containsExactly("score_ofPictureWithGapsBetweenRows_isTheSame");
  }

  static class TakesRedForBrightness extends Broken {
    @Override
    BlurScore score(BlurImage image, BlurScore sound, ScorerOptions options) {
      return image.layout() == Layout.RGB ? BlurScore.of(sound.blurriness() * 0.9) : sound;
    }
  }

  @Test
  void contract_ofScorerThatTreatsLayoutsDifferently_namesTheRule() {
    assertThat(failuresOf(TakesRedForBrightness.class))
        .containsExactly("score_ofGreyAsRgb_isTheSame");
  }

  static class Writes extends Broken {
    @Override
    BlurScore score(BlurImage image, BlurScore sound, ScorerOptions options) {
      byte[] pixels = image.pixels();
      pixels[pixels.length - 1] ^= 1;
      return sound;
    }
  }

  @Test
  void contract_ofScorerThatWritesToPixels_namesTheRule() {
    assertThat(failuresOf(Writes.class)).contains("score_ofAnyPicture_doesNotWriteToIt");
  }

  static class NeedsThreePixels extends Broken {
    @Override
    BlurScore score(BlurImage image, BlurScore sound, ScorerOptions options) {
      if (image.width() < 3) {
        throw new ArithmeticException("/ by zero");
      }
      return sound;
    }
  }

  @Test
  void contract_ofScorerThatFailsOnTinyPictures_namesTheRule() {
    assertThat(failuresOf(NeedsThreePixels.class)).containsExactly("score_ofTinyPicture_isGiven");
  }

  static class NeverCloses extends Broken {
    @Override
    BlurScorer create(ScorerOptions options) {
      return new ContrastScorer() {
        @Override
        public void close() {}
      };
    }
  }

  @Test
  void contract_ofScorerThatScoresAfterClose_namesTheRule() {
    assertThat(failuresOf(NeverCloses.class)).containsExactly("score_afterClose_isRefused");
  }

  static class Misnamed extends Broken {
    @Override
    BlurScorer create(ScorerOptions options) {
      return new ContrastScorer() {
        @Override
        public String name() {
          return "Contrast Scorer";
        }

        @Override
        public double threshold() {
          return Double.NaN;
        }
      };
    }
  }

  @Test
  void contract_ofScorerWithBadNameAndThreshold_namesTheRules() {
    assertThat(failuresOf(Misnamed.class))
        .contains(
            "name_ofProviderAndScorer_isOneAndHasTheDocumentedForm",
            "threshold_ofScorer_liesInUnitInterval");
  }

  static class IgnoresModel extends Broken {
    @Override
    public boolean takesModel() {
      return true;
    }
  }

  static class ChecksModel extends IgnoresModel {
    @Override
    BlurScorer create(ScorerOptions options) {
      options
          .model()
          .ifPresent(
              path -> {
                throw new ModelLoadException("no model: " + path);
              });
      return super.create(options);
    }
  }

  @Test
  void contract_ofScorerThatIgnoresItsModel_namesTheRule() {
    assertThat(failuresOf(IgnoresModel.class))
        .containsExactly("create_withUnusableModel_isRefused");
    assertThat(failuresOf(ChecksModel.class)).isEmpty();
  }

  @ExtendWith(OnlyInside.class)
  static class Undiscovered implements BlurScorerContract {
    @Override
    public BlurScorerProvider provider() {
      return new ContrastScorer.Provider() {};
    }
  }

  @Test
  void contract_ofProviderThatIsNamedNowhere_namesTheRule() {
    assertThat(failuresOf(Undiscovered.class))
        .containsExactly("discovery_byServiceLoader_findsTheProvider");
  }
}
