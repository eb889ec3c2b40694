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

/** Turns the satellites of an almanac into orbits, at most one for each PRN. */
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
   * @throws InputFormatException if it has two almanacs of one satellite: nothing says which one is
   *     right
   */
  static String read(
      TextFile file, String form, Text text, Instant weeksNear, OrbitFileBuilder orbits)
      throws IOException {
    return OrekitReading.withWeeksNear(
        weeksNear,
        () -> {
          NavigableSet<LocalDate> days = addAll(file, form, text.read(file), orbits);
          if (days.isEmpty()) {
            return form;
          }
          String last = days.size() == 1 ? "" : " to " + days.last();
          return form + " of " + days.first() + last;
        });
  }

  /** Returns the days that the almanacs are for. */
  private static NavigableSet<LocalDate> addAll(
      TextFile file, String form, List<Entry> entries, OrbitFileBuilder orbits)
      throws InputFormatException {
    NavigableSet<LocalDate> days = new TreeSet<>();
    Map<String, Field> numbers = new HashMap<>();
    for (Entry entry : entries) {
      if (entry.prn().isEmpty()) {
        orbits.refuse(
            "PRN " + entry.elements().getPRN(), "the number of no satellite in a " + form);
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
