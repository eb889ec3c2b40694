package dev.skytally.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skytally.cli.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** One run of the program within the test's process. */
public record Run(int exitCode, String out, String err) {
  /** The moment at which every run is made. */
  static final Clock NOON = Clock.fixed(Instant.parse("2026-10-07T12:00:00Z"), ZoneOffset.UTC);

  /** Without any environment, so that nothing of the user who runs the tests is seen or changed. */
  public static Run of(String... arguments) {
    return in(Map.of(), arguments);
  }

  /** Whose result cannot be written, for a reason of the operating system's. */
  static Run into(String failure, Map<String, String> environment, String... arguments) {
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(failure);
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = Main.run(new Console(failing, err, false, environment, NOON), arguments);
    return new Run(exitCode, "", err.toString(StandardCharsets.UTF_8));
  }

  static Run in(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    // Nobody watches, as a progress bar would appear whenever the machine is slow.
    int exitCode = Main.run(new Console(out, err, false, environment, NOON), arguments);
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A run given as a line; no argument may hold a blank. */
  public static Run ofLine(String line) {
    return of(line.split(" ", -1));
  }

  /** Returns the output, which must be valid by the schema. */
  public JsonNode json() {
    try {
      return JsonSchemaTest.valid(new ObjectMapper().readTree(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> lines() {
    return out.lines().toList();
  }

  /** The cells of a line of CSV that holds no quotes. */
  String[] cells(int line) {
    return lines().get(line).split(",", -1);
  }
}
