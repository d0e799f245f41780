package io.github.blurdetect.training.net;

import io.github.blurdetect.api.ModelLoadException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads float32 arrays from a NumPy {@code .npz} archive (NumPy Enhancement Proposal 1), and the
 * reference topology's weights among them.
 */
public final class NpzReader {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");
  private static final long LARGEST = 256L << 20;

  private NpzReader() {}

  /**
   * One array in C order.
   *
   * @param shape length of each dimension
   * @param values all values
   */
  @SuppressWarnings("ArrayRecordComponent") // A holder for a moment; never compared.
  public record NpyArray(int[] shape, float[] values) {}

  /**
   * Reads every array of an archive.
   *
   * @param file the archive
   * @return arrays by name without {@code .npy}, in the archive's order
   * @throws IOException if the file cannot be read
   * @throws ModelLoadException if it is no such archive, or holds anything but float32
   */
  public static Map<String, NpyArray> read(Path file) throws IOException {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().replaceFirst("\\.npy$", "");
        byte[] bytes = zip.readNBytes((int) LARGEST);
        arrays.put(name, parse(bytes, name + " in " + file.getFileName()));
      }
    }
    if (arrays.isEmpty()) {
      throw new ModelLoadException(
          "no array found, expected a NumPy .npz archive (" + file.getFileName() + ")");
    }
    return arrays;
  }

  /**
   * Reads a network of the reference topology, of any width: {@code convN.weight} and {@code
   * convN.bias}, N = 1..6.
   *
   * @param file the archive
   * @return the network
   * @throws IOException if the file cannot be read
   * @throws ModelLoadException if an array is missing or has another shape
   */
  public static ConvNet readReference(Path file) throws IOException {
    Map<String, NpyArray> arrays = read(file);
    Topology topology = Topology.reference(require(arrays, "conv1.bias", file).values().length);
    List<float[]> weights = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (ConvSpec layer : topology.layers()) {
      int[] shape = {layer.out(), layer.in(), layer.kernel(), layer.kernel()};
      weights.add(require(arrays, layer.name() + ".weight", file, shape).values());
      biases.add(require(arrays, layer.name() + ".bias", file, layer.out()).values());
    }
    return new ConvNet(topology, weights, biases);
  }

  private static NpyArray require(
      Map<String, NpyArray> arrays, String name, Path file, int... expected) {
    NpyArray array = arrays.get(name);
    if (array == null) {
      throw new ModelLoadException(
          "array '%s' is missing, found %s (%s)"
              .formatted(name, arrays.keySet(), file.getFileName()));
    }
    if (expected.length > 0 && !Arrays.equals(expected, array.shape())) {
      throw new ModelLoadException(
          "array '%s' has shape %s, expected %s (%s)"
              .formatted(
                  name,
                  Arrays.toString(array.shape()),
                  Arrays.toString(expected),
                  file.getFileName()));
    }
    return array;
  }

  private static NpyArray parse(byte[] bytes, String where) {
    if (bytes.length < 12 || !Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC)) {
      throw new ModelLoadException("no NumPy header found: " + where);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    boolean old = bytes[6] == 1;
    int headerLength = old ? buffer.getShort(8) & 0xFFFF : buffer.getInt(8);
    int start = (old ? 10 : 12) + headerLength;
    if (headerLength < 0 || start > bytes.length) {
      throw new ModelLoadException("NumPy header is cut off: " + where);
    }
    String header =
        new String(bytes, start - headerLength, headerLength, StandardCharsets.ISO_8859_1);
    if (!"<f4".equals(find(DESCR, header, where))) {
      throw new ModelLoadException(
          "array type is %s, expected <f4 (float32): %s"
              .formatted(find(DESCR, header, where), where));
    }
    if ("True".equals(find(ORDER, header, where))) {
      throw new ModelLoadException("array is in Fortran order, expected C order: " + where);
    }
    int[] shape = shape(find(SHAPE, header, where));
    long count = 1;
    for (int side : shape) {
      count *= side;
    }
    if (count * 4 != bytes.length - start) {
      throw new ModelLoadException(
          "array %s takes %d bytes, found %d: %s"
              .formatted(Arrays.toString(shape), count * 4, bytes.length - start, where));
    }
    float[] values = new float[(int) count];
    buffer.position(start);
    buffer.asFloatBuffer().get(values);
    return new NpyArray(shape, values);
  }

  private static String find(Pattern pattern, String header, String where) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw new ModelLoadException(
          "NumPy header '%s' is not understood: %s".formatted(header.strip(), where));
    }
    return matcher.group(1);
  }

  private static int[] shape(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
