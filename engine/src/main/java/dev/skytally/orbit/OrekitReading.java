package dev.skytally.orbit;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.orekit.data.DataLoader;
import org.orekit.data.DataSource;
import org.orekit.errors.OrekitException;
import org.orekit.errors.OrekitMessages;
import org.orekit.time.DateComponents;
import org.orekit.time.GNSSDate;

/** Runs Orekit's parsers on a text, and turns what they throw into one line for people. */
final class OrekitReading {
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
    try {
      return parser.parse(new DataSource(name, () -> new StringReader(file.text())));
    } catch (InputFormatException e) {
      throw e;
    } catch (OrekitException e) {
      throw problem(file, name, form, e);
    } catch (IOException | ParseException | RuntimeException e) {
      throw file.problem(0, 0, "is damaged or cut, expected " + form);
    }
  }

  /** As {@link #parse}, for the parsers that take a stream of bytes. */
  static void load(TextFile file, String form, DataLoader loader) throws InputFormatException {
    parse(
        file,
        file.source(),
        form,
        source -> {
          loader.loadData(
              new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8)),
              file.source());
          return null;
        });
  }

  private static InputFormatException problem(
      TextFile file, String name, String form, OrekitException e) {
    if (e.getSpecifier() == OrekitMessages.UNABLE_TO_PARSE_LINE_IN_FILE
        && e.getParts().length == 3
        && e.getParts()[0] instanceof Integer line) {
      return file.problem(
          line,
          0,
          "%s cannot be read, expected %s"
              .formatted(TextFile.quoted(String.valueOf(e.getParts()[2])), form));
    }
    String reason =
        TextFile.printable(
            e.getMessage(Locale.ROOT).replace(name, file.source()).replaceAll("\\s+", " ").strip());
    return file.problem(0, 0, "cannot be read as %s: %s".formatted(form, reason));
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
