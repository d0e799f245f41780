package io.github.blurdetect.training.cnn;

import com.google.common.hash.Hashing;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes scalars as TensorBoard reads them: TFRecord frames (length, masked CRC-32C, data, masked
 * CRC-32C) of {@code tensorflow.Event} messages.
 *
 * <p>Field numbers: Event wall_time 1 (double), step 2, file_version 3, summary 5; Summary value 1;
 * Value tag 1, simple_value 2 (float).
 */
final class TensorBoardEvents {
  private static final int CRC_MASK = 0xa282ead8;

  private TensorBoardEvents() {}

  static void write(Path file, List<EpochRecord> records) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      frame(
          out,
          message(
              m -> {
                m.writeDouble(1, 0);
                m.writeString(3, "brain.Event:2");
              }));
      for (EpochRecord record : records) {
        frame(out, event(record));
      }
    }
  }

  private static byte[] event(EpochRecord record) throws IOException {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("loss/train", record.trainLoss());
    values.put("loss/validation", record.validationLoss());
    values.put("validation/precision", record.precision());
    values.put("validation/recall", record.recall());
    values.put("validation/f1", record.f1());
    values.put("learning_rate", record.learningRate());
    byte[] summary =
        message(
            m -> {
              for (Map.Entry<String, Double> entry : values.entrySet()) {
                m.writeByteArray(
                    1,
                    message(
                        v -> {
                          v.writeString(1, entry.getKey());
                          v.writeFloat(2, entry.getValue().floatValue());
                        }));
              }
            });
    return message(
        m -> {
          m.writeDouble(1, record.seconds());
          m.writeInt64(2, record.epoch());
          m.writeByteArray(5, summary);
        });
  }

  /** Writes a message's fields. */
  private interface Fields {
    void writeTo(CodedOutputStream out) throws IOException;
  }

  private static byte[] message(Fields fields) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    fields.writeTo(out);
    out.flush();
    return bytes.toByteArray();
  }

  private static void frame(OutputStream out, byte[] data) throws IOException {
    byte[] length =
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(data.length).array();
    out.write(length);
    out.write(maskedCrc(length));
    out.write(data);
    out.write(maskedCrc(data));
  }

  private static byte[] maskedCrc(byte[] data) {
    int crc = Hashing.crc32c().hashBytes(data).asInt();
    int masked = Integer.rotateRight(crc, 15) + CRC_MASK;
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(masked).array();
  }
}
