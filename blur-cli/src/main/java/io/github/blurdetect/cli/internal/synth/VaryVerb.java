package io.github.blurdetect.cli.internal.synth;

import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.cli.Progress;
import io.github.blurdetect.dataset.folder.ImageFiles;
import io.github.blurdetect.dataset.simulate.VariantSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blur vary}: a labelled set from sharp photos of one's own. */
@Command(
    name = "vary",
    customSynopsis = "blur vary [--only NAME[,NAME...]]... IN... OUT",
    description = {
      "Makes clear and blurred pictures of sharp photos: a set to train and test on for who has"
          + " good photos only.",
      "Of each photo three clear ones (as it stands, shrunk to 70 %% and to 50 %%) and three blurred"
          + " ones (70 %%, Gaussian, sigma in pixels 1/130 of the photo's width; 50 %%, Gaussian, 1/160;"
          + " 50 %%, motion of 1/30 at 30 degrees) go into OUT/Good_License and OUT/Bad_License; OUT/photos.jsonl"
          + " says what each is. Nobody reads them: take sharp photos that a page fills."
    },
    footer = {"", "Exit status: 0 done, 1 failed, 2 bad usage, 3 some photos could not be read."})
public final class VaryVerb implements BlurVerb, Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "2..*",
      paramLabel = "IN... OUT",
      hideParamSyntax = true,
      description =
          "Photos, or folders of them, searched at any depth; last a folder that holds no set yet.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "Only photos whose name, without its extension, is one of these.")
  private Set<String> only = new LinkedHashSet<>();

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    Path out = paths.get(paths.size() - 1);
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new ParameterException(command, "OUT is " + out + ", which is no folder");
    }
    List<Path> photos = photos(command);
    VariantSet.Outcome outcome;
    try (Progress progress = Progress.start(command.getErr(), "Varying", photos.size())) {
      outcome = VariantSet.write(photos, out, progress::step);
    }
    PrintWriter err = command.getErr();
    outcome.failures().forEach(line -> err.println("blur: " + line));
    command.getOut().printf("%s: %d clear, %d blurred%n", out, outcome.clear(), outcome.blurred());
    return outcome.failures().isEmpty() ? ExitCodes.OK : ExitCodes.SOME_UNREADABLE;
  }

  private List<Path> photos(CommandLine command) throws IOException {
    Set<Path> found = new LinkedHashSet<>();
    for (Path in : paths.subList(0, paths.size() - 1)) {
      if (Files.isDirectory(in)) {
        found.addAll(ImageFiles.below(in));
      } else if (Files.exists(in)) {
        found.add(in);
      } else {
        throw new ParameterException(command, in + ": no such file or folder");
      }
    }
    if (!only.isEmpty()) {
      Set<String> missing = new LinkedHashSet<>(only);
      found.removeIf(photo -> !only.contains(VariantSet.stem(photo)));
      found.forEach(photo -> missing.remove(VariantSet.stem(photo)));
      if (!missing.isEmpty()) {
        throw new ParameterException(command, "--only: no photo is named " + missing);
      }
    }
    if (found.isEmpty()) {
      throw new ParameterException(command, "no image in " + paths.subList(0, paths.size() - 1));
    }
    return List.copyOf(found);
  }
}
