package dev.skytally.cli.console;

import dev.skytally.input.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * The program's connection to the outside: streams, environment and clock. The result goes to one
 * stream, warnings and errors go to another, one line each.
 *
 * <p>Everything that may reach a terminal passes through here. Control characters become visible,
 * so that no foreign text can control the terminal.
 */
public final class Console {
  private final InputStream input;
  private final OutputStream result;
  private final PrintStream messages;
  private final boolean watched;
  private final Map<String, String> environment;
  private final Clock clock;
  private final String version;
  private final boolean mustBeRead;

  /** Null if no client of the server waits. */
  private final DoubleConsumer watcher;

  /**
   * @param watched whether a person sees the messages as they come (a terminal)
   * @param environment the variables of the environment
   * @param clock for the present and for times of storing
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
        System.in,
        result,
        new PrintStream(messages, true, StandardCharsets.UTF_8),
        watched,
        environment,
        clock,
        version,
        false,
        null);
  }

  private Console(
      InputStream input,
      OutputStream result,
      PrintStream messages,
      boolean watched,
      Map<String, String> environment,
      Clock clock,
      String version,
      boolean mustBeRead,
      DoubleConsumer watcher) {
    this.input = input;
    this.result = result;
    this.messages = messages;
    this.watched = watched;
    this.environment = environment;
    this.clock = clock;
    this.version = version;
    this.mustBeRead = mustBeRead;
    this.watcher = watcher;
  }

  /** Returns a console for a result that must not be lost: it fails if the reader is gone. */
  public Console forWhatMustBeRead() {
    return new Console(
        input, result, messages, watched, environment, clock, version, true, watcher);
  }

  /** Returns a console for a client of the server, with the same environment and clock. */
  public Console with(
      InputStream ownInput,
      OutputStream ownResult,
      OutputStream ownMessages,
      DoubleConsumer watcher) {
    return new Console(
        ownInput,
        ownResult,
        new PrintStream(ownMessages, true, StandardCharsets.UTF_8),
        false,
        environment,
        clock,
        version,
        false,
        watcher);
  }

  /** Returns the words for the caller: a user of the command, or a client of the server. */
  public String words(String toUser, String toClient) {
    return watcher == null ? toUser : toClient;
  }

  /** Returns standard input. */
  public InputStream input() {
    return input;
  }

  /** Reports the finished part of a job to a client of the server, if it is for one. */
  void advance(double finishedPart) {
    if (watcher != null) {
      watcher.accept(finishedPart);
    }
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

  /** Returns the value of an environment variable, if it is set and not empty. */
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

  /** Prints a result of one line. */
  public void say(String line) throws JobFailedException {
    write(VisibleText.of(line) + "\n");
  }

  /** Prints a result. A reader that stops early ({@code | head}) is usually no failure. */
  public void write(String text) throws JobFailedException {
    write(out -> out.write(VisibleText.ofLines(text).getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes a result as it is, for example a picture. */
  public void write(ResultFile.Content content) throws JobFailedException {
    try {
      content.writeTo(result);
      result.flush();
    } catch (IOException e) {
      requireReader(e);
    }
  }

  private void requireReader(IOException problem) throws JobFailedException {
    if (mustBeRead || !isClosedPipe(problem)) {
      throw new JobFailedException(
          "cannot write to standard output: " + Reason.withoutPath(problem));
    }
  }

  /** The launcher sets the locale, so that the system's reasons are in English. */
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
