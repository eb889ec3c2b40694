package dev.skytally.history;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Files of element sets to compute histories of: the bundled ones, and copies moved in time. */
public final class TestElements {
  private static final int EPOCH_BEGIN = 18;
  private static final int DAY_BEGIN = 20;
  private static final int EPOCH_END = 32;

  private static final int CHECKSUM = 68;
  private static final int LINES_OF_A_SET = 3;

  private TestElements() {}

  /** Writes each bundled snapshot into a folder, as a file named by its date. */
  public static Path writeBundled(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (LocalDate date : BundledSnapshots.dates()) {
      Files.writeString(folder.resolve(date + ".tle"), text(date.toString()));
    }
    return folder;
  }

  /** The text of a bundled snapshot. */
  public static String text(String date) throws IOException {
    String resource = "/dev/skytally/elements/bundled/" + date + ".tle.gz";
    return TextFile.read(date, BundledSnapshots.class.getResourceAsStream(resource)).text();
  }

  /**
   * Returns the newest bundled snapshot with all epochs moved, which an archive takes for another
   * one.
   */
  public static String moved(double days) throws IOException {
    return moved(text("2026-10-06"), days);
  }

  /** The same element sets, but with all epochs moved. */
  public static String moved(String text, double days) {
    return text.lines()
        .map(line -> line.startsWith("1 ") ? movedLine(line, days) : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** As {@link #moved(double)}, those of some names alone. */
  public static String moved(double days, Predicate<String> name) throws IOException {
    List<String> lines = moved(days).lines().toList();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i += LINES_OF_A_SET) {
      if (name.test(lines.get(i))) {
        text.append(String.join("\n", lines.subList(i, i + LINES_OF_A_SET))).append('\n');
      }
    }
    return text.toString();
  }

  /** The same element sets, but with another epoch for one satellite. */
  public static String moved(String text, int catalogNumber, double days) {
    return text.lines()
        .map(line -> line.startsWith("1 " + catalogNumber) ? movedLine(line, days) : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The same element sets, but without those of one satellite. */
  public static String without(String text, int catalogNumber) {
    List<String> lines = text.lines().toList();
    List<String> left = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += LINES_OF_A_SET) {
      if (!lines.get(i + 1).startsWith("1 " + catalogNumber)) {
        left.addAll(lines.subList(i, i + LINES_OF_A_SET));
      }
    }
    if (left.size() != lines.size() - LINES_OF_A_SET) {
      throw new IllegalArgumentException(catalogNumber + " is not there once");
    }
    return String.join("\n", left) + "\n";
  }

  /** The same element sets, but with a wrong checksum for one satellite. */
  public static String damaged(String text, int catalogNumber) {
    return text.lines()
        .map(line -> line.startsWith("1 " + catalogNumber) ? withWrongChecksum(line) : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String withWrongChecksum(String line) {
    return line.substring(0, CHECKSUM) + (line.charAt(CHECKSUM) - '0' + 1) % 10;
  }

  /** The same element sets, but with an orbit too narrow for SGP4 for one satellite. */
  public static String unflyable(String text, int catalogNumber) {
    return text.lines()
        .map(line -> line.startsWith("2 " + catalogNumber) ? narrow(line) : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String narrow(String line) {
    return withChecksum(line.substring(0, 26) + "9999999" + line.substring(33, CHECKSUM));
  }

  private static String movedLine(String line, double days) {
    double day = Double.parseDouble(line.substring(DAY_BEGIN, EPOCH_END)) + days - 1;
    int year = 2000 + Integer.parseInt(line.substring(EPOCH_BEGIN, DAY_BEGIN));
    LocalDate date = LocalDate.ofYearDay(year, 1).plusDays((long) day);
    String moved =
        line.substring(0, EPOCH_BEGIN)
            + String.format(
                Locale.ROOT, "%02d%012.8f", date.getYear() % 100, date.getDayOfYear() + day % 1)
            + line.substring(EPOCH_END, CHECKSUM);
    return withChecksum(moved);
  }

  private static String withChecksum(String line) {
    int sum = line.chars().map(c -> c == '-' ? 1 : c >= '0' && c <= '9' ? c - '0' : 0).sum();
    return line + sum % 10;
  }

  static List<ElementsSource> bundled(Path folder) throws IOException {
    return ElementsSource.of(writeBundled(folder));
  }
}
