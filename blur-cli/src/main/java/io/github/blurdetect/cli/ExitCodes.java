package io.github.blurdetect.cli;

/** Exit statuses of the {@code blur} command. */
public final class ExitCodes {
  /** Everything that was asked for was done. */
  public static final int OK = 0;

  /** The command failed as a whole: a model that does not load, a disk that is full. */
  public static final int FAILED = 1;

  /** The command line was wrong; nothing was done. */
  public static final int USAGE = 2;

  /** Some inputs could not be read; the others were dealt with. */
  public static final int SOME_UNREADABLE = 3;

  /** The reader of the output went away, as a shell reports it (128 + SIGPIPE). */
  public static final int BROKEN_PIPE = 141;

  private ExitCodes() {}
}
