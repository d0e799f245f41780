package io.github.blurdetect.image.internal;

import org.jspecify.annotations.Nullable;

/** The image formats that are read, and how a file of each begins. */
enum ImageFormat {
  JPEG,
  PNG,
  WEBP,
  TIFF,
  BMP,
  GIF;

  /** Returns the format that the bytes begin like, or null. */
  public static @Nullable ImageFormat sniff(Bytes bytes) {
    if (bytes.has(0, "\u00ff\u00d8")) {
      return JPEG;
    } else if (bytes.has(0, "\u0089PNG\r\n\u001a\n")) {
      return PNG;
    } else if (bytes.has(0, "RIFF") && bytes.has(8, "WEBP")) {
      return WEBP;
    } else if (isTiff(bytes)) {
      return TIFF;
    } else if (bytes.has(0, "GIF87a") || bytes.has(0, "GIF89a")) {
      return GIF;
    }
    return bytes.has(0, "BM") ? BMP : null;
  }

  private static boolean isTiff(Bytes bytes) {
    return bytes.has(0, "II*\0")
        || bytes.has(0, "MM\0*")
        || bytes.has(0, "II+\0")
        || bytes.has(0, "MM\0+");
  }

  /** Returns the name of a known file type that is not read, or null. */
  static @Nullable String unsupported(Bytes bytes) {
    if (bytes.has(4, "ftyp")) {
      boolean avif = bytes.has(8, "avif") || bytes.has(8, "avis");
      boolean heif = bytes.has(8, "hei") || bytes.has(8, "hev") || bytes.has(8, "mif1");
      return avif ? "AVIF" : heif ? "HEIC" : "an ISO media file";
    } else if (bytes.has(0, "%PDF")) {
      return "PDF";
    } else if (bytes.has(0, "\0\0\0\fjP  ") || bytes.has(0, "\u00ff\u004f\u00ff\u0051")) {
      return "JPEG 2000";
    } else if (bytes.has(0, "\0\0\0\fJXL ") || bytes.has(0, "\u00ff\n")) {
      return "JPEG XL";
    }
    return bytes.has(0, "8BPS") ? "Photoshop" : null;
  }
}
