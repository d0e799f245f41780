package io.github.blurdetect.image.internal;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.image.DecodeOptions;
import io.github.blurdetect.image.ImageDecodeException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Walks a JPEG's markers from SOI to EOI (ITU-T T.81, annex B).
 *
 * <p>Image data are read to their end by {@link JpegScan}. Markers inside segments (thumbnails) are
 * passed over by their length; what follows EOI (other pictures of a multi-picture file, padding)
 * is not looked at. Bytes between segments that are no marker are skipped, as libjpeg skips them.
 */
final class JpegHeader {
  private static final int SOF0 = 0xC0;
  private static final int SOF2 = 0xC2;
  private static final int DHT = 0xC4;
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int DQT = 0xDB;
  private static final int DRI = 0xDD;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP14 = 0xEE;
  private static final int TEM = 0x01;
  // A hostile file can ask for a whole pass over the image with every scan of a few bytes.
  private static final int MOST_SCANS = 100;
  // Where the colour transform stands in Adobe's segment.
  private static final int ADOBE_TRANSFORM = 11;
  // From so many pixels on, print of the usual size is judged on the halved plane.
  private static final int LARGE = 6_000_000;
  // Two bytes a coefficient until the last scan: larger progressive images are left to OpenCV.
  private static final int MOST_KEPT = 25_000_000;

  private final Bytes bytes;
  private final DecodeOptions limits;
  private final JpegTables tables = new JpegTables();
  private @Nullable JpegFrame frame;
  private int orientation = ExifOrientation.UPRIGHT;
  private boolean exifSeen;
  private boolean jfif;
  private boolean adobe;
  private int adobeTransform = -1;
  private int scans;
  private final Brightness wanted;
  private @Nullable JpegPlane plane;
  private int[] quantisation = {}; // of the plane, in zigzag order
  private @Nullable JpegCoefficients coefficients; // of a progressive image
  private @Nullable JpegScan marked; // the scan that the plane was made of, if halved

  /** What is to be made of brightness while the data are read. */
  enum Brightness {
    NONE,
    /** At full size. */
    FULL,
    /** With both sides halved where the image is large, so that nobody may ever want all of it. */
    HALVED_IF_LARGE
  }

  JpegHeader(Bytes bytes, DecodeOptions limits, Brightness wanted) {
    this.bytes = bytes;
    this.limits = limits;
    this.wanted = wanted;
  }

  ImageHeader read() throws ImageDecodeException {
    int at = 2;
    while (true) {
      at = nextMarker(at);
      int marker = bytes.u8(at++);
      if (marker == EOI) {
        break;
      }
      if (isBare(marker)) {
        continue;
      }
      int length = bytes.u16(at, true);
      if (length < 2) {
        throw ImageHeaders.corrupt(
            "JPEG segment at byte " + at + " has length " + length + ", expected at least 2");
      }
      bytes.need(at, length);
      at = segment(marker, at + 2, length - 2);
    }
    if (frame == null || scans == 0) {
      throw ImageHeaders.corrupt("JPEG ends at byte " + at + " without image data");
    }
    return header(frame);
  }

  private ImageHeader header(JpegFrame known) throws ImageDecodeException {
    int components = known.components.size();
    if (components == 4 && !adobe) {
      throw ImageHeaders.unsupported(
          "JPEG has 4 components without an Adobe marker, expected 1, 3, or Adobe's CMYK or YCCK");
    }
    SampleLayout samples =
        components == 3 ? SampleLayout.LUMA_AND_COLOUR : SampleLayout.of(components == 1);
    return new ImageHeader(ImageFormat.JPEG, known.width, known.height, orientation, samples);
  }

  /** Returns the offset of the code of the next marker at or after an offset. */
  private int nextMarker(int from) throws ImageDecodeException {
    byte[] array = bytes.array();
    for (int at = from; at + 1 < array.length; at++) {
      int code = array[at + 1] & 0xFF;
      if (array[at] == (byte) 0xFF && code != 0 && code != 0xFF) {
        return at + 1;
      }
    }
    throw ImageHeaders.truncated(
        "JPEG ends at byte " + array.length + ", expected an EOI marker (ff d9)");
  }

  private static boolean isBare(int marker) {
    return marker == SOI || marker == TEM || isRestart(marker);
  }

  private static boolean isRestart(int marker) {
    return marker >= 0xD0 && marker <= 0xD7;
  }

  private static boolean isFrame(int marker) {
    return marker >= SOF0
        && marker <= 0xCF
        && marker != DHT
        && marker != 0xC8 // JPG
        && marker != 0xCC; // DAC
  }

