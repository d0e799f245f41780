package io.github.blurdetect.training.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardEventsTest {
  @TempDir Path folder;

  @Test
  void write_twoRounds_framesHoldTheirScalars() throws IOException {
    Path file = folder.resolve("events.out.tfevents.x");
    TensorBoardEvents.write(
        file,
        List.of(
            new EpochRecord(1, 0.002, 0.7, 0.6, 0.8, 0.5, 0.61, 10),
            new EpochRecord(2, 0.001, 0.5, 0.4, 0.9, 0.6, 0.72, 20)));
    List<byte[]> frames = frames(Files.readAllBytes(file));
    assertThat(frames).hasSize(3);
    assertThat(new String(frames.get(0), java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains("brain.Event:2");
    Map<String, Float> last = scalars(frames.get(2));
    assertThat(last)
        .containsEntry("loss/train", 0.5f)
        .containsEntry("loss/validation", 0.4f)
        .containsEntry("validation/f1", 0.72f)
        .containsEntry("step", 2f)
        .hasSize(7);
  }

  /** Cuts a TFRecord file into its records, checking both checksums of each. */
  private static List<byte[]> frames(byte[] file) {
    List<byte[]> frames = new ArrayList<>();
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      int at = buffer.position();
      long length = buffer.getLong();
      assertThat(buffer.getInt()).isEqualTo(masked(Arrays.copyOfRange(file, at, at + 8)));
      byte[] data = new byte[(int) length];
      buffer.get(data);
      assertThat(buffer.getInt()).isEqualTo(masked(data));
      frames.add(data);
    }
    return frames;
  }

  /** CRC-32C bit by bit, then TFRecord's mask. */
  private static int masked(byte[] data) {
    int crc = ~0;
    for (byte b : data) {
      crc ^= b & 0xFF;
      for (int k = 0; k < 8; k++) {
        crc = (crc >>> 1) ^ ((crc & 1) * 0x82F63B78);
      }
    }
    crc = ~crc;
    return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
  }

  private static Map<String, Float> scalars(byte[] event) throws IOException {
    Map<String, Float> values = new TreeMap<>();
    CodedInputStream in = CodedInputStream.newInstance(event);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> assertThat(in.readDouble()).isEqualTo(20);
        case 2 -> values.put("step", (float) in.readInt64());
        case 5 -> summary(in.readByteArray(), values);
        default -> in.skipField(tag);
      }
    }
    return values;
  }

  private static void summary(byte[] summary, Map<String, Float> values) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(summary);
    while (in.readTag() != 0) {
      CodedInputStream value = CodedInputStream.newInstance(in.readByteArray());
      value.readTag();
      String name = value.readString();
      value.readTag();
      values.put(name, value.readFloat());
    }
  }
}
