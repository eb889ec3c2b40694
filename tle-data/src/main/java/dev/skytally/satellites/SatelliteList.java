package dev.skytally.satellites;

import dev.skytally.input.TextFile;
import dev.skytally.internal.input.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the list of exactly those satellites that count in a study.
 *
 * <p>Safe for use by several threads.
 */
public final class SatelliteList {
  private static final int GREATEST_CATALOG_NUMBER = 999_999_999;

  private SatelliteList() {}

  /**
   * An entry of the list: a system and a catalogue number.
   *
   * @param system the system
   * @param catalogNumber the catalogue (NORAD) number
   */
  public record Entry(GnssSystem system, int catalogNumber) {
    @Override
    public String toString() {
      return system + " " + catalogNumber;
    }
  }

  /**
   * Reads a CSV file with the columns {@code system} (for example {@code BDS}) and {@code norad}
   * (the catalogue number); other columns are ignored.
   *
   * @param file the CSV file
   * @return the satellites
   * @throws dev.skytally.input.InputFormatException if the file is not such a list; the message
   *     gives file, line and column
   */
  public static List<Entry> read(Path file) throws IOException {
    return read(TextFile.read(file));
  }

  static List<Entry> read(TextFile file) throws IOException {
    CsvTable table = CsvTable.read(file, "system", "norad");
    table.require("system", "norad");
    Set<Entry> entries = new LinkedHashSet<>();
    for (CsvTable.Row row : table.rows()) {
      Entry entry = new Entry(system(row), catalogNumber(row));
      if (!entries.add(entry)) {
        throw row.problem("norad", entry + " is listed twice");
      }
    }
    return new ArrayList<>(entries);
  }

  private static GnssSystem system(CsvTable.Row row) throws IOException {
    try {
      return GnssSystem.of(row.text("system"));
    } catch (IllegalArgumentException e) {
      throw row.problem("system", String.valueOf(e.getMessage()));
    }
  }

  private static int catalogNumber(CsvTable.Row row) throws IOException {
    double number = row.number("norad", 1, GREATEST_CATALOG_NUMBER);
    if (number != Math.rint(number)) {
      throw row.problem("norad", "norad is " + row.text("norad") + ", expected a whole number");
    }
    return (int) number;
  }
}
