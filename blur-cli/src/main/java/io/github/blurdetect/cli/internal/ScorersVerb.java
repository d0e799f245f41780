package io.github.blurdetect.cli.internal;

import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.ExitCodes;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code blur scorers}: what was discovered, from where, whether it loads, and what failed. */
@Command(
    name = "scorers",
    description = "Lists the scorers that were found, and what kept others from being used.")
public final class ScorersVerb implements BlurVerb, Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    BlurScorers found = BlurScorers.load();
    for (BlurScorerProvider provider : found.providers()) {
      out.printf("%s%s%n", provider.name(), provider == best(found) ? "  (default)" : "");
      out.printf("  %s%n", provider.description());
      out.printf("  %s%n", state(provider));
      out.printf("  from %s%n", origin(provider.getClass()));
    }
    if (found.providers().isEmpty()) {
      out.println("no scorer was found");
    }
    for (BlurScorers.Failure failure : found.failures()) {
      out.printf("%s%n  cannot be used: %s%n", failure.provider(), failure.message());
    }
    return ExitCodes.OK;
  }

  private static @Nullable BlurScorerProvider best(BlurScorers found) {
    try {
      return found.defaultProvider();
    } catch (NoSuchElementException e) {
      return null;
    }
  }

  private static String state(BlurScorerProvider provider) {
    try (BlurScorer scorer = provider.create(ScorerOptions.defaults())) {
      return String.format(Locale.ROOT, "ready, threshold %.3g", scorer.threshold());
    } catch (RuntimeException | LinkageError e) {
      return "cannot be used: " + ErrorLines.message(e);
    }
  }

  private static String origin(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    String where = source == null ? "the JDK" : file(source.getLocation().toString());
    return where + " (" + type.getName() + ")";
  }

  private static String file(String location) {
    try {
      return String.valueOf(Path.of(URI.create(location)).getFileName());
    } catch (IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
      return location;
    }
  }
}
