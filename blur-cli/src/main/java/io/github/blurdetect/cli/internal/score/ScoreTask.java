package io.github.blurdetect.cli.internal.score;

import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.ImageDecoder;
import java.io.InputStream;

/** Decodes and assesses one input; whatever goes wrong with it becomes its outcome. */
final class ScoreTask {
  private final ImageDecoder decoder;
  private final BlurDetector detector;
  private final InputStream standardInput;

  ScoreTask(ImageDecoder decoder, BlurDetector detector, InputStream standardInput) {
    this.decoder = decoder;
    this.detector = detector;
    this.standardInput = standardInput;
  }

  Outcome run(Input input) {
    if (input.problem() != null) {
      return Outcome.failed(input.name(), input.problem(), "UNREADABLE");
    }
    try {
      return Outcome.of(input.name(), detector.assess(decode(input)));
    } catch (ImageDecodeException e) {
      return Outcome.failed(input.name(), withoutName(e, input.name()), e.problem().name());
    } catch (OutOfMemoryError e) {
      return Outcome.failed(
          input.name(), "not enough memory; try --jobs 1 or BLUR_JAVA_OPTS=-Xmx4g", "MEMORY");
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return Outcome.failed(input.name(), "the scorer failed: " + e, "SCORER");
    }
  }

  private BlurImage decode(Input input) throws ImageDecodeException {
    return input.path() == null ? decoder.decode(standardInput) : decoder.decode(input.path());
  }

  private static String withoutName(ImageDecodeException e, String name) {
    String message = String.valueOf(e.getMessage());
    return message.startsWith(name + ": ") ? message.substring(name.length() + 2) : message;
  }
}
