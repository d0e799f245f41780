package io.github.blurdetect.cli.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The verbs that live in modules which scoring never loads, read from training-verbs.txt. */
final class TrainingVerbs {
  private static final String LIST = "/io/github/blurdetect/cli/training-verbs.txt";

  private TrainingVerbs() {}

  /** Returns each verb in its underscore spelling and the module that holds it. */
  static Map<String, String> all() {
    Map<String, String> modules = new LinkedHashMap<>();
    try (InputStream in = Objects.requireNonNull(TrainingVerbs.class.getResourceAsStream(LIST));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          int space = line.indexOf(' ');
          modules.put(line.substring(space + 1).strip(), line.substring(0, space));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(LIST + " cannot be read", e);
    }
    return modules;
  }

  /** Says how to get the verb that was typed, if it is one of the training verbs. */
  static Optional<String> hint(List<String> args) {
    List<String> words = args.stream().filter(arg -> !arg.startsWith("-")).limit(2).toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> modules = all();
    String one = words.get(0).replace('-', '_');
    String two = String.join(" ", words);
    String verb = modules.containsKey(one) ? one : two;
    return Optional.ofNullable(modules.get(verb))
        .map(
            module ->
                "'"
                    + verb
                    + "' is a training verb of "
                    + module
                    + ", which is not on the class path; run it by the launcher ./blur, which"
                    + " builds and fetches it at first use, or add io.github.blurdetect:"
                    + module);
  }
}
