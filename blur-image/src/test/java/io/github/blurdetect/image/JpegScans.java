package io.github.blurdetect.image;

import java.util.ArrayList;
import java.util.List;

/** Cuts progressive JPEG files between their scans. */
final class JpegScans {
  private static final int SOS = 0xDA;

  private JpegScans() {}

  /** Returns the offsets at which the scans' data end. */
  static List<Integer> ends(byte[] jpeg) {
    List<Integer> ends = new ArrayList<>();
    for (int at = 2; at + 4 < jpeg.length; ) {
      boolean scan = (jpeg[at + 1] & 0xFF) == SOS;
      at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
      while (scan && (jpeg[at] != (byte) 0xFF || jpeg[at + 1] == 0)) {
        at++;
      }
      if (scan) {
        ends.add(at);
      }
    }
    return ends;
  }

  /** Tells whether no scan of the first component follows an offset. */
  static boolean completesFirst(byte[] jpeg, int from) {
    for (int end = from; end + 4 < jpeg.length; end++) {
      if (jpeg[end] == (byte) 0xFF && (jpeg[end + 1] & 0xFF) == SOS && jpeg[end + 5] == 1) {
        return false;
      }
    }
    return true;
  }

  /** Returns the file with two neighbouring stretches exchanged. */
  static byte[] exchanged(byte[] jpeg, int first, int second, int end) {
    byte[] out = jpeg.clone();
    System.arraycopy(jpeg, second, out, first, end - second);
    System.arraycopy(jpeg, first, out, first + end - second, second - first);
    return out;
  }
}
