package io.github.blurdetect.cnn;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurReason;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.Contribution;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.cnn.internal.PhotoTiles;
import io.github.blurdetect.cnn.internal.ReferencePreprocessor;
import io.github.blurdetect.features.TextLayout;
import io.github.blurdetect.features.TextLocator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Scores photos with a CNN.
 *
 * <p>A model of profile {@code tiles} looks at up to {@value PhotoTiles#MOST} tiles of 128 x 128
 * pixels that hold text and lie far apart, at the scale at which the print is 8 to 16 pixels high;
 * at {@value PhotoTiles#FIRST} of them where these leave no doubt. Each cell of a tile votes as far
 * as it holds print, so blank tiles don't vote; the score is the probability that at most half of
 * the photo's words can be read. A photo in which neither {@link TextLocator} nor the network finds
 * print scores {@value #NO_TEXT_SCORE} with {@code textFound} false. A model of profile {@code
 * reference} sees the middle of the photo at 256 x 256, as the Python system does, and knows of no
 * photos without text.
 *
 * <p>Safe for use by many threads, which share one ONNX Runtime session. Holds native memory until
 * closed.
 */
public final class CnnScorer implements BlurScorer {
  /** The score of photos without text. */
  public static final double NO_TEXT_SCORE = 0;

  private static final String DEFAULT_MODEL = "cnn-default.onnx";
  private static final String REFERENCE_MODEL = "cnn-reference-weights.onnx";

  private final CnnModel model;
  private final Pooling pooling;
  private final boolean reference;
  private final String name;

  private CnnScorer(CnnModel model, String name) {
    this.model = model;
    this.name = name;
    this.pooling = Pooling.of(model.info());
    this.reference = model.info().profile().equals("reference");
  }

  /**
   * Makes a scorer of a model, which it closes.
   *
   * @param model closed with the scorer
   * @return a new scorer
   * @throws io.github.blurdetect.api.ModelLoadException if the model's metadata are unusable; the
   *     model is closed
   */
  public static CnnScorer of(CnnModel model) {
    return of(model, "cnn");
  }

  private static CnnScorer of(CnnModel model, String name) {
    try {
      return new CnnScorer(model, name);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /**
   * Makes a scorer of the model in the options, or of the one that comes with this library.
   *
   * @param options model file and threads of one call; properties are ignored
   * @return a new scorer, which the caller closes
   * @throws io.github.blurdetect.api.ModelLoadException if the model is missing or does not fit
   */
  public static CnnScorer create(ScorerOptions options) {
    return of(
        options
            .model()
            .map(file -> CnnModel.load(file, options.threads()))
            .orElseGet(() -> CnnModel.loadResource(DEFAULT_MODEL, options.threads())));
  }

  /**
   * Makes a scorer of the Python system's own trained network (MIT licence, see the notice beside
   * the model), prepared as that system does: a baseline, not a recommendation.
   *
   * @param threads of one call, at least 1
   * @return a new scorer, which the caller closes
   */
  public static CnnScorer createReference(int threads) {
    return of(CnnModel.loadResource(REFERENCE_MODEL, threads), "cnn-reference");
  }

  /**
   * Returns the model.
   *
   * @return closed with this scorer
   */
  public CnnModel model() {
    return model;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public double threshold() {
    return pooling.threshold();
  }

  /** Returns whether the model is of profile {@code reference}; tiles are grey. */
  @Override
  public boolean needsColour() {
    return reference;
  }

  @Override
  public BlurScore score(BlurImage image) {
    if (reference) {
      byte[] pixels = ReferencePreprocessor.prepare(image, model.info().channelsLast());
      int side = ReferencePreprocessor.SIDE;
      return BlurScore.of(unit(model.run(pixels, 1, side, side).score()[0]));
    }
    return score(image, TextLocator.defaults().locate(image));
  }

  /**
   * Scores a photo whose text has been located already.
   *
   * @param image the photo
   * @param layout what {@link TextLocator} found in it
   * @return as {@link #score(BlurImage)}
   * @throws IllegalStateException if the scorer has been closed
   */
  public BlurScore score(BlurImage image, TextLayout layout) {
    return judge(votes(image, layout, true));
  }

  /**
   * Returns what all the tiles of a photo amount to, before it is made a score: for fitting.
   *
   * @param image the photo
   * @param layout what {@link TextLocator} found in it
   * @return the pooled votes; without any where there is no text
   */
  public Votes pool(BlurImage image, TextLayout layout) {
    return votes(image, layout, false);
  }

  private Votes votes(BlurImage image, TextLayout layout, boolean brief) {
    if (Math.min(image.width(), image.height()) < CnnModel.SHORTEST_SIDE) {
      return Votes.NONE;
    }
    if (!layout.hasText() && !model.info().textOutput()) {
      return Votes.NONE;
    }
    PhotoTiles tiles = PhotoTiles.of(image, layout);
    Votes votes = votes(tiles.first(PhotoTiles.FIRST));
    if (brief && layout.hasText() && pooling.decided(votes)) {
      return votes;
    }
    votes = votes.and(votes(tiles.after(PhotoTiles.FIRST)));
    // The locator takes the grain of a table for text now and then; the network knows better.
    boolean elsewhere = votes.few() && layout.hasText() && model.info().textOutput();
    Votes grid = elsewhere ? votes(PhotoTiles.grid(image)) : votes;
    if (pooling.enough(grid) != pooling.enough(votes)) {
      return pooling.enough(grid) ? grid : votes;
    }
    return grid.textCells() > votes.textCells() ? grid : votes;
  }

  private Votes votes(PhotoTiles tiles) {
    if (tiles.count() == 0) {
      return Votes.NONE;
    }
    byte[] pixels = tiles.pixels(model.info().channels(), model.info().channelsLast());
    CnnModel.Output output = model.run(pixels, tiles.count(), PhotoTiles.SIDE, PhotoTiles.SIDE);
    return Votes.count(output);
  }

  private BlurScore judge(Votes votes) {
    if (!pooling.enough(votes)) {
      return BlurScore.noText(NO_TEXT_SCORE);
    }
    double blurriness = unit(pooling.blurriness(votes));
    List<BlurReason> reasons = new ArrayList<>();
    if (votes.unreadShare() >= 0.1) {
      reasons.add(
          new BlurReason(
              votes.unreadShare() < 0.9 ? BlurReason.Cause.PARTLY_BLURRED : BlurReason.Cause.OTHER,
              String.format(
                  Locale.ROOT,
                  "about %.0f %% of the text looks unreadable",
                  100 * votes.unreadShare())));
    }
    return new BlurScore(
        blurriness,
        true,
        List.of(
            new Contribution("cnn_unread_share", votes.unreadShare()),
            new Contribution("cnn_logit", votes.meanLogit()),
            new Contribution("cnn_text_cells", votes.textCells()),
            new Contribution("cnn_sure_cells", votes.sureCells())),
        reasons);
  }

  private static double unit(double value) {
    return Math.max(0, Math.min(1, value));
  }

  @Override
  public void close() {
    model.close();
  }
}
