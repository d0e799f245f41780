package io.github.blurdetect.cli.internal;

import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.cli.VerbException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what was thrown into one line on the error stream and an exit status. */
public final class ErrorLines {
  private static final String OWN_EXCEPTIONS = "io.github.blurdetect.";

  private static volatile boolean debug;

  private ErrorLines() {}

  /**
   * Switches stack traces on or off for this JVM.
   *
   * @param on whether to print them
   */
  public static void debug(boolean on) {
    debug = on;
    if (on) {
      System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug");
      System.setProperty("org.slf4j.simpleLogger.log.io.github.blurdetect", "debug");
    }
  }

  /**
   * Handles what a verb threw.
   *
   * @param thrown what was thrown
   * @param command the verb's command line
   * @param parsed what was parsed
   * @return the exit status
   */
  public static int execution(Exception thrown, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    err.println("blur: " + message(thrown));
    if (debug) {
      thrown.printStackTrace(err);
    } else if (!expected(thrown)) {
      err.println("blur: this is a defect of the program; --debug shows where it happened");
    }
    return thrown instanceof VerbException verb ? verb.exitCode() : ExitCodes.FAILED;
  }

  /**
   * Handles what no verb can: a library that does not load, memory that runs out.
   *
   * @param thrown what was thrown
   * @param err where to print
   * @return the exit status
   */
  public static int fatal(Error thrown, PrintWriter err) {
    String hint = thrown instanceof OutOfMemoryError ? "; BLUR_JAVA_OPTS=-Xmx4g gives more" : "";
    err.println("blur: " + thrown + hint);
    if (debug) {
      thrown.printStackTrace(err);
    }
    return ExitCodes.FAILED;
  }

  /**
   * Handles a command line that cannot be understood.
   *
   * @param thrown what the parser threw
   * @param args the command line
   * @param broken verbs that could not be loaded, and why
   * @return the exit status
   */
  public static int usage(ParameterException thrown, String[] args, Map<String, String> broken) {
    CommandLine command = thrown.getCommandLine();
    PrintWriter err = command.getErr();
    String hint = TrainingVerbs.hint(List.of(args)).orElse("");
    boolean verbUnknown =
        command.getParent() == null || command.getCommandSpec().userObject() == null;
    if (verbUnknown && !hint.isEmpty()) {
      err.println("blur: " + hint);
      return ExitCodes.USAGE;
    }
    err.println("blur: " + (verbUnknown ? unknownVerb(thrown) : thrown.getMessage()));
    if (verbUnknown) {
      broken.forEach((verb, why) -> err.println("blur: " + verb + " failed to load: " + why));
    }
    if (!UnmatchedArgumentException.printSuggestions(thrown, err)) {
      err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    }
    return ExitCodes.USAGE;
  }

  private static String unknownVerb(ParameterException thrown) {
    return thrown instanceof UnmatchedArgumentException unmatched
            && !unmatched.isUnknownOption()
            && !unmatched.getUnmatched().isEmpty()
        ? "there is no verb '" + unmatched.getUnmatched().get(0) + "'"
        : String.valueOf(thrown.getMessage());
  }

  private static boolean expected(Exception thrown) {
    return thrown.getClass().getName().startsWith(OWN_EXCEPTIONS)
        || thrown instanceof IOException
        || thrown instanceof IllegalArgumentException
        || thrown instanceof NoSuchElementException;
  }

  /** Returns a message that stands without the exception's class name. */
  static String message(Throwable thrown) {
    if (thrown instanceof NoSuchFileException || thrown instanceof FileNotFoundException) {
      return thrown.getMessage() + ": no such file or folder";
    }
    if (thrown instanceof AccessDeniedException) {
      return thrown.getMessage() + ": permission denied";
    }
    if (thrown instanceof FileSystemException system && system.getReason() == null) {
      return thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
    }
    String message = thrown.getMessage();
    return message == null || message.isBlank() ? thrown.toString() : message;
  }
}
