package dev.skytally.cli.console;

import java.util.function.DoubleConsumer;

/**
 * A progress bar on the terminal, from the second second on until it is closed; a program that
 * watches instead is given each part. Not thread-safe.
 */
public final class Progress implements DoubleConsumer, AutoCloseable {
  private static final long QUIET_AT_FIRST_NANOS = 1_000_000_000L;
  private static final long BETWEEN_UPDATES_NANOS = 100_000_000L;
  private static final int BAR_WIDTH = 40;

  private final Console console;
  private final boolean shown;
  private long nextUpdateNanos = System.nanoTime() + QUIET_AT_FIRST_NANOS;
  private int width;

  public Progress(Console console, boolean quiet) {
    this.console = console;
    shown = console.watched() && !quiet;
  }

  @Override
  public void accept(double finishedPart) {
    console.advance(finishedPart);
    if (shown) {
      show(finishedPart);
    }
  }

  private void show(double finishedPart) {
    long now = System.nanoTime();
    if (now < nextUpdateNanos) {
      return;
    }
    nextUpdateNanos = now + BETWEEN_UPDATES_NANOS;
    double part = Math.min(finishedPart, 1);
    int filled = (int) (part * BAR_WIDTH);
    String line =
        "["
            + "#".repeat(filled)
            + ".".repeat(BAR_WIDTH - filled)
            + "] "
            + (int) (part * 100)
            + " %";
    width = Math.max(width, line.length());
    console.overwrite(line);
  }

  @Override
  public void close() {
    if (width > 0) {
      console.overwrite(" ".repeat(width));
      console.overwrite("");
    }
  }
}
