package dev.skytally.cli.console;

import dev.skytally.input.VisibleText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is given from outside. Its result goes to one stream and nothing else there; warnings
 * and errors, one line each, go to another; and it sees no other environment and no other day than
 * these. Everything that may reach a terminal passes through here and is made visible, so that no
 * text of others can control the terminal.
 */
public final class Console {
  private final OutputStream result;
  private final PrintStream messages;
  private final boolean watched;
  private final Map<String, String> environment;
  private final Clock clock;
  private final String version;
  private final boolean mustBeRead;

  /**
   * @param watched whether a person sees the messages as they come (a terminal)
   * @param environment the variables of the environment
   * @param clock tells which day it is
   */
  public Console(
      OutputStream result,
      OutputStream messages,
      boolean watched,
      Map<String, String> environment,
      Clock clock) {
    this(result, messages, watched, environment, clock, ProgramVersion.orNone());
  }

  /**
   * As above.
   *
   * @param version of the program, stored with what it computes
   */
  public Console(
      OutputStream result,
      OutputStream messages,
      boolean watched,
      Map<String, String> environment,
      Clock clock,
      String version) {
    this(
        result,
        new PrintStream(messages, true, StandardCharsets.UTF_8),
        watched,
        environment,
        clock,
        version,
        false);
  }

  private Console(
      OutputStream result,
      PrintStream messages,
      boolean watched,
      Map<String, String> environment,
      Clock clock,
      String version,
      boolean mustBeRead) {
    this.result = result;
    this.messages = messages;
    this.watched = watched;
    this.environment = environment;
    this.clock = clock;
    this.version = version;
    this.mustBeRead = mustBeRead;
  }

  /** The same, for a result that must not be lost: that its reader is gone is a failure. */
  public Console forWhatMustBeRead() {
    return new Console(result, messages, watched, environment, clock, version, true);
  }

  /** Shows a help page to someone who did not ask for it. */
  public void showHelp(String page) {
    messages.print(VisibleText.ofLines(page));
  }

  /**
   * Overwrites the line on which a terminal's cursor stands.
   *
   * @param line of visible characters
   */
  public void overwrite(String line) {
    messages.print("\r" + VisibleText.of(line));
  }

  public boolean watched() {
    return watched;
  }

  /** The value of a variable of the environment, if it is set and not empty. */
  public Optional<String> variable(String name) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  public Clock clock() {
    return clock;
  }

  public String version() {
    return version;
  }

  /** The day that it is in UTC. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Tells a result of one line. */
  public void say(String line) throws JobFailedException {
    write(VisibleText.of(line) + "\n");
  }

  /** Gives a result. A reader who has seen enough ({@code | head}) is mostly no failure. */
  public void write(String text) throws JobFailedException {
    try {
      result.write(VisibleText.ofLines(text).getBytes(StandardCharsets.UTF_8));
      result.flush();
    } catch (IOException e) {
      if (mustBeRead || !isClosedPipe(e)) {
        throw new JobFailedException(
            "cannot write to the standard output: " + Reason.withoutPath(e));
      }
    }
  }

  /** The launcher sets the locale, so that the system gives its reasons in English. */
  private static boolean isClosedPipe(IOException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe");
  }

  public void warn(String line) {
    messages.print(VisibleText.of("skytally: warning: " + line) + "\n");
  }

  public void error(String line) {
    messages.print(VisibleText.ofError("skytally: " + line) + "\n");
  }

  public void trace(Throwable problem) {
    StringWriter trace = new StringWriter();
    problem.printStackTrace(new PrintWriter(trace));
    messages.print(VisibleText.ofLines(trace.toString()));
  }
}
