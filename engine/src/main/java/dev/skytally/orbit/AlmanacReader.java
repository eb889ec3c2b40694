package dev.skytally.orbit;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.orbit.AlmanacFields.Field;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.orekit.propagation.analytical.gnss.data.GPSAlmanac;

/** Turns the satellites of an almanac into orbits. */
final class AlmanacReader {
  private static final Duration REACH = Duration.ofDays(366);

  private AlmanacReader() {}

  /**
   * A satellite of an almanac.
   *
   * @param number its number in the file
   * @param prn the RINEX name for that number; empty if the format has none
   */
  record Entry(Field number, Optional<String> prn, GPSAlmanac elements) {}

  /** Reads the text of an almanac. */
  interface Text {
    List<Entry> read(TextFile file) throws InputFormatException;
  }

  /**
   * Reads all satellites of a file.
   *
   * @param form the format, for people
   * @return what the file is, for people
   */
  static String read(
      TextFile file, String form, Text text, Instant weeksNear, OrbitFileBuilder orbits)
      throws IOException {
    return OrekitReading.withWeeksNear(
        weeksNear,
        () -> {
          NavigableSet<LocalDate> days = addAll(form, text.read(file), orbits);
          if (days.isEmpty()) {
            return form;
          }
          String last = days.size() == 1 ? "" : " to " + days.last();
          return form + " of " + days.first() + last;
        });
  }

  /** Returns the days that the almanacs are for. */
  private static NavigableSet<LocalDate> addAll(
      String form, List<Entry> entries, OrbitFileBuilder orbits)
      throws InputFormatException {
    NavigableSet<LocalDate> days = new TreeSet<>();
    for (Entry entry : entries) {
      if (entry.prn().isEmpty()) {
        orbits.refuse(
            "PRN " + entry.elements().getPRN(), "the number of no satellite in a " + form);
      } else {
        orbits.add(entry.prn().get(), () -> orbit(entry.elements(), days));
      }
    }
    return days;
  }

  private static ProvidedOrbit orbit(GPSAlmanac elements, NavigableSet<LocalDate> days)
      throws PropagationException {
    Instant own = OrekitContext.instant(elements.getDate());
    days.add(LocalDate.ofInstant(own, ZoneOffset.UTC));
    OrbitFile.Stretch known = new OrbitFile.Stretch(own.minus(REACH), own.plus(REACH));
    return new ProvidedOrbit(
        List.of(new OrbitArc(GnssMotion.of(elements), known)),
        new OrbitFile.Stretch(own, own),
        Duration.ZERO,
        List.of(HealthBits.of(elements, own)));
  }
}
