package io.github.blurdetect.cli;

/**
 * Where training and testing verbs read and write unless told otherwise, below the caller's folder.
 */
public final class WorkFolders {
  /** Labelled photos to train on. */
  public static final String TRAIN = "data/input/License/Train";

  /** Labelled photos to test on. */
  public static final String TEST = "data/input/License/Test";

  /** The tree that {@code train_tree} writes. */
  public static final String TREE_MODEL = "data/output/decision_tree/tree.json";

  /** The stack that {@code train_stacking} writes. */
  public static final String STACKING_MODEL = "data/output/stacking/stacking.json";

  /** The CNN that {@code train_cnn} writes. */
  public static final String CNN_MODEL = "data/output/total_image/cnn.onnx";

  /** Measured features, kept until they are stale. */
  public static final String CACHE = "data/output/cache";

  private WorkFolders() {}
}
