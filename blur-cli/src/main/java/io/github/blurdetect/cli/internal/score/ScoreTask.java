package io.github.blurdetect.cli.internal.score;

import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.cli.VerbException;
import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.ImageDecoder;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Decodes and assesses one input; whatever goes wrong with it becomes its outcome. */
final class ScoreTask {
  private final ImageDecoder decoder;
  private final BlurDetector detector;
  private final InputStream standardInput;
  private final @Nullable MapWriter maps;

  ScoreTask(
      ImageDecoder decoder,
      BlurDetector detector,
      InputStream standardInput,
      @Nullable MapWriter maps) {
    this.decoder = decoder;
    this.detector = detector;
    this.standardInput = standardInput;
    this.maps = maps;
  }

  Outcome run(Input input) {
    if (input.problem() != null) {
      return Outcome.failed(input.name(), input.problem(), "UNREADABLE");
    }
    try {
      BlurImage image = decode(input);
      Outcome outcome = Outcome.of(input.name(), detector.assess(image));
      if (maps != null) {
        maps.write(input.name(), image);
      }
      return outcome;
    } catch (VerbException e) {
      throw e;
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
