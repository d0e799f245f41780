package io.github.blurdetect.training.onnx;

import io.github.blurdetect.training.net.ConvNet;
import io.github.blurdetect.training.net.NpzReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Brings a network trained with the Python system along: its weights, as a NumPy archive, become an
 * ONNX model of profile {@code reference}.
 */
public final class ReferenceImport {
  private ReferenceImport() {}

  /**
   * Converts an archive.
   *
   * @param npz {@code convN.weight} [out, in, 3, 3] and {@code convN.bias}, N = 1..6, float32
   * @param options layout and metadata; name, profile and labels are added where they are missing
   * @return the ONNX model's bytes
   * @throws IOException if the archive cannot be read
   * @throws io.github.blurdetect.api.ModelLoadException if it holds something else
   */
  public static byte[] convert(Path npz, ExportOptions options) throws IOException {
    ConvNet net = NpzReader.readReference(npz);
    Map<String, String> metadata = new java.util.TreeMap<>(options.metadata());
    metadata.putIfAbsent("name", "cnn-reference");
    metadata.putIfAbsent("version", "1");
    metadata.putIfAbsent("profile", "reference");
    metadata.putIfAbsent("labels", "score 1 = blurred, 0 = clear");
    return OnnxExporter.exportFloat(net, options.withMetadata(metadata));
  }
}
