package dev.skytally.orbit;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.orbit.AlmanacFields.Field;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.orekit.propagation.analytical.gnss.data.GPSAlmanac;

/** Converts the satellites of an almanac to orbits, at most one for each PRN. */
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
   * @param format the name of the format, for people
   * @return a description of the file, for people
   * @throws InputFormatException if it has two almanacs of one satellite, since either can be wrong
   */
  static String read(
      TextFile file, String format, Text text, Instant weeksNear, OrbitFileBuilder orbits)
      throws IOException {
    return OrekitReading.withWeeksNear(
        weeksNear,
        () -> {
          NavigableSet<LocalDate> days = addAll(file, format, text.read(file), orbits);
          if (days.isEmpty()) {
            return format;
          }
          String last = days.size() == 1 ? "" : " to " + days.last();
          return format + " of " + days.first() + last;
        });
  }

  /** Returns the dates of the almanacs. */
  private static NavigableSet<LocalDate> addAll(
      TextFile file, String format, List<Entry> entries, OrbitFileBuilder orbits)
      throws InputFormatException {
    NavigableSet<LocalDate> days = new TreeSet<>();
    Map<String, Field> numbers = new HashMap<>();
    for (Entry entry : entries) {
      if (entry.prn().isEmpty()) {
        orbits.reject(
            "PRN " + entry.elements().getPRN(), "not the number of a satellite in a " + format);
      } else {
        String prn = entry.prn().get();
        Field first = numbers.putIfAbsent(prn, entry.number());
        if (first != null) {
          throw file.problem(
              entry.number().line(),
              entry.number().column(),
              "second almanac of %s, expected one: remove this one or that of line %s"
                  .formatted(prn, first.line()));
        }
        orbits.add(prn, () -> orbit(entry.elements(), days));
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
