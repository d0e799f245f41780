package io.github.blurdetect.cli.internal;

import com.google.common.base.Throwables;
import io.github.blurdetect.cli.BlurVerb;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Finds the verbs by {@link ServiceLoader} and hangs them under the root command. */
public final class Verbs {
  // ServiceLoader can throw for ever at one place of a broken class path; this ends it.
  private static final int MAX_FAILURES = 100;

  private Verbs() {}

  /**
   * Adds every verb that is found, in alphabetical order, with both spellings of its name.
   *
   * @param root the command to add to
   * @return verbs that could not be loaded: class name, or what is known of it, and why
   */
  public static Map<String, String> addTo(CommandLine root) {
    Map<String, String> broken = new LinkedHashMap<>();
    Map<String, Map<String, CommandLine>> groups = new TreeMap<>();
    Iterator<ServiceLoader.Provider<BlurVerb>> verbs =
        ServiceLoader.load(BlurVerb.class).stream().iterator();
    while (broken.size() < MAX_FAILURES) {
      String what = "a verb named in META-INF/services";
      try {
        if (!verbs.hasNext()) {
          break;
        }
        ServiceLoader.Provider<BlurVerb> candidate = verbs.next();
        what = candidate.type().getName();
        collect(candidate.get(), groups);
      } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
        broken.put(what, ErrorLines.message(Throwables.getRootCause(e)));
      }
    }
    hang(root, groups);
    nameTheTrainingVerbs(root);
    return broken;
  }

  private static void nameTheTrainingVerbs(CommandLine root) {
    List<String> absent =
        TrainingVerbs.all().keySet().stream().filter(verb -> find(root, verb) == null).toList();
    addToFooter(root, absent);
    root.getSubcommands()
        .forEach(
            (name, group) ->
                addToFooter(
                    group, absent.stream().filter(verb -> verb.startsWith(name + " ")).toList()));
  }

  private static void addToFooter(CommandLine command, List<String> absent) {
    if (!absent.isEmpty()) {
      UsageMessageSpec usage = command.getCommandSpec().usageMessage();
      List<String> footer = new ArrayList<>();
      footer.add("");
      footer.add("Built and fetched by ./blur when first used: " + String.join(", ", absent) + ".");
      footer.addAll(List.of(usage.footer()));
      usage.footer(footer.toArray(new String[0]));
    }
  }

  private static @Nullable CommandLine find(CommandLine root, String verb) {
    CommandLine found = root;
    for (String word : verb.split(" ", -1)) {
      found = found == null ? null : found.getSubcommands().get(word);
    }
    return found;
  }

  private static void collect(BlurVerb verb, Map<String, Map<String, CommandLine>> groups) {
    Object command = verb.command();
    CommandLine line = command instanceof CommandLine made ? made : new CommandLine(command);
    CommandLine earlier =
        groups
            .computeIfAbsent(verb.group(), g -> new TreeMap<>())
            .putIfAbsent(line.getCommandName(), line);
    if (earlier != null && earlier.getCommand().getClass() != line.getCommand().getClass()) {
      throw new IllegalStateException("the verb '" + line.getCommandName() + "' is already taken");
    }
  }

  private static void hang(CommandLine root, Map<String, Map<String, CommandLine>> groups) {
    Map<String, CommandLine> top = groups.computeIfAbsent("", g -> new TreeMap<>());
    groups.forEach(
        (group, verbs) -> {
          if (!group.isEmpty()) {
            CommandLine parent = top.computeIfAbsent(group, Verbs::newGroup);
            verbs.forEach((name, verb) -> add(parent, name, verb));
          }
        });
    top.forEach((name, verb) -> add(root, name, verb));
  }

  private static CommandLine newGroup(String name) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description("Holds the verbs listed below.");
    spec.mixinStandardHelpOptions(true);
    return new CommandLine(spec);
  }

  private static void add(CommandLine parent, String name, CommandLine verb) {
    if (!verb.getCommandSpec().mixinStandardHelpOptions()) {
      verb.getCommandSpec().mixinStandardHelpOptions(true);
    }
    String other = name.indexOf('_') >= 0 ? name.replace('_', '-') : name.replace('-', '_');
    if (other.equals(name)) {
      parent.addSubcommand(name, verb);
    } else {
      parent.addSubcommand(name, verb, other);
    }
  }
}
