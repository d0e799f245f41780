package io.github.blurdetect.cli;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurReason;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.Contribution;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.api.ModelLoadException;
import io.github.blurdetect.api.ScorerOptions;
import java.util.List;

/** Scorers of the tests, found by ServiceLoader. */
public final class FakeScorers {
  private FakeScorers() {}

  /**
   * Blurriness = brightness of the middle pixel / 255; a blue-black middle (1) holds no text, and a
   * middle of 2 or 3 makes the scorer fail.
   */
  public static final class Middle implements BlurScorerProvider {
    @Override
    public String name() {
      return "middle";
    }

    @Override
    public String description() {
      return "brightness of the middle pixel";
    }

    @Override
    public BlurScorer create(ScorerOptions options) {
      options
          .model()
          .ifPresent(
              path -> {
                throw new ModelLoadException(path + " is no model of a middle pixel");
              });
      return new MiddleScorer();
    }
  }

  private static final class MiddleScorer implements BlurScorer {
    @Override
    public String name() {
      return "middle";
    }

    @Override
    public BlurScore score(BlurImage image) {
      LumaPlane luma = image.luma();
      int value = luma.get(luma.width() / 2, luma.height() / 2);
      if (value == 1) {
        return BlurScore.noText(0.25);
      }
      if (value == 2) {
        throw new IllegalStateException("cannot bear 2");
      }
      if (value == 3) {
        throw new NoClassDefFoundError("a class of 3");
      }
      return new BlurScore(
          value / 255.0,
          true,
          List.of(new Contribution("middle", value), new Contribution("unknown", Double.NaN)),
          List.of(new BlurReason(BlurReason.Cause.OTHER, "the middle is \"" + value + "\", so")));
    }
  }

  /** Blurriness 1 of a picture in colour, 0 of a grey one; says that it needs no colour. */
  public static final class Greyish implements BlurScorerProvider {
    @Override
    public String name() {
      return "greyish";
    }

    @Override
    public String description() {
      return "whether the picture has colours";
    }

    @Override
    public BlurScorer create(ScorerOptions options) {
      return new ColourScorer(name(), false);
    }
  }

  /** The same, but asks for colours by saying nothing. */
  public static final class Colourful implements BlurScorerProvider {
    @Override
    public String name() {
      return "colourful";
    }

    @Override
    public String description() {
      return "whether the picture has colours, which it should";
    }

    @Override
    public BlurScorer create(ScorerOptions options) {
      return new ColourScorer(name(), true);
    }
  }

  private record ColourScorer(String name, boolean needsColour) implements BlurScorer {
    @Override
    public BlurScore score(BlurImage image) {
      return BlurScore.of(image.layout() == BlurImage.Layout.RGB ? 1 : 0);
    }
  }

  /** Loads, but has no model. */
  public static final class Modelless implements BlurScorerProvider {
    @Override
    public String name() {
      return "modelless";
    }

    @Override
    public String description() {
      return "always without its model";
    }

    @Override
    public BlurScorer create(ScorerOptions options) {
      throw new ModelLoadException("the model was never made");
    }
  }

  /** Cannot even be made. */
  public static final class Broken implements BlurScorerProvider {
    /** Fails. */
    public Broken() {
      throw new UnsupportedOperationException("the library is missing");
    }

    @Override
    public String name() {
      return "broken";
    }

    @Override
    public String description() {
      return "never seen";
    }

    @Override
    public BlurScorer create(ScorerOptions options) {
      throw new AssertionError();
    }
  }
}
