package io.github.blurdetect.image.internal;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.ImageDecodeException.Problem;
import io.github.blurdetect.image.internal.SampleLayout.Patch;
import java.lang.ref.Reference;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Decodes with OpenCV: native pixels, turned upright and into RGB or grey natively. */
final class OpenCvCodec {
  // A 16-bit sample v * 257 stands for the 8-bit sample v.
  private static final double TO_8_BIT = 1 / 257.0;

  private OpenCvCodec() {}

  static BlurImage decode(byte[] encoded, ImageHeader header, boolean colour)
      throws ImageDecodeException {
    Mat pixels = null;
    try {
      pixels =
          header.samples().javaReader()
              ? JavaCodec.readTiff(encoded, header)
              : read(encoded, header, colour);
      return toImage(pixels, header, colour);
    } catch (ImageDecodeException e) {
      throw e;
    } catch (Exception e) { // OpenCV's binding throws bare Exceptions, too.
      throw new ImageDecodeException(
          Problem.CORRUPT, header.format() + " image cannot be decoded: " + e.getMessage(), e);
    } finally {
      if (pixels != null) {
        release(pixels);
      }
    }
  }

  private static Mat read(byte[] encoded, ImageHeader header, boolean colour)
      throws ImageDecodeException {
    MatOfByte source = new MatOfByte(encoded);
    try {
      for (Patch patch : header.samples().patches()) {
        source.put(patch.at(), 0, new byte[] {patch.value()});
      }
      Mat decoded = Imgcodecs.imdecode(source, flags(header.samples(), colour));
      if (decoded.cols() != header.width() || decoded.rows() != header.height()) {
        release(decoded);
        throw ImageHeaders.corrupt(
            String.format(
                "%s image decoded to %d x %d pixels, expected %d x %d",
                header.format(), decoded.cols(), decoded.rows(), header.width(), header.height()));
      }
      return decoded;
    } finally {
      release(source);
    }
  }

  /**
   * Gives native memory back now. OpenCV's finalizer deletes a matrix as soon as nothing refers to
   * it, which may be while its last call, this one, still runs: then memory is freed twice.
   */
  private static void release(Mat matrix) {
    matrix.release();
    Reference.reachabilityFence(matrix);
  }

  private static int flags(SampleLayout samples, boolean colour) {
    if (samples.hasAlpha()) {
      return Imgcodecs.IMREAD_UNCHANGED; // Leaves the orientation alone, too.
    }
    boolean grey = samples.grey() || !colour && samples.ownLuma();
    int channels = grey ? Imgcodecs.IMREAD_GRAYSCALE : Imgcodecs.IMREAD_COLOR;
    int depth = samples.bits() > 8 ? Imgcodecs.IMREAD_ANYDEPTH : 0;
    return channels | depth | Imgcodecs.IMREAD_IGNORE_ORIENTATION;
  }

  private static BlurImage toImage(Mat pixels, ImageHeader header, boolean colour) {
    whitenKey(pixels, header.samples().transparentGrey());
    if (pixels.depth() == CvType.CV_16U) {
      pixels.convertTo(pixels, CvType.CV_8U, TO_8_BIT);
    }
    if (pixels.channels() == 3) {
      int conversion = colour ? Imgproc.COLOR_BGR2RGB : Imgproc.COLOR_BGR2GRAY;
      Imgproc.cvtColor(pixels, pixels, conversion);
    }
    turn(pixels, header.orientation());
    int width = pixels.cols();
    int height = pixels.rows();
    return switch (pixels.channels()) {
      case 1 -> BlurImage.grey(bytes(pixels), width, height);
      case 4 -> Transparency.resolve(bytes(pixels), width, height, header.samples());
      default -> BlurImage.rgb(bytes(pixels), width, height);
    };
  }

  /** Returns a plane turned upright. */
  static LumaPlane turned(LumaPlane stored, int orientation) {
    Mat pixels = new Mat(stored.height(), stored.width(), CvType.CV_8UC1);
    try {
      pixels.put(0, 0, stored.data());
      turn(pixels, orientation);
      return new LumaPlane(bytes(pixels), pixels.cols(), pixels.rows(), pixels.cols());
    } finally {
      release(pixels);
    }
  }

  private static byte[] bytes(Mat pixels) {
    byte[] array = new byte[Math.multiplyExact((int) pixels.total(), pixels.channels())];
    pixels.get(0, 0, array);
    return array;
  }

  /** Makes the pixels of a transparent grey value white, where they are more than half. */
  private static void whitenKey(Mat pixels, int key) {
    if (key < 0) {
      return;
    }
    Mat transparent = new Mat();
    try {
      Core.compare(pixels, new Scalar(key), transparent, Core.CMP_EQ);
      if (Core.countNonZero(transparent) > pixels.total() / 2) {
        pixels.setTo(new Scalar(pixels.depth() == CvType.CV_16U ? 65535 : 255), transparent);
      }
    } finally {
      release(transparent);
    }
  }

  /** Turns stored pixels upright; orientations 5 to 8 are mirrored at the diagonal first. */
  private static void turn(Mat pixels, int orientation) {
    if (orientation >= 5) {
      Core.transpose(pixels, pixels);
    }
    switch (orientation) {
      case 2, 6 -> Core.flip(pixels, pixels, 1);
      case 3, 7 -> Core.flip(pixels, pixels, -1);
      case 4, 8 -> Core.flip(pixels, pixels, 0);
      default -> {} // 1 and 5 are done.
    }
  }
}
