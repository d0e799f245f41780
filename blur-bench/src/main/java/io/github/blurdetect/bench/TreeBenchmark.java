package io.github.blurdetect.bench;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.features.FeatureExtractor;
import io.github.blurdetect.stacking.DefaultScorerProvider;
import io.github.blurdetect.stacking.StackerModel;
import io.github.blurdetect.tree.TreeModel;
import io.github.blurdetect.tree.TreeScorer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a photo's features to its score on one thread: the walk of the built-in tree model, that and
 * the stack, and XGBoost itself on the same model and row.
 *
 * <p>Photos differ, and a processor learns the turns of a few rows by heart. So the measures of 16
 * pages are mixed, seeded, into 1,024 rows that take many ways through the trees, and each call
 * takes the next. Of every row it is checked first that XGBoost agrees.
 *
 * <p>{@code blur-bench/run TreeBenchmark -prof gc} shows that walk and stack allocate nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TreeBenchmark {
  private static final int PAGES = 16;
  private static final int ROWS = 1024;

  private final TreeModel model = TreeScorer.create(ScorerOptions.defaults()).model();
  private final StackerModel stack = DefaultScorerProvider.builtIn();
  private final double[] scores = new double[stack.members().size()];
  private final double[][] rows = new double[ROWS][];
  private final float[][] floats = new float[ROWS][];
  private final Booster booster = booster();
  private int next;

  private static Booster booster() {
    try (InputStream stream = TreeScorer.class.getResourceAsStream("tree-default.json")) {
      Booster booster = XGBoost.loadModel(Objects.requireNonNull(stream).readAllBytes());
      booster.setParam("nthread", 1);
      return booster;
    } catch (IOException | XGBoostError e) {
      throw new IllegalStateException(e);
    }
  }

  /** Measures pages of various sharpness, mixes them and checks that XGBoost agrees. */
  @Setup
  public void prepare() throws IOException, XGBoostError {
    double[][] pages = new double[PAGES][];
    for (int i = 0; i < PAGES; i++) {
      BlurImage page = TestPhotos.decoded(TestPhotos.jpeg(900, 600, i, 1 + i / 2));
      pages[i] = FeatureExtractor.defaults().extract(page).values();
    }
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < ROWS; i++) {
      rows[i] = mixed(pages, random);
      floats[i] = new float[rows[i].length];
      for (int k = 0; k < rows[i].length; k++) {
        floats[i][k] = (float) rows[i][k];
      }
      next = i - 1;
      double expected = xgboost()[0][0];
      next = i - 1;
      Checks.close("the walk", expected, tree(), 1e-6);
    }
  }

  /** Each feature lies somewhere between, or a little beyond, those of two pages. */
  private static double[] mixed(double[][] pages, SplittableRandom random) {
    double[] row = new double[pages[0].length];
    for (int k = 0; k < row.length; k++) {
      double one = pages[random.nextInt(pages.length)][k];
      double other = pages[random.nextInt(pages.length)][k];
      row[k] = one + (other - one) * random.nextDouble(-0.2, 1.2);
    }
    return row;
  }

  private int row() {
    next = next + 1 & ROWS - 1;
    return next;
  }

  /** The walk of all trees. */
  @Benchmark
  public double tree() {
    return model.predict(rows[row()]);
  }

  /** The walk and the stack, the CNN's score given. */
  @Benchmark
  public double treeAndStack() {
    java.util.Arrays.fill(scores, 0.4);
    scores[0] = model.predict(rows[row()]);
    return stack.blurriness(scores);
  }

  /** The stack where all members were asked. */
  @Benchmark
  public double stack() {
    java.util.Arrays.fill(scores, 0.4 + 1e-3 * row());
    return stack.blurriness(scores);
  }

  /** XGBoost's own prediction of one row, as its Java package offers it. */
  @Benchmark
  public float[][] xgboost() throws XGBoostError {
    float[] row = floats[row()];
    DMatrix matrix = new DMatrix(row, 1, row.length, Float.NaN);
    try {
      return booster.predict(matrix);
    } finally {
      matrix.dispose();
    }
  }
}
