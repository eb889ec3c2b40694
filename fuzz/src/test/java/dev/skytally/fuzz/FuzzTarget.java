package dev.skytally.fuzz;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What Jazzer calls with one input after another. A reader returns normally or throws its checked
 * exception; and whatever it says is one short line without anything that a terminal obeys.
 */
public final class FuzzTarget {
  private static final int LONGEST_MESSAGE = 1_000;

  private static Reader reader;

  private FuzzTarget() {}

  /**
   * Chooses the reader, and has it load its classes, so that no input is blamed for the time that
   * this takes.
   *
   * @param arguments the reader's name
   */
  public static void fuzzerInitialize(String[] arguments) throws IOException, URISyntaxException {
    reader = Reader.valueOf(arguments[0]);
    for (Path input : Reader.files(reader.seeds())) {
      check(reader, Files.readAllBytes(input));
    }
  }

  /** Reads an input. */
  public static void fuzzerTestOneInput(byte[] input) {
    check(reader, input);
  }

  /** Has a reader read an input, and checks what the reader says. */
  static void check(Reader reader, byte[] input) {
    List<String> said;
    try {
      said = reader.read(input);
    } catch (IOException e) {
      said = List.of(String.valueOf(e.getMessage()));
    }
    said.forEach(FuzzTarget::requireOneShortLine);
  }

  private static void requireOneShortLine(String message) {
    if (message.isBlank() || message.length() > LONGEST_MESSAGE) {
      throw new AssertionError("a message of " + message.length() + " characters");
    }
    message
        .chars()
        .filter(FuzzTarget::isObeyedByTerminals)
        .findFirst()
        .ifPresent(
            c -> {
              throw new AssertionError(
                  String.format(Locale.ROOT, "a message with U+%04X: %s", c, message));
            });
  }

  private static boolean isObeyedByTerminals(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
