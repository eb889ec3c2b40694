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

/** Runs Orekit's parsers on a text, and turns what they throw into one line for people. */
final class OrekitReading {
  private static final Pattern NO_NUMBER = Pattern.compile("For input string: \"(.*)\".*");

  private OrekitReading() {}

  /** What a parser makes of a source. */
  interface Parser<T> {
    T parse(DataSource source) throws IOException, ParseException;
  }

  /**
   * Parses a text.
   *
   * @param name what the parser is to take for the file's name
   * @param form what the text seems to be, for people
   */
  static <T> T parse(TextFile file, String name, String form, Parser<T> parser)
      throws InputFormatException {
    LineByLine reader = new LineByLine(file.text());
    try {
      return parser.parse(new DataSource(name, () -> reader));
    } catch (InputFormatException e) {
      throw e;
    } catch (UnreadableLineException e) {
      throw problem(file, e.number(), e.line(), form, reason(e.parserFailure(), name, file));
    } catch (IOException | ParseException | RuntimeException e) {
      throw problem(file, reader.number(), reader.line(), form, reason(e, name, file));
    }
  }

  private static InputFormatException problem(
      TextFile file, int number, String line, String form, String reason) {
    String what = number == 0 ? "is damaged or cut" : TextFile.quoted(line) + " cannot be read";
    return file.problem(number, 0, "%s, expected %s%s".formatted(what, form, reason));
  }

  /** What a parser says beyond that it cannot read a line, after a colon; empty if nothing. */
  private static String reason(Exception failure, String name, TextFile file) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof NumberFormatException) {
        Matcher field = NO_NUMBER.matcher(String.valueOf(cause.getMessage()));
        return field.matches()
            ? ": %s is no number".formatted(TextFile.quoted(field.group(1)))
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
   * Parses while Orekit takes weeks that were counted modulo 1024 for those nearest to a moment.
   * Orekit keeps that moment for the whole program; the caller's is put back.
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

  /** What a parser makes of weeks. */
  interface WeekParser<T> {
    T parse() throws IOException;
  }
}
