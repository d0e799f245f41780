package io.github.blurdetect.cli;

/**
 * A verb of the {@code blur} command, found by {@link java.util.ServiceLoader}.
 *
 * <p>To add a verb, write a picocli command that implements this interface with a public
 * no-argument constructor, and name the class in {@code
 * META-INF/services/io.github.blurdetect.cli.BlurVerb}:
 *
 * <pre>{@code
 * @Command(name = "train_cnn", description = "Trains the CNN.")
 * public final class TrainCnnVerb implements BlurVerb, Callable<Integer> {
 *   @Spec CommandSpec spec; // spec.commandLine().getOut() and getErr() are where to print
 *
 *   @Override
 *   public Integer call() throws IOException { ... return ExitCodes.OK; }
 * }
 * }</pre>
 *
 * <p>A name with an underscore is understood with a hyphen too, and the other way round. A verb
 * that cannot go on throws {@link VerbException} (or an {@link java.io.IOException} whose message
 * suffices): one line is printed, and no stack trace unless {@code --debug} is given. The
 * constructor must be cheap, since every verb is made before the right one is picked.
 */
public interface BlurVerb {

  /**
   * Returns the name of the command that holds this verb, for verbs of two words.
   *
   * @return {@code ""} for a verb of one word; {@code model} for {@code blur model export}, say. A
   *     group that no verb stands for is made as needed
   */
  default String group() {
    return "";
  }

  /**
   * Returns the command.
   *
   * @return an object whose class carries picocli's {@code Command} annotation with a name, or a
   *     {@code CommandLine}; by default the verb itself
   */
  default Object command() {
    return this;
  }
}
