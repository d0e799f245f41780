package io.github.blurdetect.training.verb;

import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.training.cnn.CnnPackager;
import io.github.blurdetect.training.cnn.TileSet;
import io.github.blurdetect.training.onnx.ExportOptions;
import io.github.blurdetect.training.onnx.ReferenceImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blur model export}: a checkpoint, or the Python system's weights, to ONNX. */
@Command(
    name = "export",
    description = {
      "Writes a CNN as an ONNX model.",
      "The input is a checkpoint of train_cnn, or a NumPy .npz archive of the Python system's"
          + " weights (conv1.weight [out, in, 3, 3], conv1.bias, ... conv6.bias, float32)."
    })
public final class ModelExportVerb implements BlurVerb, Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "INPUT", description = "A .ckpt or .npz file.")
  private Path input = Path.of("");

  @Parameters(index = "1", paramLabel = "OUTPUT", description = "The .onnx file to write.")
  private Path output = Path.of("");

  @Option(
      names = "--nhwc",
      description = "Take pixels as images hold them; .npz only. Default: colour planes.")
  private boolean channelsLast;

  @Option(
      names = "--int8",
      paramLabel = "TILES",
      description =
          "Write 8-bit integers, their ranges measured on tiles (cnn-tiles-*.bin of train_cnn's"
              + " cache); .ckpt only. Default: 32-bit floating point.")
  private @Nullable Path tiles;

  @Option(
      names = "--metadata",
      paramLabel = "KEY=VALUE",
      description = "Entry to write into the model; can be given again.")
  private Map<String, String> metadata = new LinkedHashMap<>();

  @Override
  public String group() {
    return "model";
  }

  @Override
  public Integer call() throws IOException {
    byte[] model;
    Path tiles = this.tiles;
    if (input.toString().toLowerCase(Locale.ROOT).endsWith(".npz")) {
      ExportOptions.Layout layout =
          channelsLast ? ExportOptions.Layout.NHWC : ExportOptions.Layout.NCHW;
      model = ReferenceImport.convert(input, new ExportOptions(layout, metadata, false));
    } else {
      CnnPackager packager = new CnnPackager(input);
      metadata.forEach(packager::put);
      model = tiles == null ? packager.toFloat() : packager.toInt8(TileSet.open(tiles));
    }
    Files.write(output, model);
    Objects.requireNonNull(spec)
        .commandLine()
        .getOut()
        .printf("%s: %d bytes%n", output, model.length);
    return ExitCodes.OK;
  }
}
