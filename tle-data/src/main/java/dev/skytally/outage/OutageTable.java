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

/** Reads a table of outages with the columns {@code prn,from,to,source}. */
final class OutageTable {
  private OutageTable() {}

  /** Returns whether a text looks like a table of outages. */
  static boolean isIn(TextFile file) {
    String first = file.lines().stream().filter(line -> !line.isBlank()).findFirst().orElse("");
    return first.toLowerCase(Locale.ROOT).contains("prn")
        && (first.contains(",") || first.contains(";") || first.contains("\t"));
  }

  /**
   * Reads all rows of a table. Each is either an outage or a problem.
   *
   * @throws InputFormatException if the text is no table with these columns
   */
  static void read(TextFile file, Consumer<Outage> outages, Consumer<InputFormatException> problems)
      throws IOException {
    CsvTable table = CsvTable.read(file, "prn", "from", "to", "source");
    table.require("prn", "from", "to", "source");
    for (CsvTable.Row row : table.rows()) {
      try {
        outages.accept(
            outage(
                row.requiredText("prn"),
                row.requiredText("from"),
                row.text("to"),
                row.requiredText("source")));
      } catch (DateTimeException e) {
        problems.accept(file.problem(row.line(), 0, String.valueOf(e.getMessage())));
      } catch (InputFormatException e) {
        problems.accept(e);
      }
    }
  }

  /**
   * Returns an outage from its fields.
   *
   * @param prn for example {@code G02}, or only the letter for all satellites of the system
   * @param to empty if no notice ends it
   * @throws DateTimeException if a field is wrong
   */
  static Outage outage(String prn, String from, String to, String source) {
    Optional<GnssSystem> system =
        isPrn(prn) ? GnssSystem.ofRinexLetter(prn.charAt(0)) : Optional.empty();
    if (system.isEmpty()) {
      throw new DateTimeException(
          "the PRN is %s, expected one such as G02, or E for all of Galileo"
              .formatted(TextFile.quoted(prn)));
    }
    Instant begin = NoticeTimes.iso(from);
    Optional<Instant> end = to.isEmpty() ? Optional.empty() : Optional.of(NoticeTimes.iso(to));
    if (end.isPresent() && end.get().isBefore(begin)) {
      throw new DateTimeException("the outage ends before it begins");
    }
    return new Outage(system.get(), prn.length() == 1 ? "" : prn, begin, end, false, source);
  }

  private static boolean isPrn(String text) {
    boolean isPrn = text.length() == 3 || text.length() == 1;
    for (int i = 1; i < text.length(); i++) {
      isPrn &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return isPrn;
  }
}
