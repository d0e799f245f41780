package io.github.blurdetect.bench;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.cnn.CnnModel;
import io.github.blurdetect.cnn.CnnScorer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The networks on one thread, pixels given: a photo's worth of tiles (12 of 128 x 128) through the
 * built-in network in fp32 and through the same network in int8, and the Python system's network on
 * its one picture of 256 x 256.
 *
 * <p>{@code blur-bench/run CnnBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CnnBenchmark {
  private static final int TILES = 12;
  private static final int SIDE = 128;
  private static final int REFERENCE_SIDE = 256;

  private final CnnModel fp32 = CnnScorer.create(ScorerOptions.defaults()).model();
  private final CnnModel int8 = CnnModel.load(int8Bytes(), "cnn-int8.onnx", 1);
  private final CnnModel reference = CnnScorer.createReference(1).model();
  private byte[] tiles = new byte[0];
  private byte[] picture = new byte[0];

  private static byte[] int8Bytes() {
    try (InputStream stream = CnnBenchmark.class.getResourceAsStream("cnn-int8.onnx")) {
      return Objects.requireNonNull(stream).readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Cuts tiles of a page, half of them blurred, and checks that the networks tell them apart. */
  @Setup
  public void prepare() throws IOException {
    Checks.equal("the built-in network's channels", 1, fp32.info().channels());
    tiles = new byte[TILES * SIDE * SIDE];
    picture = new byte[REFERENCE_SIDE * REFERENCE_SIDE * 3];
    for (int blurred = 0; blurred < 2; blurred++) {
      LumaPlane page = TestPhotos.decoded(TestPhotos.jpeg(800, 900, 3, 1 + 10 * blurred)).luma();
      for (int i = 0; i < TILES / 2; i++) {
        cut(page, 10 + 100 * i, 200, (blurred * TILES / 2 + i) * SIDE * SIDE);
      }
    }
    for (int i = 0; i < picture.length; i++) {
      picture[i] = tiles[i % tiles.length];
    }
    for (CnnModel model : new CnnModel[] {fp32, int8}) {
      float[] scores = run(model).score();
      double sharp = Arrays.stream(new int[] {0, 1, 2, 3, 4, 5}).mapToDouble(i -> scores[i]).sum();
      double blurred = 0;
      for (int i = TILES / 2; i < TILES; i++) {
        blurred += scores[i];
      }
      if (!(blurred > sharp + 2)) {
        throw new IllegalStateException(
            model.info().source()
                + " tells sharp from blurred tiles badly: "
                + Arrays.toString(scores));
      }
    }
    Checks.close("the reference's score", 0.5, reference().score()[0], 0.5);
  }

  private void cut(LumaPlane page, int left, int top, int to) {
    for (int y = 0; y < SIDE; y++) {
      System.arraycopy(page.data(), (top + y) * page.stride() + left, tiles, to + y * SIDE, SIDE);
    }
  }

  private CnnModel.Output run(CnnModel model) {
    return model.run(tiles, TILES, SIDE, SIDE);
  }

  /** The built-in network. */
  @Benchmark
  public CnnModel.Output fp32() {
    return run(fp32);
  }

  /** The same network with its weights and activations rounded to 8 bits. */
  @Benchmark
  public CnnModel.Output int8() {
    return run(int8);
  }

  /** The Python system's network, its own weights, its one picture a photo. */
  @Benchmark
  public CnnModel.Output reference() {
    return reference.run(picture, 1, REFERENCE_SIDE, REFERENCE_SIDE);
  }

  /** Frees the networks. */
  @TearDown
  public void close() {
    int8.close();
    fp32.close();
    reference.close();
  }
}
