package dev.skytally.satellites;

import dev.skytally.elements.Orbit;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.TextFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A selection of the satellites of a snapshot for a study: those of the chosen systems (default:
 * GPS and BeiDou) that have the chosen status at a date (default: operational). Single satellites
 * can be added or excluded.
 *
 * <pre>{@code
 * Constellation constellation = ConstellationSelection.on(LocalDate.of(2020, 11, 25))
 *     .status(StatusFilter.TRANSMITTING)
 *     .excluding(List.of("C61"))
 *     .from(snapshot, Instant.parse("2020-11-25T12:00:00Z"));
 * }</pre>
 *
 * <p>Instances are immutable; each step returns a new one. A satellite is identified by its PRN at
 * the date, for example {@code C19}, or by its catalogue number, for example {@code 45807}.
 *
 * <p>Immutable.
 */
public final class ConstellationSelection {
  private static final List<GnssSystem> DEFAULT_SYSTEMS = List.of(GnssSystem.GPS, GnssSystem.BDS);

  final LocalDate date;

  /** Null for the default. */
  private final @Nullable List<GnssSystem> systems;

  final StatusFilter status;
  final Set<String> included;
  final Set<String> excluded;

  /** Null if the status decides. */
  final @Nullable Set<SatelliteList.Entry> only;

  private ConstellationSelection(
      LocalDate date,
      @Nullable List<GnssSystem> systems,
      StatusFilter status,
      Set<String> included,
      Set<String> excluded,
      @Nullable Set<SatelliteList.Entry> only) {
    this.date = date;
    this.systems = systems;
    this.status = status;
    this.included = included;
    this.excluded = excluded;
    this.only = only;
  }

  /**
   * {@return the UTC day whose PRNs and status count}
   *
   * @param date the UTC day
   */
  public static ConstellationSelection on(LocalDate date) {
    return new ConstellationSelection(
        date, null, StatusFilter.OPERATIONAL, Set.of(), Set.of(), null);
  }

  /**
   * Sets the systems, in their order (default: GPS and BeiDou).
   *
   * @param newSystems the systems
   * @return the request with this setting
   */
  public ConstellationSelection systems(List<GnssSystem> newSystems) {
    if (newSystems.isEmpty()) {
      throw new IllegalArgumentException("no system was asked for, expected at least one");
    }
    return new ConstellationSelection(
        date, List.copyOf(newSystems), status, included, excluded, only);
  }

  /**
   * Sets the status that counts (default: operational).
   *
   * @param newStatus the status
   * @return the request with this setting
   */
  public ConstellationSelection status(StatusFilter newStatus) {
    return new ConstellationSelection(date, systems, newStatus, included, excluded, only);
  }

  /**
   * Adds satellites that count whatever their status.
   *
   * @param prnsOrCatalogNumbers the satellites, for example {@code C19} or {@code 45807}
   * @return the request with this setting
   * @throws IllegalArgumentException if one is neither a PRN nor a catalogue number
   */
  public ConstellationSelection including(Collection<String> prnsOrCatalogNumbers) {
    return new ConstellationSelection(
        date, systems, status, with(included, prnsOrCatalogNumbers), excluded, only);
  }

  /**
   * Adds satellites that do not count whatever their status.
   *
   * @param prnsOrCatalogNumbers the satellites, for example {@code C19} or {@code 45807}
   * @return the request with this setting
   * @throws IllegalArgumentException if one is neither a PRN nor a catalogue number
   */
  public ConstellationSelection excluding(Collection<String> prnsOrCatalogNumbers) {
    return new ConstellationSelection(
        date, systems, status, included, with(excluded, prnsOrCatalogNumbers), only);
  }

  /**
   * Selects exactly these satellites, whatever their status. Unless {@link #systems} sets them, the
   * systems are those of the list.
   *
   * @param satellites the satellites
   * @return the request with this setting
   */
  public ConstellationSelection only(Collection<SatelliteList.Entry> satellites) {
    if (satellites.isEmpty()) {
      throw new IllegalArgumentException("the list of satellites is empty");
    }
    return new ConstellationSelection(
        date, systems, status, included, excluded, Set.copyOf(satellites));
  }

