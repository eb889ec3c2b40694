package dev.skytally.orbit;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.Satellite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A file of orbits other than element sets, which identifies satellites by PRN:
 *
 * <ul>
 *   <li>SP3 a to d: precise positions of the centres of mass. They are Earth-fixed in some
 *       realisation of ITRF; the realisations differ by centimetres;
 *   <li>RINEX 2 to 4 navigation messages, which the satellites broadcast. They give the positions
 *       of the antennas, accurate to some metres within two hours of a message (for GLONASS, which
 *       is integrated, within half an hour), and the satellites' health ({@code HealthBits});
 *   <li>almanacs, accurate to kilometres within days: SEM for GPS; YUMA for GPS, QZSS and SBAS;
 *       Trimble's for all systems.
 * </ul>
 *
 * The content decides the format, not the name of the file.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param label the file's name as the user gave it
 * @param format the format and origin, for people, for example {@code "SP3-d of AIUB, every 300 s"}
 * @param orbits by PRN, for example {@code C19}
 * @param unusable by PRN, the reason why the file has no usable orbit of a satellite that it names
 */
public record OrbitFile(
    String label,
    String format,
    NavigableMap<String, ProvidedOrbit> orbits,
    NavigableMap<String, String> unusable) {
  /** Almanacs are broadcast days before the time that they are made for. */
  private static final Duration ALMANAC_AHEAD = Duration.ofDays(7);

  private static final Duration HALF_CYCLE_OF_WEEKS = Duration.ofDays(7 * 512);

  static final int FIRST_QZSS_PRN = 193;

  /**
   * A stretch of time from one instant to another, both inclusive.
   *
   * @param from the beginning (inclusive)
   * @param to the end
   */
  public record Stretch(Instant from, Instant to) {}

  /** Checks the components, and copies those that can change. */
  public OrbitFile {
    orbits = Collections.unmodifiableNavigableMap(new TreeMap<>(orbits));
    unusable = Collections.unmodifiableNavigableMap(new TreeMap<>(unusable));
  }

  /**
   * Reads a file.
   *
   * @param path the file
   * @param near a moment near the orbits, because almanacs may count weeks modulo 1024; other
   *     formats do not need it. Of the possible weeks, the nearest to this moment counts that is at
   *     most a week after {@code now}. While an almanac is read, Orekit's rollover reference
   *     ({@code GNSSDate}), which is common to the whole program, is set to this choice; afterwards
   *     it has its former value again
   * @param now the current time
   * @return the orbits of the file
   * @throws InputFormatException if the file has another format, is damaged, or has no orbit
   */
  public static OrbitFile read(Path path, Instant near, Instant now) throws IOException {
    return read(TextFile.read(path), near, now);
  }

  /**
   * Reads a text as {@link #read(Path, Instant, Instant)} reads a file.
   *
   * @param file the text of the file
   * @param near a moment near the orbits
   * @param now the present
   * @return the orbits of the file
   * @throws IOException if a file cannot be read
   */
  public static OrbitFile read(TextFile file, Instant near, Instant now) throws IOException {
    OrbitFileBuilder orbits = new OrbitFileBuilder();
    String format = OrbitFormat.of(file).reads(file, weeksNear(near, now), orbits);
    return orbits.build(file, format);
  }

  /**
   * Returns a moment from which the nearest week is never more than {@link #ALMANAC_AHEAD} in the
   * future.
   */
  private static Instant weeksNear(Instant near, Instant now) {
    Instant latest = now.plus(ALMANAC_AHEAD).minus(HALF_CYCLE_OF_WEEKS);
    return near.isBefore(latest) ? near : latest;
  }

  /**
   * Selects from the orbits. A PRN means the satellite that held it at the date of the selection.
   *
   * @param selection the request
   * @return the satellites that count
   * @throws IllegalArgumentException if a named satellite cannot be selected
   */
  public Constellation select(ConstellationSelection selection) {
    Constellation selected = selection.from(label, orbits);
    List<Exclusion> excluded = new ArrayList<>();
    Map<String, String> left = new TreeMap<>(unusable);
    for (Exclusion exclusion : selected.excluded()) {
      if (exclusion.missing().isPresent() && left.containsKey(exclusion.name())) {
        Satellite satellite = exclusion.missing().get().satellite();
        String reason = left.remove(exclusion.name());
        excluded.add(Exclusion.of(new Missing(satellite, Missing.Reason.NOT_FLOWN, reason)));
      } else {
        excluded.add(exclusion);
      }
    }
    left.forEach(
        (prn, reason) -> excluded.add(new Exclusion(0, prn, Exclusion.Kind.NOT_FLOWN, reason)));
    return selected.with(selected.members(), excluded);
  }

  /** {@return the first instant at which one of the orbits is known} */
  public Instant knownFrom() {
    return orbits.values().stream()
        .map(ProvidedOrbit::knownFrom)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** {@return the last instant at which one of the orbits is known} */
  public Instant knownTo() {
    return orbits.values().stream()
        .map(ProvidedOrbit::knownTo)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * {@return the stretch of time with the most data of some satellites: the one with the greatest
   * product of its length and the number of orbits that are known over all of it} The messages of
   * each satellite begin and end at different times, so few orbits are known from the first instant
   * to the last.
   *
   * @param prns the PRNs of satellites
   */
  public Stretch fullest(Set<String> prns) {
    List<Stretch> known =
        orbits.entrySet().stream()
            .filter(orbit -> prns.contains(orbit.getKey()))
            .flatMap(orbit -> orbit.getValue().known().stream())
            .sorted(Comparator.comparing(Stretch::to).reversed())
            .toList();
    Duration slack = orbits.firstEntry().getValue().slack();
    Stretch fullest = new Stretch(knownFrom(), knownFrom());
    double greatest = 0;
    for (Instant from : new TreeSet<>(known.stream().map(Stretch::from).toList())) {
      List<Instant> ends =
          known.stream()
              .filter(arc -> !arc.from().minus(slack).isAfter(from) && arc.to().isAfter(from))
              .map(Stretch::to)
              .toList();
      int count = 0;
      for (Instant to : ends) {
        while (count < ends.size() && !ends.get(count).plus(slack).isBefore(to)) {
          count++;
        }
        double product = (double) count * Duration.between(from, to).toSeconds();
        if (product > greatest) {
          greatest = product;
          fullest = new Stretch(from, to);
        }
      }
    }
    return fullest;
  }

  /**
   * {@return the PRNs of the orbits that are known over all of a window} A gap at its ends that is
   * too short to matter is allowed: a step of SP3, a minute of broadcast messages.
   *
   * @param window the stretch of time
   */
  public Set<String> knownOver(Stretch window) {
    Set<String> known = new TreeSet<>();
    orbits.forEach(
        (prn, orbit) -> {
          if (orbit.isKnown(window.from(), window.to())) {
            known.add(prn);
          }
        });
    return known;
  }

  /**
   * {@return the PRNs of the orbits that are known at some instant of a window, including its ends}
   *
   * @param window the stretch of time
   */
  public Set<String> knownWithin(Stretch window) {
    Set<String> known = new TreeSet<>();
    orbits.forEach(
        (prn, orbit) -> {
          if (orbit.known().stream()
              .anyMatch(
                  arc -> !arc.from().isAfter(window.to()) && !arc.to().isBefore(window.from()))) {
            known.add(prn);
          }
        });
    return known;
  }

  /**
   * {@return the middle of the time in which an orbit is known} For an almanac, this is its
   * reference time.
   */
  public Instant middle() {
    Instant from = knownFrom();
    return from.plus(Duration.between(from, knownTo()).dividedBy(2));
  }

  /**
   * Returns the RINEX name of a satellite by its number within its system. QZSS may count from 193.
   */
  static String prn(char letter, int number) {
    int within = number >= FIRST_QZSS_PRN ? number - FIRST_QZSS_PRN + 1 : number;
    return String.format(Locale.ROOT, "%c%02d", letter, within);
  }
}
