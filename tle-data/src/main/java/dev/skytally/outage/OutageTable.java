package dev.skytally.outage;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.internal.input.CsvTable;
import dev.skytally.satellites.GnssSystem;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a table of outages with the columns {@code prn,from,to} and maybe {@code source}. */
final class OutageTable {
  /** What an outage without a source is attributed to. */
  private static final String UNKNOWN = "source unknown";

  private OutageTable() {}

  /** Returns whether a text looks like a table of outages. */
  static boolean isIn(TextFile file) {
    String first = file.lines().stream().filter(line -> !line.isBlank()).findFirst().orElse("");
    return first.toLowerCase(Locale.ROOT).contains("prn")
        && (first.contains(",") || first.contains(";") || first.contains("\t"));
  }

  /**
   * Reads all rows of a table, which may be none. Each is either an outage or a problem.
   *
   * @throws InputFormatException if the text is no table with the first three columns
   */
  static void read(TextFile file, Consumer<Outage> outages, Consumer<InputFormatException> problems)
      throws IOException {
    CsvTable table = CsvTable.readMaybeEmpty(file, "prn", "from", "to", "source");
    table.require("prn", "from", "to");
    table.tooLong().forEach(problems);
    for (CsvTable.Row row : table.rows()) {
      try {
        outages.accept(outage(row));
      } catch (InputFormatException e) {
        problems.accept(e);
      }
    }
  }

  private static Outage outage(CsvTable.Row row) throws InputFormatException {
    String prn = row.requiredText("prn").toUpperCase(Locale.ROOT);
    Optional<GnssSystem> system = system(prn);
    if (system.isEmpty()) {
      throw row.unexpected("prn", "one such as G02, or E for all of Galileo");
    }
    Instant begin = time(row, "from");
    Optional<Instant> end =
        row.text("to").isEmpty() ? Optional.empty() : Optional.of(time(row, "to"));
    if (end.isPresent() && !end.get().isAfter(begin)) {
      throw row.unexpected(
          "to", "a time after the beginning %s; a date alone means 00:00 UTC".formatted(begin));
    }
    String source = row.text("source").isEmpty() ? UNKNOWN : row.text("source");
    return new Outage(system.get(), prn.length() == 1 ? "" : prn, begin, end, false, source);
  }

  private static Instant time(CsvTable.Row row, String column) throws InputFormatException {
    try {
      return NoticeTimes.ofTable(row.requiredText(column));
    } catch (DateTimeException e) {
      throw row.unexpected(
          column,
          "a UTC time such as 2022-07-14T03:10, one with an offset such as +02:00, or a date from"
              + " 1957 to 2100");
    }
  }

  private static Optional<GnssSystem> system(String prn) {
    return isPrn(prn) ? GnssSystem.ofRinexLetter(prn.charAt(0)) : Optional.empty();
  }

  private static boolean isPrn(String text) {
    boolean isPrn = text.length() == 3 || text.length() == 1;
    for (int i = 1; i < text.length(); i++) {
      isPrn &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return isPrn;
  }
}