  /** Reads a segment and returns the offset of what follows it, image data included. */
  private int segment(int marker, int at, int length) throws ImageDecodeException {
    int end = at + length;
    if (isFrame(marker)) {
      frame(marker, at);
    } else if (marker == DHT) {
      tables.define(bytes, at, length);
    } else if (marker == DQT) {
      tables.quantise(bytes, at, length);
    } else if (marker == DRI) {
      tables.restartInterval(bytes.u16(at, true));
    } else if (marker == SOS) {
      return scan(at, end);
    } else if (marker == APP1 && !exifSeen && length > 6 && bytes.has(at, "Exif\0")) {
      exifSeen = true;
      orientation = ExifOrientation.read(bytes, at + 6L, length - 6L);
    } else if (marker == APP0 && bytes.has(at, "JFIF\0")) {
      jfif = true;
    } else if (marker == APP14 && bytes.has(at, "Adobe")) {
      adobe = true;
      adobeTransform = length > ADOBE_TRANSFORM ? bytes.u8(at + ADOBE_TRANSFORM) : 0;
    }
    return end;
  }

  private void frame(int marker, int at) throws ImageDecodeException {
    if (frame != null) {
      throw ImageHeaders.corrupt("JPEG has a second frame header at byte " + at + ", expected one");
    }
    int bits = bytes.u8(at);
    int height = bytes.u16(at + 1L, true);
    int width = bytes.u16(at + 3L, true);
    int components = bytes.u8(at + 5L);
    if (height == 0) {
      throw ImageHeaders.unsupported("JPEG's height follows its first scan (DNL), expected before");
    }
    ImageHeaders.checkSize(limits, width, height);
    if (marker > SOF2 || bits != 8) {
      throw ImageHeaders.unsupported(
          String.format(
              "JPEG is of process SOF%d with %d bits, expected SOF0, SOF1 or SOF2 with 8 bits",
              marker - SOF0, bits));
    }
    if (components != 1 && components != 3 && components != 4) {
      throw ImageHeaders.unsupported("JPEG has " + components + " components, expected 1, 3 or 4");
    }
    frame = new JpegFrame(bytes, marker, at);
  }

  private int scan(int at, int dataAt) throws ImageDecodeException {
    if (frame == null) {
      throw ImageHeaders.corrupt("JPEG has image data at byte " + at + " before a frame header");
    }
    if (++scans > MOST_SCANS) {
      throw ImageHeaders.unsupported("JPEG has over " + MOST_SCANS + " scans");
    }
    if (plane == null && wanted != Brightness.NONE) {
      plane = plane(frame);
      boolean kept = plane != null && frame.progressive;
      coefficients = kept ? new JpegCoefficients(frame.components.get(0)) : null;
    }
    JpegPlane now = frame.progressive ? null : plane;
    JpegScan scan = new JpegScan(bytes, frame, tables, at, dataAt, now, coefficients);
    if (scan.marksParts()) {
      marked = scan;
    }
    return scan.check();
  }

  /** Prepares for making brightness of the data, where they come in one go and it is at hand. */
  private @Nullable JpegPlane plane(JpegFrame known) {
    int[] factors = tables.quantisation(known.components.get(0).table());
    if (factors == null
        || known.progressive && pixels(known) > MOST_KEPT
        || !known.leadsWithLuma(jfif, adobe ? adobeTransform : -1)
        || !bytes.has(2, "\u00ff")) {
      return null;
    }
    boolean halved =
        wanted == Brightness.HALVED_IF_LARGE
            && !known.progressive
            && pixels(known) >= LARGE
            && pairsOff(known);
    quantisation = factors;
    return new JpegPlane(known.components.get(0), factors, known.width, known.height, halved);
  }

  private static long pixels(JpegFrame known) {
    return (long) known.width * known.height;
  }

  /**
   * Whether something about the tables, those of colours included, may be more than OpenCV takes.
   */
  private boolean isOdd(JpegFrame known) {
    return tables.odd()
        || known.components.stream()
            .anyMatch(component -> tables.quantisation(component.table()) == null);
  }

  /** Turned the other way round, an odd side's pixels would pair off differently. */
  private boolean pairsOff(JpegFrame known) {
    return (known.width | known.height) % 2 == 0 || orientation == ExifOrientation.UPRIGHT;
  }

  /**
   * Returns the brightness as it is stored, after {@link #read}; null where it was not wanted or
   * cannot be made here. It has the image's size, or else that of its halves.
   */
  @Nullable LumaPlane brightness() {
    if (frame == null || plane == null || isOdd(frame)) {
      return null;
    }
    if (coefficients != null && coefficients.complete()) {
      coefficients.draw(plane);
      coefficients = null;
    }
    if (!plane.complete()) {
      return null;
    }
    LumaPlane made = plane.plane();
    boolean halved = made.width() < frame.width;
    return halved && !pairsOff(frame) ? null : made; // EXIF may come late.
  }

  /**
   * Returns what parts of the brightness in full size can be had from, where {@link #brightness} is
   * halved.
   *
   * @param same bytes as were read, which nobody will write to
   */
  JpegParts parts(byte[] same) {
    JpegFrame.Component component = Objects.requireNonNull(frame, "frame").components.get(0);
    JpegScan scan = Objects.requireNonNull(marked, "marked scan").of(same);
    return new JpegParts(scan, component, quantisation);
  }
}
