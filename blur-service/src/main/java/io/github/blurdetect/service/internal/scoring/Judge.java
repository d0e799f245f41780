package io.github.blurdetect.service.internal.scoring;

import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.ImageDecoder;
import io.github.blurdetect.service.FailureCode;
import io.github.blurdetect.service.internal.LogLine;
import java.nio.ByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes an image and asks the detector. Whatever happens, there is a reply. */
public final class Judge {
  private static final Logger LOG = LoggerFactory.getLogger(Judge.class);

  private final ImageDecoder decoder;
  private final BlurDetector detector;

  /**
   * Makes a judge.
   *
   * @param decoder holds the limits on pixels and bytes; colours that the detector does not need
   *     are left out
   * @param detector stays the caller's
   */
  public Judge(ImageDecoder decoder, BlurDetector detector) {
    this.decoder = decoder.withColour(decoder.options().colour() && detector.needsColour());
    this.detector = detector;
  }

  /**
   * Judges one image. Safe for use by many threads.
   *
   * @param image the encoded image; copied
   * @return verdict or failure
   */
  public Judgement judge(ByteBuffer image) {
    if (!image.hasRemaining()) {
      return Judgement.failed(FailureCode.EMPTY, "the request has no image bytes");
    }
    try {
      byte[] encoded = new byte[image.remaining()];
      image.duplicate().get(encoded);
      return Judgement.of(detector.assess(decoder.decode(encoded)));
    } catch (ImageDecodeException e) {
      return Judgement.failed(code(e.problem()), String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      return defect(FailureCode.OUT_OF_MEMORY, "the image takes more memory than there is", e);
    } catch (RuntimeException | Error e) {
      // A plug-in scorer may throw anything; an Error must not cost the caller its reply either.
      return defect(FailureCode.INTERNAL, "the image could not be scored; see the server's log", e);
    }
  }

  private static Judgement defect(FailureCode code, String message, Throwable thrown) {
    LOG.error(LogLine.of("defect").with("code", code.text()).toString(), thrown);
    return Judgement.failed(code, message);
  }

  private static FailureCode code(ImageDecodeException.Problem problem) {
    return switch (problem) {
      case EMPTY -> FailureCode.EMPTY;
      case NOT_AN_IMAGE -> FailureCode.NOT_AN_IMAGE;
      case TRUNCATED -> FailureCode.TRUNCATED;
      case CORRUPT -> FailureCode.CORRUPT;
      case TOO_LARGE -> FailureCode.TOO_LARGE;
      case UNSUPPORTED -> FailureCode.UNSUPPORTED;
      case NOT_FOUND, DIRECTORY, UNREADABLE -> FailureCode.INTERNAL;
    };
  }
}