  private static Set<String> with(Set<String> before, Collection<String> prnsOrCatalogNumbers) {
    Set<String> keys = new TreeSet<>(before);
    for (String given : prnsOrCatalogNumbers) {
      keys.add(key(given.strip().toUpperCase(Locale.ROOT)));
    }
    return keys;
  }

  /** Normalises a PRN to two digits, or a catalogue number to no leading zeros. */
  private static String key(String given) {
    boolean isPrn = !given.isEmpty() && "GCERJI".indexOf(given.charAt(0)) >= 0;
    String digits = isPrn ? given.substring(1) : given;
    if (digits.isEmpty()
        || digits.length() > (isPrn ? 2 : 9)
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException(
          "%s is neither a PRN such as C19 nor a catalogue number such as 45807"
              .formatted(TextFile.quoted(given)));
    }
    int number = Integer.parseInt(digits);
    return isPrn
        ? String.format(Locale.ROOT, "%c%02d", given.charAt(0), number)
        : Integer.toString(number);
  }

  /**
   * {@return the systems to select from: the chosen ones or those of the list, otherwise GPS and
   * BeiDou}
   */
  public List<GnssSystem> systems() {
    if (systems != null) {
      return systems;
    }
    return only == null
        ? DEFAULT_SYSTEMS
        : only.stream().map(SatelliteList.Entry::system).distinct().sorted().toList();
  }

  /**
   * {@return the satellites that should count according to the registry, with or without orbits;
   * none if {@link #only} selects the satellites}
   */
  public List<Satellite> expected() {
    return expected(SatelliteRegistry.bundled());
  }

  List<Satellite> expected(SatelliteRegistry registry) {
    List<Satellite> expected = new ArrayList<>();
    if (only == null) {
      for (GnssSystem system : systems()) {
        expected.addAll(registry.expected(system, status, date));
      }
    }
    return expected;
  }

  /**
   * {@return the assumption about the satellites if the registry does not cover the day, in one
   * line for people; empty if it does}
   */
  public Optional<String> assumption() {
    if (date.isBefore(SatelliteRegistry.FIRST_DAY)) {
      return Optional.of(
          "the registry of satellites begins on %s; for %s it covers only satellites whose PRN"
                  .formatted(SatelliteRegistry.FIRST_DAY, date)
              + " and status stayed the same until then, and excludes the others");
    }
    if (date.isAfter(SatelliteRegistry.LAST_DAY)) {
      return Optional.of(
          "the registry of satellites ends on %s; PRN and status are assumed to be the same on %s"
              .formatted(SatelliteRegistry.LAST_DAY, date));
    }
    return Optional.empty();
  }

  /**
   * Selects from a snapshot. Of several element sets of a satellite, the one nearest in epoch is
   * taken. Satellites that should count but do not are {@linkplain Constellation#missing()
   * missing}, and among the excluded.
   *
   * @param snapshot the element sets
   * @param middleOfWindow the instant to which the nearest epochs are taken
   * @return the constellation
   * @throws IllegalArgumentException if a named satellite cannot be selected; the message says
   *     which and why
   */
  public Constellation from(Snapshot snapshot, Instant middleOfWindow) {
    return Selector.of(this, SatelliteRegistry.bundled(), snapshot, middleOfWindow).select();
  }

  /**
   * Selects from orbits with PRNs. A PRN means the satellite that held it at the date according to
   * the registry. Satellites that should count but have no orbit are reported as by {@link
   * #from(Snapshot, Instant)}.
   *
   * @param label the name of their source in messages
   * @param orbitsByPrn the orbits by RINEX name, for example {@code C19}
   * @return the constellation
   * @throws IllegalArgumentException if a named satellite cannot be selected; the message says
   *     which and why
   */
  public Constellation from(String label, Map<String, ? extends Orbit> orbitsByPrn) {
    return Selector.of(this, SatelliteRegistry.bundled(), label, orbitsByPrn).select();
  }
}
