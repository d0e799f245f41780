package io.github.blurdetect.cli;

import io.github.blurdetect.cli.internal.ErrorLines;
import io.github.blurdetect.cli.internal.Verbs;
import io.github.blurdetect.cli.internal.Version;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the {@code blur} command: finds the verbs and runs the one that is asked for. */
@Command(
    name = "blur",
    description = "Decides whether photos of documents are too blurred to be read.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n",
    footer = {
      "",
      "blur VERB --help explains one verb.",
      "Exit status: 0 done, 1 failed, 2 bad usage, 3 some inputs could not be read."
    })
public final class Blur implements Runnable {

  @Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show stack traces and the log of the libraries.")
  @SuppressWarnings("UnusedMethod") // Called by picocli.
  private void debug(boolean on) {
    ErrorLines.debug(on);
  }

  /** Made by {@link #run}. */
  Blur() {}

  /**
   * Runs the command and ends the JVM with its exit status.
   *
   * @param args verb and options
   */
  public static void main(String[] args) {
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    int status = run(out, err, args);
    System.exit(status);
  }

  /**
   * Runs the command inside this JVM. Standard input is {@code System.in}.
   *
   * @param out where results go
   * @param err where errors and progress go
   * @param args verb and options
   * @return the exit status, one of {@link ExitCodes}
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine command = commandLine().setOut(out).setErr(err);
    int status;
    try {
      status = command.execute(args);
    } catch (LinkageError | VirtualMachineError e) {
      status = ErrorLines.fatal(e, err);
    }
    boolean broken = out.checkError(); // flushes
    err.flush();
    return broken ? ExitCodes.BROKEN_PIPE : status;
  }

  /**
   * Returns the command with every verb that was found, for documentation and completion scripts.
   *
   * @return a new command line
   */
  public static CommandLine commandLine() {
    CommandLine root = new CommandLine(new Blur());
    Map<String, String> broken = Verbs.addTo(root);
    root.setExecutionExceptionHandler(ErrorLines::execution);
    root.setParameterExceptionHandler((e, args) -> ErrorLines.usage(e, args, broken));
    root.setExpandAtFiles(false);
    return root;
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    FileOutputStream stream = new FileOutputStream(descriptor);
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
  }

  @Override
  public void run() {
    CommandLine command = java.util.Objects.requireNonNull(spec).commandLine();
    throw new ParameterException(command, "no verb given");
  }
}
