package io.github.blurdetect.api;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The scorers that were found by {@link ServiceLoader}, and what kept others from being found.
 *
 * <p>A provider that cannot be loaded never hides the others: it appears in {@link #failures()}.
 * Instances are immutable and safe for use by many threads.
 */
public final class BlurScorers {

  /**
   * A provider that could not be used.
   *
   * @param provider its class name, or what is known of it
   * @param message why, for people
   * @param cause what was thrown
   */
  public record Failure(String provider, String message, Throwable cause) {}

  // ServiceLoader can throw for ever at one place of a broken class path; this ends it.
  private static final int MAX_FAILURES = 100;
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");

  private final Map<String, BlurScorerProvider> byName;
  private final List<Failure> failures;

  private BlurScorers(Map<String, BlurScorerProvider> byName, List<Failure> failures) {
    this.byName = byName;
    this.failures = List.copyOf(failures);
  }

  /**
   * Discovers scorers with the current thread's context class loader.
   *
   * @return what was found
   */
  public static BlurScorers load() {
    return load(ServiceLoader.load(BlurScorerProvider.class));
  }

  /**
   * Discovers scorers with a class loader of the caller's choice.
   *
   * @param loader where to look
   * @return what was found
   */
  public static BlurScorers load(ClassLoader loader) {
    return load(ServiceLoader.load(BlurScorerProvider.class, Objects.requireNonNull(loader)));
  }

  private static BlurScorers load(ServiceLoader<BlurScorerProvider> services) {
    Map<String, BlurScorerProvider> byName = new LinkedHashMap<>();
    List<Failure> failures = new ArrayList<>();
    Iterator<ServiceLoader.Provider<BlurScorerProvider>> candidates = services.stream().iterator();
    while (failures.size() < MAX_FAILURES) {
      String what = "a provider named in META-INF/services";
      try {
        if (!candidates.hasNext()) {
          break;
        }
        ServiceLoader.Provider<BlurScorerProvider> candidate = candidates.next();
        what = candidate.type().getName();
        add(candidate.get(), byName, failures);
      } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
        failures.add(failure(what, e));
      }
    }
    return new BlurScorers(byName, failures);
  }

  private static void add(
      BlurScorerProvider provider, Map<String, BlurScorerProvider> byName, List<Failure> failures) {
    String type = provider.getClass().getName();
    String name = Objects.requireNonNull(provider.name(), () -> type + ".name()");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalStateException(
          "name() is '" + name + "', expected lower-case letters, digits and hyphens");
    }
    BlurScorerProvider earlier = byName.putIfAbsent(name, provider);
    if (earlier != null && earlier.getClass() != provider.getClass()) {
      String message =
          "the name '" + name + "' is already taken by " + earlier.getClass().getName();
      failures.add(new Failure(type, message, new IllegalStateException(message)));
    }
  }

  private static Failure failure(String what, Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    // ServiceLoader's own errors name the provider and say what is wrong; others may say "Base".
    boolean plain = thrown instanceof ServiceConfigurationError;
    String message = plain ? String.valueOf(thrown.getMessage()) : thrown.toString();
    return new Failure(what, root == thrown ? message : message + ": " + root, thrown);
  }

  /**
   * Returns the names of the scorers that were found.
   *
   * @return in order of discovery
   */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /**
   * Returns the providers that were found.
   *
   * @return in order of discovery
   */
  public List<BlurScorerProvider> providers() {
    return List.copyOf(byName.values());
  }

  /**
   * Returns the providers that could not be used.
   *
   * @return empty if all went well
   */
  public List<Failure> failures() {
    return failures;
  }

  /**
   * Returns the provider of a name.
   *
   * @param name as given by {@link BlurScorerProvider#name()}
   * @return the provider
   * @throws NoSuchElementException if there is none; the message lists what was found and what
   *     failed
   */
  public BlurScorerProvider provider(String name) {
    BlurScorerProvider provider = byName.get(name);
    if (provider == null) {
      throw new NoSuchElementException("no scorer named '" + name + "'; " + explain());
    }
    return provider;
  }

  /**
   * Returns the provider that is used where none is named: the one of highest priority above 0, the
   * first by name among equals.
   *
   * @return the provider
   * @throws NoSuchElementException if no provider offers itself; the message says what was found
   *     and what to add
   */
  public BlurScorerProvider defaultProvider() {
    BlurScorerProvider best = null;
    int highest = 0;
    for (String name : new TreeSet<>(byName.keySet())) {
      BlurScorerProvider provider = provider(name);
      int priority = priority(provider);
      if (priority > highest) {
        best = provider;
        highest = priority;
      }
    }
    if (best == null) {
      throw new NoSuchElementException(
          "no scorer offers itself as the default; "
              + explain()
              + "; add blur-stacking, blur-cnn-onnx or blur-tree to the class path");
    }
    return best;
  }

  // Asked only when a default is wanted: a provider may look for other scorers to answer.
  private static int priority(BlurScorerProvider provider) {
    try {
      return provider.priority();
    } catch (LinkageError | RuntimeException e) {
      return 0; // A plug-in that cannot say is no default, and hides no other.
    }
  }

  /**
   * Makes the scorer of a name with default options.
   *
   * @param name as given by {@link BlurScorerProvider#name()}
   * @return a new scorer, which the caller closes
   * @throws NoSuchElementException if there is none
   * @throws ModelLoadException if its model cannot be loaded
   */
  public BlurScorer create(String name) {
    return provider(name).create(ScorerOptions.defaults());
  }

  /**
   * Makes the default scorer with default options.
   *
   * @return a new scorer, which the caller closes
   * @throws NoSuchElementException if no provider offers itself
   * @throws ModelLoadException if its model cannot be loaded
   */
  public BlurScorer createDefault() {
    return defaultProvider().create(ScorerOptions.defaults());
  }

  /**
   * Says in one line what was found and what failed.
   *
   * @return for messages and logs
   */
  public String explain() {
    StringBuilder text = new StringBuilder("found ");
    text.append(byName.isEmpty() ? "none" : String.join(", ", byName.keySet()));
    for (Failure failure : failures) {
      text.append("; ").append(failure.provider()).append(" failed: ").append(failure.message());
    }
    return text.toString();
  }
}
