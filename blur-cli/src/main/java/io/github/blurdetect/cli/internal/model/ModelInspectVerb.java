package io.github.blurdetect.cli.internal.model;

import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.cnn.CnnModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blur model inspect}: what a CNN model says of itself. */
@Command(name = "inspect", description = "Shows input, outputs and metadata of a CNN model (ONNX).")
public final class ModelInspectVerb implements BlurVerb, Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "An ONNX model.")
  private Path file = Path.of("");

  @Override
  public String group() {
    return "model";
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (CnnModel model = CnnModel.load(file, 1)) {
      model.info().describe().forEach(out::println);
    }
    return ExitCodes.OK;
  }
}
