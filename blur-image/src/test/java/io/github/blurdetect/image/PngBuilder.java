package io.github.blurdetect.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes PNGs of every colour type and bit depth, sound or broken, chunk by chunk. */
final class PngBuilder {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  PngBuilder() {
    out.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
  }

  PngBuilder chunk(String name, byte[] data) {
    byte[] type = name.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(type);
    sum.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(type);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    return this;
  }

  PngBuilder header(int width, int height, int bits, int colour) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    return chunk("IHDR", header.put((byte) bits).put((byte) colour).array());
  }

  /** Adds rows of packed samples, unfiltered. */
  PngBuilder data(byte[] rows, int rowBytes) {
    ByteArrayOutputStream filtered = new ByteArrayOutputStream();
    for (int at = 0; at < rows.length; at += rowBytes) {
      filtered.write(0);
      filtered.write(rows, at, rowBytes);
    }
    Deflater deflater = new Deflater();
    deflater.setInput(filtered.toByteArray());
    deflater.finish();
    byte[] packed = new byte[filtered.size() + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return chunk("IDAT", java.util.Arrays.copyOf(packed, length));
  }

  byte[] end() {
    return chunk("IEND", new byte[0]).out.toByteArray();
  }

  byte[] unfinished() {
    return out.toByteArray();
  }
}
