package io.github.blurdetect.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A progress bar on the error stream, drawn only where that is a terminal; elsewhere its methods do
 * nothing. Safe for use by many threads. Closing it takes it off the screen.
 */
public final class Progress implements AutoCloseable {
  // Set by the launcher, which can tell what the JVM cannot: whether stream 2 alone is a terminal.
  private static final String COLUMNS = "blur.columns";
  private static final int UPDATE_MILLIS = 250;

  private final @Nullable ProgressBar bar;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  /**
   * Starts a bar.
   *
   * @param err where to draw
   * @param task what is being done, in a word or two
   * @param total steps in all; under 0 if not known
   * @return a bar, which the caller closes
   */
  public static Progress start(PrintWriter err, String task, long total) {
    Integer columns = Integer.getInteger(COLUMNS);
    if (columns == null) {
      return new Progress(null);
    }
    ProgressBarBuilder builder =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setConsumer(new Line(err, columns))
            .clearDisplayOnFinish();
    return new Progress(builder.build());
  }

  /**
   * Returns whether the error stream is a terminal.
   *
   * @return whether a bar would be drawn
   */
  public static boolean possible() {
    return Integer.getInteger(COLUMNS) != null;
  }

  /**
   * Returns a bar that is never drawn.
   *
   * @return a bar without effect
   */
  public static Progress none() {
    return new Progress(null);
  }

  /** Counts one step. */
  public void step() {
    if (bar != null) {
      bar.step();
    }
  }

  /**
   * Sets the steps done.
   *
   * @param done at least 0
   */
  public void stepTo(long done) {
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  /**
   * Shows a short text behind the bar, a loss, say.
   *
   * @param text replaces the earlier one
   */
  public void message(String text) {
    if (bar != null) {
      bar.setExtraMessage(" " + text);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  /** Redraws one line in place. */
  private record Line(PrintWriter err, int columns) implements ProgressBarConsumer {

    @Override
    public int getMaxRenderedLength() {
      return Math.max(20, columns - 1);
    }

    @Override
    public void accept(String text) {
      err.print('\r' + text);
      err.flush();
    }

    @Override
    public void clear() {
      accept(" ".repeat(getMaxRenderedLength()) + '\r');
    }

    @Override
    public void close() {
      err.flush();
    }
  }
}
