package dev.skytally.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is given from outside. Its result goes to one stream and nothing else there; warnings
 * and errors, one line each, go to another; and it sees no other environment and no other day than
 * these.
 */
final class Console {
  private final OutputStream result;
  private final PrintStream messages;
  private final boolean watched;
  private final Map<String, String> environment;
  private final Clock clock;

  /**
   * @param watched whether a person sees the messages as they come (a terminal)
   * @param environment the variables of the environment
   * @param clock tells which day it is
   */
  Console(
      OutputStream result,
      OutputStream messages,
      boolean watched,
      Map<String, String> environment,
      Clock clock) {
    this.result = result;
    this.messages = new PrintStream(messages, true, StandardCharsets.UTF_8);
    this.watched = watched;
    this.environment = environment;
    this.clock = clock;
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

  /** The value of a variable of the environment, if it is set and not empty. */
  Optional<String> variable(String name) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /** The day that it is in UTC. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Tells a result of one line. */
  void say(String line) throws JobFailedException {
    OutputOptions.writeTo(result, (line + "\n").getBytes(StandardCharsets.UTF_8));
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
