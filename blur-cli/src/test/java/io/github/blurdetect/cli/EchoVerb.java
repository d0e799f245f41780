package io.github.blurdetect.cli;

import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A plug-in verb of the tests: says its word, or fails as told. */
@Command(name = "echo_word", description = "Says a word.")
public final class EchoVerb implements BlurVerb, Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Parameters private String word = "";

  @Override
  public Integer call() throws Exception {
    switch (word) {
      case "missing" -> throw new NoSuchFileException("model.json");
      case "verb" -> throw new VerbException(ExitCodes.SOME_UNREADABLE, "told to", null);
      case "library" -> throw new UnsatisfiedLinkError("no libxyz");
      case "defect" -> throw new IllegalStateException();
      default -> java.util.Objects.requireNonNull(spec).commandLine().getOut().println(word);
    }
    return ExitCodes.OK;
  }

  /** The same inside a group. */
  @Command(name = "inner", description = "Says a word, too.")
  public static final class Inner implements BlurVerb, Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public String group() {
      return "outer";
    }

    @Override
    public void run() {
      java.util.Objects.requireNonNull(spec).commandLine().getOut().println("inner");
    }
  }

  /** A verb that cannot be made. */
  @Command(name = "broken")
  public static final class Broken implements BlurVerb {
    /** Fails. */
    public Broken() {
      throw new IllegalStateException("library xyz is missing");
    }
  }
}
