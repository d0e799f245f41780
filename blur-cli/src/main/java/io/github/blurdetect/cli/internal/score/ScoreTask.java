package io.github.blurdetect.cli.internal.score;

import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.cli.VerbException;
import io.github.blurdetect.image.DecodeOptions;
import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.ImageDecoder;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Decodes and assesses one input; whatever goes wrong with it becomes its outcome. */
final class ScoreTask {
  private final ImageDecoder decoder;
  private final ImageDecoder inColour;
  private final BlurDetector detector;
  private final InputStream standardInput;
  private final @Nullable MapWriter maps;

  ScoreTask(
      DecodeOptions limits,
      BlurDetector detector,
      InputStream standardInput,
      @Nullable MapWriter maps) {
    this.inColour = new ImageDecoder(limits);
    this.decoder = inColour.withColour(detector.needsColour());
    this.detector = detector;
    this.standardInput = standardInput;
    this.maps = maps;
  }

  Outcome run(Input input) {
    if (input.problem() != null) {
      return Outcome.failed(input.name(), input.problem(), "UNREADABLE");
    }
    try {
      return maps == null
          ? Outcome.of(input.name(), detector.assess(decode(decoder, input)))
          : withMap(input, maps);
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

  // The map is drawn in colour; the verdict is that of a run without maps, but for standard input,
  // which can be read only once: there the brightness of the colours is scored.
  private Outcome withMap(Input input, MapWriter writer) throws ImageDecodeException {
    BlurImage colour = decode(inColour, input);
    boolean once = decoder == inColour || input.path() == null;
    BlurImage scored = once ? colour : decode(decoder, input);
    Outcome outcome = Outcome.of(input.name(), detector.assess(scored));
    writer.write(input.name(), colour);
    return outcome;
  }

  private BlurImage decode(ImageDecoder with, Input input) throws ImageDecodeException {
    return input.path() == null ? with.decode(standardInput) : with.decode(input.path());
  }

  private static String withoutName(ImageDecodeException e, String name) {
    String message = String.valueOf(e.getMessage());
    return message.startsWith(name + ": ") ? message.substring(name.length() + 2) : message;
  }
}
