package io.github.blurdetect.tree;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurReason;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.Contribution;
import io.github.blurdetect.api.ModelLoadException;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.features.FeatureExtractor;
import io.github.blurdetect.features.FeatureVector;
import io.github.blurdetect.features.TextMeasurement;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores a photo by the features of its text and a tree model.
 *
 * <p>Blurriness is what the model was trained on: how far the photo is from legible, as its rank
 * among the training photos, 0 to 1 (a model trained on labels alone: the probability that the
 * photo is too blurred to be read). It is no probability until a stack calibrates it. A photo
 * without text, or of something else that was taken for text, gets {@value #NO_TEXT_SCORE} and
 * {@code textFound} false. Contributions are the text features that people ask for, named as {@link
 * FeatureExtractor} names them. Safe for use by many threads.
 */
public final class TreeScorer implements BlurScorer {
  /** The scorer's name. */
  public static final String NAME = "tree";

  /** The blurriness of a photo without text: it says neither. */
  public static final double NO_TEXT_SCORE = 0.5;

  private static final String DEFAULT_MODEL = "tree-default.json";
  private static final List<String> TOLD =
      List.of("legible_share", "legibility_mean", "legibility_p10", "x_height", "noise_p50");

  private final TreeModel model;
  private final double threshold;
  private volatile boolean closed;

  private TreeScorer(TreeModel model, double threshold) {
    this.model = model;
    this.threshold = threshold;
  }

  /**
   * Makes a scorer of a model.
   *
   * @param model trained on the features of {@link FeatureExtractor#defaults()}
   * @return a new scorer
   * @throws ModelLoadException if the model has no metadata, or was trained on other features or
   *     another version of them
   */
  public static TreeScorer of(TreeModel model) {
    FeatureExtractor extractor = FeatureExtractor.defaults();
    TreeMetadata metadata =
        model
            .metadata()
            .orElseThrow(
                () ->
                    new ModelLoadException(
                        "tree model "
                            + model.source()
                            + " has no object '"
                            + TreeMetadata.KEY
                            + "', expected one with its features and threshold"));
    if (!metadata.extractorVersion().equals(extractor.version())) {
      throw new ModelLoadException(
          String.format(
              "tree model %s was trained on features of version %s, expected %s: train it anew",
              model.source(), metadata.extractorVersion(), extractor.version()));
    }
    if (!metadata.features().equals(extractor.names())) {
      throw new ModelLoadException(
          String.format(
              "tree model %s has features %s, expected %s",
              model.source(), metadata.features(), extractor.names()));
    }
    return new TreeScorer(model, metadata.threshold());
  }

  /**
   * Makes a scorer of the model in the options, or of the one that comes with this library.
   *
   * @param options model file; threads and properties are ignored
   * @return a new scorer
   * @throws ModelLoadException if the model is missing or does not fit
   */
  public static TreeScorer create(ScorerOptions options) {
    return of(options.model().map(TreeModel::load).orElseGet(TreeScorer::defaultModel));
  }

  private static TreeModel defaultModel() {
    try (InputStream stream = TreeScorer.class.getResourceAsStream(DEFAULT_MODEL)) {
      if (stream == null) {
        throw new ModelLoadException("blur-tree holds no " + DEFAULT_MODEL + ", expected one");
      }
      return TreeModel.load(stream, DEFAULT_MODEL);
    } catch (IOException e) {
      throw new ModelLoadException(DEFAULT_MODEL + " cannot be read: " + e, e);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public double threshold() {
    return threshold;
  }

  @Override
  public boolean needsColour() {
    return false;
  }

  /**
   * Returns the model.
   *
   * @return as given
   */
  public TreeModel model() {
    return model;
  }

  @Override
  public BlurScore score(BlurImage image) {
    if (closed) {
      throw new IllegalStateException("the tree scorer has been closed");
    }
    TextMeasurement measured = FeatureExtractor.defaults().measure(image);
    FeatureVector features = measured.features();
    if (!measured.looksLikePrint()) {
      return BlurScore.noText(NO_TEXT_SCORE);
    }
    double blurriness = model.predict(features.values());
    List<Contribution> contributions = new ArrayList<>();
    for (String name : TOLD) {
      contributions.add(new Contribution(name, features.get(name)));
    }
    List<BlurReason> reasons = blurriness > threshold ? TextReasons.of(features) : List.of();
    return new BlurScore(blurriness, true, contributions, reasons);
  }

  @Override
  public void close() {
    closed = true;
  }
}
