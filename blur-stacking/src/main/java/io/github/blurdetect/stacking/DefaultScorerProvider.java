package io.github.blurdetect.stacking;

import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.api.ModelLoadException;
import io.github.blurdetect.api.ScorerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Offers the scorer {@code default}: the built-in stack, or the one given as the model file.
 *
 * <p>Where a member of the built-in stack is not on the class path (an application that leaves out
 * the CNN and its native library), the others vote alone, each with its own calibration, and {@link
 * #description()} says so; with the property {@code missing-members} set to {@code fail} that is an
 * error. A member that is there but cannot be loaded is always an error, and so is any missing
 * member of a stack the caller names.
 */
public final class DefaultScorerProvider implements BlurScorerProvider {
  private static final String RESOURCE = "stacker-default.json";
  private static final int PRIORITY = 300;

  private final Supplier<StackerModel> model;

  /** Made by the service loader. */
  public DefaultScorerProvider() {
    this(DefaultScorerProvider::builtIn);
  }

  DefaultScorerProvider(Supplier<StackerModel> model) {
    this.model = model;
  }

  @Override
  public String name() {
    return "default";
  }

  @Override
  public String description() {
    StackerModel stack = model.get();
    BlurScorers scorers = BlurScorers.load();
    List<String> all = stack.members().stream().map(Member::name).toList();
    List<String> here = present(stack, scorers).stream().map(Member::name).toList();
    String text = "calibrated stack of " + String.join(" and ", all);
    if (here.isEmpty()) {
      return text + "; unusable, none of them is on the class path";
    }
    return here.equals(all)
        ? text
        : text + "; of these only " + String.join(" and ", here) + " is on the class path";
  }

  /** Returns 300 if a member of the built-in stack is on the class path, else 0. */
  @Override
  public int priority() {
    return present(model.get(), BlurScorers.load()).isEmpty() ? 0 : PRIORITY;
  }

  @Override
  public BlurScorer create(ScorerOptions options) {
    return create(options, BlurScorers.load());
  }

  BlurScorer create(ScorerOptions options, BlurScorers scorers) {
    if (options.model().isPresent()) {
      return StackingScorer.create(
          name(), StackerModel.load(options.model().get()), scorers, options);
    }
    StackerModel stack = model.get();
    List<Member> present = present(stack, scorers);
    if (present.isEmpty() || failsOnMissing(options)) {
      return StackingScorer.create(name(), stack, scorers, options);
    }
    return StackingScorer.create(name(), stack, present, scorers, options);
  }

  private static boolean failsOnMissing(ScorerOptions options) {
    String choice = options.properties().getOrDefault("missing-members", "leave-out");
    return switch (choice) {
      case "fail" -> true;
      case "leave-out" -> false;
      default ->
          throw new IllegalArgumentException(
              "missing-members is '" + choice + "', expected leave-out or fail");
    };
  }

  private static List<Member> present(StackerModel model, BlurScorers scorers) {
    List<String> names = scorers.names();
    return model.members().stream().filter(member -> names.contains(member.name())).toList();
  }

  /**
   * Returns the built-in stack.
   *
   * @return the model that comes with this module
   * @throws ModelLoadException if it is damaged
   */
  public static StackerModel builtIn() {
    String source = Objects.requireNonNull(DefaultScorerProvider.class.getPackageName());
    try (InputStream stream = DefaultScorerProvider.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new ModelLoadException("resource " + RESOURCE + " is missing (" + source + ")");
      }
      return StackerModel.load(stream, source + "/" + RESOURCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
