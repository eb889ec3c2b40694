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

/**
 * Which satellites of a snapshot a study is made with: those of the systems asked for (GPS and
 * BeiDou if not said) whose status at a date is the one asked for (operational if not said), with
 * exceptions by name.
 *
 * <pre>{@code
 * Constellation constellation = ConstellationSelection.on(LocalDate.of(2020, 11, 25))
 *     .status(StatusFilter.TRANSMITTING)
 *     .excluding(List.of("C61"))
 *     .from(snapshot, Instant.parse("2020-11-25T12:00:00Z"));
 * }</pre>
 *
 * <p>Instances are immutable; each step returns a new one. Satellites are told by a PRN as {@code
 * C19}, held at the date, or a catalogue number as {@code 45807}.
 */
public final class ConstellationSelection {
  private static final List<GnssSystem> DEFAULT_SYSTEMS = List.of(GnssSystem.GPS, GnssSystem.BDS);

  final LocalDate date;

  /** Null if not said. */
  private final List<GnssSystem> systems;

  final StatusFilter status;
  final Set<String> included;
  final Set<String> excluded;

  /** Null if the status decides. */
  final Set<SatelliteList.Entry> only;

  private ConstellationSelection(
      LocalDate date,
      List<GnssSystem> systems,
      StatusFilter status,
      Set<String> included,
      Set<String> excluded,
      Set<SatelliteList.Entry> only) {
    this.date = date;
    this.systems = systems;
    this.status = status;
    this.included = included;
    this.excluded = excluded;
    this.only = only;
  }

  /** The UTC day whose PRNs and status count. */
  public static ConstellationSelection on(LocalDate date) {
    return new ConstellationSelection(
        date, null, StatusFilter.OPERATIONAL, Set.of(), Set.of(), null);
  }

  /** The systems asked for, in the order wanted. */
  public ConstellationSelection systems(List<GnssSystem> newSystems) {
    if (newSystems.isEmpty()) {
      throw new IllegalArgumentException("no system was asked for, expected at least one");
    }
    return new ConstellationSelection(
        date, List.copyOf(newSystems), status, included, excluded, only);
  }

  /** Sets the status that counts (default: operational). */
  public ConstellationSelection status(StatusFilter newStatus) {
    return new ConstellationSelection(date, systems, newStatus, included, excluded, only);
  }

  /**
   * Adds satellites that count whatever their status.
   *
   * @throws IllegalArgumentException if one is neither a PRN nor a catalogue number
   */
  public ConstellationSelection including(Collection<String> prnsOrCatalogNumbers) {
    return new ConstellationSelection(
        date, systems, status, with(included, prnsOrCatalogNumbers), excluded, only);
  }

  /**
   * Adds satellites that do not count whatever their status.
   *
   * @throws IllegalArgumentException if one is neither a PRN nor a catalogue number
   */
  public ConstellationSelection excluding(Collection<String> prnsOrCatalogNumbers) {
    return new ConstellationSelection(
        date, systems, status, included, with(excluded, prnsOrCatalogNumbers), only);
  }

  /**
   * These instead of those that the status selects. Unless {@link #systems} says otherwise, the
   * systems are those that the list names.
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

  /** A PRN with two digits, or a catalogue number without leading zeros. */
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

  /** The systems selected from: those asked for or named by the list, else GPS and BeiDou. */
  public List<GnssSystem> systems() {
    if (systems != null) {
      return systems;
    }
    return only == null
        ? DEFAULT_SYSTEMS
        : only.stream().map(SatelliteList.Entry::system).distinct().sorted().toList();
  }

  /**
   * The satellites that should count by the registry, whether there are orbits of them or not; none
   * where {@link #only} says who counts.
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
   * What is assumed of the satellites where the registry does not cover the day, in one line for
   * people; empty if it does.
   */
  public Optional<String> assumption() {
    if (date.isBefore(SatelliteRegistry.FIRST_DAY)) {
      return Optional.of(
          "the registry of satellites begins on %s; of those on %s it knows only the ones whose PRN"
                  .formatted(SatelliteRegistry.FIRST_DAY, date)
              + " and status stayed the same until then, the others are left out");
    }
    if (date.isAfter(SatelliteRegistry.LAST_DAY)) {
      return Optional.of(
          "the registry of satellites ends on %s; PRN and status are assumed to be the same on %s"
              .formatted(SatelliteRegistry.LAST_DAY, date));
    }
    return Optional.empty();
  }

  /**
   * Selects from a snapshot. Of several element sets of a satellite the one nearest in epoch is
   * taken. Those that should count and do not are {@linkplain Constellation#missing() missing}, and
   * among the excluded.
   *
   * @param middleOfWindow the instant that epochs are to be near to
   * @throws IllegalArgumentException if a satellite that was named is not there to be selected; the
   *     message says which and why
   */
  public Constellation from(Snapshot snapshot, Instant middleOfWindow) {
    return Selector.of(this, SatelliteRegistry.bundled(), snapshot, middleOfWindow).select();
  }

  /**
   * Selects from orbits that name their satellites by PRN: the satellite meant is the one that the
   * registry knows to have held the PRN at the date. Those that should count and have no orbit are
   * told as by {@link #from(Snapshot, Instant)}.
   *
   * @param label what to call their source in messages
   * @param orbitsByPrn by the RINEX name, as {@code C19}
   * @throws IllegalArgumentException if a satellite that was named is not there to be selected; the
   *     message says which and why
   */
  public Constellation from(String label, Map<String, ? extends Orbit> orbitsByPrn) {
    return Selector.of(this, SatelliteRegistry.bundled(), label, orbitsByPrn).select();
  }
}
