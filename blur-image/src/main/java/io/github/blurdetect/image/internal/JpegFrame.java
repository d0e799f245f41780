package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.ImageDecodeException;
import java.util.ArrayList;
import java.util.List;

/** A JPEG's frame header: size, process and components (ITU-T T.81, B.2.2). */
final class JpegFrame {

  /**
   * One colour component.
   *
   * @param table of quantisation, 0 to 3 if sound
   * @param across blocks of 8 x 8 samples in a row of whole MCUs
   * @param down rows of blocks in whole MCUs
   * @param width blocks in a row that hold image
   * @param height rows of blocks that hold image
   * @param nonzero for each block of a progressive image, the coefficients that are not zero so
   *     far, one bit each; else empty
   */
  record Component(
      int id,
      int h,
      int v,
      int table,
      int across,
      int down,
      int width,
      int height,
      long[] nonzero) {}

  final int width;
  final int height;
  final boolean progressive;
  final int mcusAcross;
  final int mcusDown;
  final List<Component> components = new ArrayList<>();

  /**
   * Reads a frame header whose size has been checked.
   *
   * @param at where the segment's data begins
   */
  JpegFrame(Bytes bytes, int marker, int at) throws ImageDecodeException {
    progressive = marker == 0xC2;
    height = bytes.u16(at + 1L, true);
    width = bytes.u16(at + 3L, true);
    int count = bytes.u8(at + 5L);
    int mostH = 1;
    int mostV = 1;
    for (int i = 0; i < count; i++) {
      mostH = Math.max(mostH, sampling(bytes, at, i) >> 4);
      mostV = Math.max(mostV, sampling(bytes, at, i) & 15);
    }
    mcusAcross = parts(width, 8 * mostH);
    mcusDown = parts(height, 8 * mostV);
    for (int i = 0; i < count; i++) {
      int h = sampling(bytes, at, i) >> 4;
      int v = sampling(bytes, at, i) & 15;
      if (h < 1 || h > 4 || v < 1 || v > 4) {
        throw ImageHeaders.corrupt(
            "JPEG component has sampling " + h + " x " + v + ", expected 1 to 4 (byte " + at + ")");
      }
      int across = mcusAcross * h;
      int down = mcusDown * v;
      components.add(
          new Component(
              bytes.u8(at + 6L + 3 * i),
              h,
              v,
              bytes.u8(at + 8L + 3 * i),
              across,
              down,
              parts(parts(width * h, mostH), 8),
              parts(parts(height * v, mostV), 8),
              new long[progressive ? Math.multiplyExact(across, down) : 0]));
    }
  }

  private static int sampling(Bytes bytes, int at, int index) throws ImageDecodeException {
    return bytes.u8(at + 7L + 3 * index);
  }

  private static int parts(int whole, int part) {
    return (whole + part - 1) / part;
  }

  /**
   * Tells whether the first component is brightness in full size and as it is: it is grey, or Y of
   * YCbCr, which JFIF prescribes, an Adobe marker states, or else the usual ids mean.
   *
   * @param adobeTransform of an Adobe marker, or -1 where there is none
   */
  boolean leadsWithLuma(boolean jfif, int adobeTransform) {
    Component first = components.get(0);
    for (Component other : components) {
      if (other.h() > first.h() || other.v() > first.v()) {
        return false;
      }
    }
    boolean usual = true;
    for (int i = 0; i < components.size(); i++) {
      usual &= components.get(i).id() == i + 1;
    }
    boolean ycc = jfif || (adobeTransform < 0 ? usual : adobeTransform == 1);
    return components.size() == 1 || components.size() == 3 && ycc;
  }

  /** Returns the component of an id, as scans name them. */
  Component component(int id, long at) throws ImageDecodeException {
    for (Component component : components) {
      if (component.id() == id) {
        return component;
      }
    }
    throw ImageHeaders.corrupt(
        "JPEG scan at byte " + at + " names component " + id + ", which the frame lacks");
  }
}
