package dev.skytally.satellites;

import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Orbit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The satellites of a study, each with its element set or other orbit, and all exclusions with
 * their reasons.
 *
 * <p>Immutable, and safe for use by several threads if its orbits are.
 *
 * @param systems the requested systems, in their order
 * @param members the satellites by system (in the order of {@code systems}), then PRN (without one
 *     last), then catalogue number
 * @param excluded the objects of the source that do not count, and the satellites that should count
 *     but are not in the source
 * @param assumption the assumption about which satellites count if the registry does not cover the
 *     day, in one line for people; empty if it does
 */
public record Constellation(
    List<GnssSystem> systems,
    List<Member> members,
    List<Exclusion> excluded,
    Optional<String> assumption) {

  private static final Duration DAY = Duration.ofDays(1);

  /** The catalogue renews Galileo up to two and a half days later than the others. */
  private static final double MOST_BEHIND_DAYS = 3;

  /**
   * A satellite and its orbit.
   *
   * @param satellite the satellite
   * @param orbit the orbit
   */
  public record Member(Satellite satellite, Orbit orbit) {
    /** Checks the components, and copies those that can change. */
    public Member {
      Objects.requireNonNull(satellite);
      Objects.requireNonNull(orbit);
    }

    /** {@return its element set; empty if its orbit is of another kind} */
    public Optional<ElementSet> elements() {
      return orbit instanceof ElementSet elements ? Optional.of(elements) : Optional.empty();
    }

    /**
     * {@return its element set}
     *
     * @throws IllegalStateException if its orbit is of another kind
     */
    public ElementSet elementSet() {
      return elements()
          .orElseThrow(
              () -> new IllegalStateException(satellite.label() + " flies by no element set"));
    }

    /**
     * {@return the days, at least 0, between the time of the orbit and an instant}
     *
     * @param at the instant
     */
    public double ageDays(Instant at) {
      return Math.abs(orbit.age(at).toMillis()) / (double) DAY.toMillis();
    }
  }

  /** Checks the components, and copies those that can change. */
  public Constellation {
    systems = List.copyOf(systems);
    members = List.copyOf(members);
    excluded = List.copyOf(excluded);
    Objects.requireNonNull(assumption);
    if (systems.isEmpty()) {
      throw new IllegalArgumentException("a constellation has no system, expected at least one");
    }
    if (Set.copyOf(systems).size() != systems.size()) {
      throw new IllegalArgumentException("a system is named twice: " + systems);
    }
    // Not of satellites: the hash of a record costs 20 ms when it is first asked for.
    Set<Object> satellites = new HashSet<>();
    for (Member member : members) {
      Satellite satellite = member.satellite();
      if (!systems.contains(satellite.system())) {
        throw new IllegalArgumentException(
            "%s is of %s, which is not among the systems %s"
                .formatted(satellite.label(), satellite.system(), systems));
      }
      boolean hasNumber = satellite.catalogNumber() != 0;
      if (!satellites.add(hasNumber ? satellite.catalogNumber() : satellite.prn())) {
        throw new IllegalArgumentException(satellite.label() + " is a member twice");
      }
    }
  }

  /**
   * Creates a constellation without an assumption.
   *
   * @param systems the systems
   * @param members the members
   * @param excluded the exclusions
   */
  public Constellation(List<GnssSystem> systems, List<Member> members, List<Exclusion> excluded) {
    this(systems, members, excluded, Optional.empty());
  }

  /**
   * {@return a constellation of these satellites alone, its systems in the order of their first}
   *
   * @param members the satellites
   * @throws IllegalArgumentException if there is none, or one twice
   */
  public static Constellation of(List<Member> members) {
    List<GnssSystem> systems =
        members.stream().map(member -> member.satellite().system()).distinct().toList();
    List<Member> bySystem =
        members.stream()
            .sorted(Comparator.comparing(member -> systems.indexOf(member.satellite().system())))
            .toList();
    return new Constellation(systems, bySystem, List.of());
  }

  /**
   * {@return the same systems and assumption, with other satellites}
   *
   * @param newMembers the members
   * @param newExcluded the exclusions
   */
  public Constellation with(List<Member> newMembers, List<Exclusion> newExcluded) {
    return new Constellation(systems, newMembers, newExcluded, assumption);
  }

  /**
   * Adds a satellite, after the others of its system.
   *
   * @param satellite the satellite
   * @param orbit the orbit
   * @return the constellation with the satellite
   * @throws IllegalArgumentException if its system is not among the systems, or if it is a member
   */
  public Constellation plus(Satellite satellite, Orbit orbit) {
    List<Member> more = new ArrayList<>();
    for (GnssSystem system : systems) {
      more.addAll(members(system));
      if (system == satellite.system()) {
        more.add(new Member(satellite, orbit));
      }
    }
    if (more.size() == members.size()) {
      more.add(new Member(satellite, orbit));
    }
    return with(more, excluded);
  }

  /**
   * {@return the members of one system, in order}
   *
   * @param system the system
   */
  public List<Member> members(GnssSystem system) {
    List<Member> ofSystem = new ArrayList<>();
    for (Member member : members) {
      if (member.satellite().system() == system) {
        ofSystem.add(member);
      }
    }
    return List.copyOf(ofSystem);
  }

  /**
   * {@return the satellites that should count according to the registry and the request, but do
   * not, in the order of the systems}
   */
  public List<Missing> missing() {
    List<Missing> missing = new ArrayList<>();
    for (GnssSystem system : systems) {
      for (Exclusion exclusion : excluded) {
        exclusion
            .missing()
            .filter(one -> one.satellite().system() == system)
            .ifPresent(missing::add);
      }
    }
    return List.copyOf(missing);
  }

  /** {@return whether every satellite that should count does} */
  public Completeness completeness() {
    return new Completeness(missing(), assumption);
  }

  /** {@return the median of the epochs (the later one of two); empty without element sets} */
  public Optional<Instant> medianEpoch() {
    List<Instant> epochs = new ArrayList<>();
    for (Member member : members) {
      if (member.orbit() instanceof ElementSet elements) {
        epochs.add(elements.epoch());
      }
    }
    epochs.sort(null);
    return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() / 2));
  }

  /**
   * {@return the median number of days, at least 0, between the members' orbits and an instant (the
   * greater one of two); empty without members}
   *
   * @param at the instant
   */
  public OptionalDouble medianAgeDays(Instant at) {
    return members.stream()
        .mapToDouble(m -> m.ageDays(at))
        .sorted()
        .skip(members.size() / 2)
        .findFirst();
  }

  /**
   * {@return the {@link #medianAgeDays} of each system that has members, in the order of the
   * systems}
   *
   * @param at the instant
   */
  public Map<GnssSystem, Double> medianAgesDays(Instant at) {
    Map<GnssSystem, Double> ages = new LinkedHashMap<>();
    for (GnssSystem system : systems) {
      List<Double> ofSystem = new ArrayList<>();
      for (Member member : members(system)) {
        ofSystem.add(member.ageDays(at));
      }
      ofSystem.sort(null);
      if (!ofSystem.isEmpty()) {
        ages.put(system, ofSystem.get(ofSystem.size() / 2));
      }
    }
    return ages;
  }

  /**
   * {@return whether a system with a median age is considerably older than another system with a
   * given age}
   *
   * @param ageDays the age of one system
   * @param otherAgeDays the age of another system
   */
  public static boolean isBehind(double ageDays, double otherAgeDays) {
    return ageDays > otherAgeDays + MOST_BEHIND_DAYS;
  }

  /**
   * {@return the members whose orbits are more than the given days from an instant, in order}
   *
   * @param days the greatest age in days
   * @param at the instant
   */
  public List<Member> membersOlderThanDays(double days, Instant at) {
    List<Member> old = new ArrayList<>();
    for (Member member : members) {
      if (member.ageDays(at) > days) {
        old.add(member);
      }
    }
    return List.copyOf(old);
  }

  /** {@return the members whose status is uncertain, see {@link Satellite#statusIsUncertain}} */
  public List<Satellite> uncertainSatellites() {
    return members.stream().map(Member::satellite).filter(Satellite::statusIsUncertain).toList();
  }

  /**
   * {@return the members whose orbits make an answer uncertain}
   *
   * @param at the middle of the window
   */
  public OldOrbits oldOrbits(Instant at) {
    return OldOrbits.of(this, at);
  }

  /**
   * {@return this constellation without {@link #membersOlderThanDays}, which are missing in it} A
   * study does not exclude old orbits by itself, so call this first if you do not select satellites
   * by a {@code SelectionQuestion}.
   *
   * @param days the greatest age in days
   * @param at the middle of the window
   */
  public Constellation withoutOlderThanDays(int days, Instant at) {
    List<Member> old = membersOlderThanDays(days, at);
    if (old.isEmpty()) {
      return this;
    }
    List<Member> young = new ArrayList<>(members);
    young.removeAll(old);
    List<Exclusion> all = new ArrayList<>();
    for (Member member : old) {
      String detail =
          "its %s %s days from the window's middle, more than %s"
              .formatted(
                  member
                      .elements()
                      .map(
                          set ->
                              "element set is of "
                                  + LocalDate.ofInstant(set.epoch(), ZoneOffset.UTC)
                                  + ",")
                      .orElse("orbit is"),
                  roundedUp(member.ageDays(at)),
                  days);
      all.add(Exclusion.of(new Missing(member.satellite(), Missing.Reason.TOO_OLD, detail)));
    }
    all.addAll(excluded);
    return with(young, all);
  }

  /** Returns an age to a tenth, so that one beyond a limit reads as more than it. */
  private static String roundedUp(double ageDays) {
    return String.format(Locale.ROOT, "%.1f", Math.ceil(10 * ageDays) / 10);
  }
}
