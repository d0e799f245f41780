package io.github.blurdetect.training.stacking;

import java.nio.file.Path;
import java.util.List;

/**
 * One verb of a longer training.
 *
 * @param name of the step, unique
 * @param arguments verb and options
 * @param outputs files that are there once it is done
 */
record TrainingStep(String name, List<String> arguments, List<Path> outputs) {
  TrainingStep {
    arguments = List.copyOf(arguments);
    outputs = List.copyOf(outputs);
  }
}
