package dev.skytally.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a run speaks: its result on one stream and nothing else there; warnings and errors, one
 * line each, on another.
 */
final class Console {
  private final OutputStream result;
  private final PrintStream messages;
  private final boolean watched;

  /**
   * @param watched whether a person sees the messages as they come (a terminal)
   */
  Console(OutputStream result, OutputStream messages, boolean watched) {
    this.result = result;
    this.messages = new PrintStream(messages, true, StandardCharsets.UTF_8);
    this.watched = watched;
  }

  OutputStream result() {
    return result;
  }

  PrintStream messages() {
    return messages;
  }

  boolean watched() {
    return watched;
  }

  void warn(String line) {
    messages.print("skytally: warning: " + line + "\n");
  }

  void error(String line) {
    messages.print("skytally: " + line + "\n");
  }

  void trace(Throwable problem) {
    problem.printStackTrace(messages);
  }
}
