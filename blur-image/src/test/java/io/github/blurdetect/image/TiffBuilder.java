package io.github.blurdetect.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Writes uncompressed TIFFs of one strip with tags of one's choice, in either byte order. */
final class TiffBuilder {
  private static final int PIXELS = 8;

  private final byte[] pixels;
  private final Map<Integer, int[]> tags = new TreeMap<>();
  private boolean big;

  private TiffBuilder(byte[] pixels, int width, int height, int bits, int photometric, int count) {
    this.pixels = pixels;
    int[] depth = new int[count];
    Arrays.fill(depth, bits);
    tag(256, width).tag(257, height).tag(258, depth).tag(259, 1).tag(262, photometric);
    tag(273, PIXELS).tag(277, count).tag(278, height).tag(279, pixels.length);
  }

  static TiffBuilder rgb(byte[] rgb, int width, int height) {
    return new TiffBuilder(rgb, width, height, 8, 2, 3);
  }

  static TiffBuilder of(
      byte[] pixels, int width, int height, int bits, int photometric, int count) {
    return new TiffBuilder(pixels, width, height, bits, photometric, count);
  }

  TiffBuilder tag(int tag, int... values) {
    tags.put(tag, values);
    return this;
  }

  TiffBuilder bigEndian() {
    big = true;
    return this;
  }

  byte[] build() {
    int directory = (PIXELS + pixels.length + 1) / 2 * 2;
    int more = directory + 2 + 12 * tags.size() + 4;
    ByteBuffer out =
        ByteBuffer.allocate(more + 4 * tags.values().stream().mapToInt(v -> v.length).sum());
    out.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    out.put((byte) (big ? 'M' : 'I')).put((byte) (big ? 'M' : 'I')).putShort((short) 42);
    out.putInt(directory).put(pixels).position(directory);
    out.putShort((short) tags.size());
    for (Map.Entry<Integer, int[]> tag : tags.entrySet()) {
      more = entry(out, tag.getKey(), tag.getValue(), more);
    }
    out.putInt(0);
    return Arrays.copyOf(out.array(), more);
  }

  private static int entry(ByteBuffer out, int tag, int[] values, int more) {
    boolean wide = Arrays.stream(values).anyMatch(v -> v > 0xFFFF);
    int size = wide ? 4 : 2;
    out.putShort((short) tag).putShort((short) (wide ? 4 : 3)).putInt(values.length);
    int at = out.position();
    boolean inside = values.length * size <= 4;
    if (!inside) {
      out.putInt(at, more);
      out.position(more);
    }
    for (int value : values) {
      if (wide) {
        out.putInt(value);
      } else {
        out.putShort((short) value);
      }
    }
    out.position(at + 4);
    return inside ? more : more + values.length * size;
  }
}
