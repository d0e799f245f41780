package io.github.blurdetect.cnn;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.github.blurdetect.api.ModelLoadException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A CNN in ONNX Runtime: takes batches of 8-bit images of one size, any size from 8 x 8 up.
 *
 * <p>Safe for use by many threads, which share one session. Holds native memory until closed.
 */
public final class CnnModel implements AutoCloseable {
  /** Shortest side of an image: below it the pooled map is empty. */
  public static final int SHORTEST_SIDE = 8;

  private final OrtEnvironment environment;
  private final OrtSession.SessionOptions sessionOptions;
  private final OrtSession session;
  private final CnnModelInfo info;
  private final Set<String> outputs;
  private final AtomicBoolean closed = new AtomicBoolean();

  private CnnModel(
      OrtEnvironment environment,
      OrtSession.SessionOptions sessionOptions,
      OrtSession session,
      CnnModelInfo info) {
    this.environment = environment;
    this.sessionOptions = sessionOptions;
    this.session = session;
    this.info = info;
    this.outputs = info.textOutput() ? Set.of("score", "map", "text") : Set.of("score", "map");
  }

  /**
   * What the network says of a batch. Arrays are the caller's own.
   *
   * @param images images in the batch
   * @param rows rows of each map
   * @param columns columns of each map
   * @param score one value an image: probability that its print cannot be read
   * @param map {@code images * rows * columns} values: the same for each cell
   * @param text as many: probability that the cell holds print; null for models without that output
   */
  @SuppressWarnings("ArrayRecordComponent") // Results of one call, never compared.
  public record Output(
      int images, int rows, int columns, float[] score, float[] map, float @Nullable [] text) {}

  /**
   * Loads a model file.
   *
   * @param file an ONNX model
   * @param threads threads one call of {@link #run} may use, at least 1
   * @return the model, which the caller closes
   * @throws ModelLoadException if the file is missing, no ONNX model, or has other inputs and
   *     outputs than expected
   */
  public static CnnModel load(Path file, int threads) {
    try {
      return load(Files.readAllBytes(file), String.valueOf(file.getFileName()), threads);
    } catch (IOException e) {
      throw new ModelLoadException("CNN model cannot be read: " + file + " (" + e + ")", e);
    }
  }

  /**
   * Loads a model that lies beside a class.
   *
   * @param name resource name, from this class's package
   * @param threads as in {@link #load(Path, int)}
   * @return the model, which the caller closes
   * @throws ModelLoadException if there is no such resource or it does not fit
   */
  static CnnModel loadResource(String name, int threads) {
    try (InputStream stream = CnnModel.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new ModelLoadException("CNN model is missing from the jar: " + name);
      }
      return load(stream.readAllBytes(), name, threads);
    } catch (IOException e) {
      throw new ModelLoadException("CNN model cannot be read from the jar: " + name, e);
    }
  }

  /**
   * Loads a model from memory.
   *
   * @param model an ONNX model's bytes
   * @param source its name, for messages
   * @param threads threads one call of {@link #run} may use, at least 1
   * @return the model, which the caller closes
   * @throws ModelLoadException if it is no ONNX model or has other inputs and outputs than expected
   * @throws IllegalArgumentException if threads is under 1
   */
  public static CnnModel load(byte[] model, String source, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", expected at least 1");
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    OrtSession.SessionOptions options = null;
    OrtSession session = null;
    try {
      options = options(threads);
      session = environment.createSession(model, options);
      CnnModelInfo info = ModelContract.check(session, source);
      return new CnnModel(environment, options, session, info);
    } catch (OrtException | ModelLoadException e) {
      closeQuietly(session, options);
      if (e instanceof ModelLoadException known) {
        throw known;
      }
      throw new ModelLoadException(
          "not a usable ONNX model: " + source + " (" + e.getMessage() + ")", e);
    }
  }

  private static OrtSession.SessionOptions options(int threads) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(threads);
    options.setInterOpNumThreads(1);
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
    return options;
  }

  private static void closeQuietly(
      @Nullable OrtSession session, OrtSession.@Nullable SessionOptions options) {
    try {
      if (session != null) {
        session.close();
      }
    } catch (OrtException e) {
      // The session is unusable anyway; the reason is on its way to the caller.
    }
    if (options != null) {
      options.close();
    }
  }

  /**
   * Returns what the model says of itself.
   *
   * @return the same at every call
   */
  public CnnModelInfo info() {
    return info;
  }

  /**
   * Runs the network over images of one size.
   *
   * @param pixels {@code images * height * width * channels} bytes in the model's own order ({@link
   *     CnnModelInfo#channelsLast()})
   * @param images images in the batch, at least 1
   * @param height rows, at least 8
   * @param width columns, at least 8
   * @return scores and maps
   * @throws IllegalArgumentException if a number is too small or the array has another length
   * @throws IllegalStateException if the model has been closed
   */
  public Output run(byte[] pixels, int images, int height, int width) {
    checkOpen();
    int channels = info.channels();
    if (images < 1 || height < SHORTEST_SIDE || width < SHORTEST_SIDE) {
      throw new IllegalArgumentException(
          "batch is %d images of %d x %d, expected at least 1 of %d x %d"
              .formatted(images, width, height, SHORTEST_SIDE, SHORTEST_SIDE));
    }
    long expected = (long) images * height * width * channels;
    if (pixels.length != expected) {
      throw new IllegalArgumentException(
          "pixel array has " + pixels.length + " bytes, expected " + expected);
    }
    long[] shape =
        info.channelsLast()
            ? new long[] {images, height, width, channels}
            : new long[] {images, channels, height, width};
    ByteBuffer buffer = ByteBuffer.allocateDirect(pixels.length).put(pixels).rewind();
    try (OnnxTensor input =
            OnnxTensor.createTensor(environment, buffer, shape, OnnxJavaType.UINT8);
        OrtSession.Result result = session.run(Map.of("image", input), outputs)) {
      return read(result, images);
    } catch (OrtException e) {
      throw new IllegalStateException(
          "ONNX Runtime failed on " + info.source() + ": " + e.getMessage(), e);
    }
  }

  private static Output read(OrtSession.Result result, int images) {
    OnnxTensor map = tensor(result, "map");
    long[] shape = map.getInfo().getShape();
    boolean text = result.get("text").isPresent();
    return new Output(
        images,
        (int) shape[2],
        (int) shape[3],
        floats(tensor(result, "score")),
        floats(map),
        text ? floats(tensor(result, "text")) : null);
  }

  private static OnnxTensor tensor(OrtSession.Result result, String name) {
    return (OnnxTensor) result.get(name).orElseThrow();
  }

  private static float[] floats(OnnxTensor tensor) {
    var buffer = tensor.getFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  private void checkOpen() {
    if (closed.get()) {
      throw new IllegalStateException("CNN model " + info.source() + " has been closed");
    }
  }

  /** Frees the session. Closing twice does nothing; no call of {@link #run} may be under way. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      closeQuietly(session, sessionOptions);
    }
  }
}
