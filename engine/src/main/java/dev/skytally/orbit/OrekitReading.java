package dev.skytally.orbit;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orekit.data.DataSource;
import org.orekit.errors.LocalizedException;
import org.orekit.errors.OrekitMessages;
import org.orekit.time.DateComponents;
import org.orekit.time.GNSSDate;

/** Runs Orekit's parsers on a text, and converts their exceptions to one line for people. */
final class OrekitReading {
  private static final Pattern NO_NUMBER = Pattern.compile("For input string: \"(.*)\".*");

  private OrekitReading() {}

  /** Parses a source. */
  interface Parser<T> {
    T parse(DataSource source) throws IOException, ParseException;
  }

  /**
   * Parses a text.
   *
   * @param name the file name that the parser sees
   * @param format the format that the text seems to have, for people
   */
  static <T> T parse(TextFile file, String name, String format, Parser<T> parser)
      throws InputFormatException {
    LineByLine reader = new LineByLine(file.text());
    try {
      return parser.parse(new DataSource(name, () -> reader));
    } catch (InputFormatException e) {
      throw e;
    } catch (UnreadableLineException e) {
      throw problem(file, e.number(), e.line(), format, reason(e.parserFailure(), name, file));
    } catch (IOException | ParseException | RuntimeException e) {
      throw problem(file, reader.number(), reader.line(), format, reason(e, name, file));
    }
  }

  private static InputFormatException problem(
      TextFile file, int number, String line, String format, String reason) {
    String what =
        number == 0 ? "is damaged or truncated" : TextFile.quoted(line) + " cannot be read";
    return file.problem(number, 0, "%s, expected %s%s".formatted(what, format, reason));
  }

  /**
   * Returns the details of a parser's message after a colon; empty if it only says that it cannot
   * read a line.
   */
  private static String reason(Exception failure, String name, TextFile file) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof NumberFormatException) {
        Matcher field = NO_NUMBER.matcher(String.valueOf(cause.getMessage()));
        return field.matches()
            ? ": %s is not a number".formatted(TextFile.quoted(field.group(1)))
            : "";
      }
    }
    if (failure instanceof LocalizedException e
        && e.getSpecifier() != OrekitMessages.UNABLE_TO_PARSE_LINE_IN_FILE) {
      String message = e.getMessage(Locale.ROOT).replace(name, file.source());
      return ": " + TextFile.printable(message.replaceAll("\\s+", " ").strip());
    }
    return "";
  }

  /**
   * Parses while Orekit resolves weeks counted modulo 1024 to those nearest to a moment. Orekit
   * keeps that moment for the whole program, so the caller's moment is restored afterwards.
   */
  static synchronized <T> T withWeeksNear(Instant moment, WeekParser<T> parser) throws IOException {
    DateComponents callers = GNSSDate.getRolloverReference();
    LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
    GNSSDate.setRolloverReference(
        new DateComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
    try {
      return parser.parse();
    } finally {
      GNSSDate.setRolloverReference(callers);
    }
  }

  /** Parses a text with weeks. */
  interface WeekParser<T> {
    T parse() throws IOException;
  }
}
