package dev.skytally.cli;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.PositionSource;
import dev.skytally.orbit.PropagationException;
import dev.skytally.orbit.PropagationNodes;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** A day of SP3-d, written from bundled element sets. */
final class Sp3Sample {
  private static final LocalDate DAY = LocalDate.of(2020, 12, 1);
  private static final long DAYS_BEFORE_GPS = LocalDate.of(1980, 1, 6).toEpochDay();
  private static final long MODIFIED_JULIAN_DAY_OF_1970 = 40_587;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int STEP_SECONDS = 900;
  private static final int EPOCHS = 97;
  private static final int GPS_MINUS_UTC_SECONDS = 18;

  private Sp3Sample() {}

  /** Returns the orbits of 1 December 2020. */
  static String text(int secondsAhead) {
    return text(DAY, secondsAhead);
  }

  /**
   * Returns orbits that are some seconds ahead of those of a bundled snapshot, including the
   * rotation of the Earth.
   */
  static String text(LocalDate date, int secondsAhead) {
    Instant start = date.atStartOfDay().toInstant(ZoneOffset.UTC);
    List<Member> members =
        ConstellationSelection.on(date)
            .from(BundledSnapshots.load(date), start.plusSeconds(SECONDS_PER_DAY / 2))
            .members();
    long[] micros = new long[EPOCHS];
    for (int k = 0; k < EPOCHS; k++) {
      micros[k] = (start.getEpochSecond() + (long) k * STEP_SECONDS + secondsAhead) * 1_000_000;
    }
    PropagationNodes nodes = new PropagationNodes(micros, EarthOrientation.mean());
    double[][][] positions = new double[members.size()][3][EPOCHS];
    StringBuilder text = new StringBuilder();
    long days = date.toEpochDay() - DAYS_BEFORE_GPS;
    line(text, "#dP%s %7d ORBIT IGS20 FIT TEST", epoch(start, 0), EPOCHS);
    line(
        text,
        "## %4d %15.8f %14.8f %5d 0.0000000000000",
        days / 7,
        (double) (days % 7 * SECONDS_PER_DAY),
        (double) STEP_SECONDS,
        date.toEpochDay() + MODIFIED_JULIAN_DAY_OF_1970);
    for (int first = 0; first < members.size(); first += 17) {
      text.append(
          first == 0 ? String.format(Locale.ROOT, "+  %3d   ", members.size()) : "+        ");
      for (int j = first; j < first + 17; j++) {
        text.append(j < members.size() ? members.get(j).satellite().prn() : "  0");
      }
      text.append('\n');
    }
    line(text, "++       %s", "  0".repeat(17));
    line(text, "%%c M  cc GPS ccc cccc cccc cccc cccc ccccc ccccc ccccc ccccc");
    line(text, "%%f  1.2500000  1.025000000  0.00000000000  0.000000000000000");
    line(text, "%%i    0    0    0    0      0      0      0      0         0");
    line(text, "/* A SAMPLE");
    for (int j = 0; j < members.size(); j++) {
      try {
        PositionSource.of(members.get(j).elementSet()).propagate(nodes, positions[j]);
      } catch (PropagationException e) {
        throw new AssertionError(e);
      }
    }
    for (int k = 0; k < EPOCHS; k++) {
      line(text, "*  %s", epoch(start, k));
      for (int j = 0; j < members.size(); j++) {
        double[][] p = positions[j];
        line(
            text,
            "P%s%14.6f%14.6f%14.6f%14.6f",
            members.get(j).satellite().prn(),
            p[0][k] / 1000,
            p[1][k] / 1000,
            p[2][k] / 1000,
            999999.999999);
      }
    }
    return text.append("EOF\n").toString();
  }

  static Path write(Path folder, int secondsAhead) throws IOException {
    return Files.writeString(folder.resolve("sample" + secondsAhead + ".sp3"), text(secondsAhead));
  }

  static Path write(Path folder, LocalDate date) throws IOException {
    return Files.writeString(folder.resolve(date + ".sp3"), text(date, 0));
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String epoch(Instant start, int k) {
    LocalDateTime gps =
        LocalDateTime.ofInstant(
            start.plusSeconds(k * (long) STEP_SECONDS + GPS_MINUS_UTC_SECONDS), ZoneOffset.UTC);
    return String.format(
        Locale.ROOT,
        "%4d %2d %2d %2d %2d %11.8f",
        gps.getYear(),
        gps.getMonthValue(),
        gps.getDayOfMonth(),
        gps.getHour(),
        gps.getMinute(),
        (double) gps.getSecond());
  }
}
