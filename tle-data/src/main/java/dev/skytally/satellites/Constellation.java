package dev.skytally.satellites;

import dev.skytally.elements.ElementSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The satellites of a study, each with the element set that it flies by, and everything that was
 * left out with its reason.
 *
 * @param systems the systems asked for, in their order
 * @param members sorted by system (in the order of {@code systems}), then PRN (those without one
 *     last), then catalogue number
 * @param excluded what the snapshot holds and this constellation leaves out
 */
public record Constellation(
    List<GnssSystem> systems, List<Member> members, List<Exclusion> excluded) {

  private static final Duration DAY = Duration.ofDays(1);

  /** A satellite and the element set that it flies by. */
  public record Member(Satellite satellite, ElementSet elementSet) {
    /** The days, at least 0, between the element set's epoch and an instant. */
    public double ageDays(Instant at) {
      return elementSet.age(at).abs().toMillis() / (double) DAY.toMillis();
    }
  }

  public Constellation {
    systems = List.copyOf(systems);
    members = List.copyOf(members);
    excluded = List.copyOf(excluded);
    if (Set.copyOf(systems).size() != systems.size()) {
      throw new IllegalArgumentException("a system is named twice: " + systems);
    }
  }

  /** The members of one system, in order. */
  public List<Member> members(GnssSystem system) {
    List<Member> ofSystem = new ArrayList<>();
    for (Member member : members) {
      if (member.satellite().system() == system) {
        ofSystem.add(member);
      }
    }
    return List.copyOf(ofSystem);
  }

  /** The median of the members' epochs (the later one of two); empty without members. */
  public Optional<Instant> medianEpoch() {
    if (members.isEmpty()) {
      return Optional.empty();
    }
    Instant[] epochs = new Instant[members.size()];
    for (int i = 0; i < epochs.length; i++) {
      epochs[i] = members.get(i).elementSet().epoch();
    }
    Arrays.sort(epochs);
    return Optional.of(epochs[epochs.length / 2]);
  }

  /**
   * The median of the days, at least 0, between the members' epochs and an instant (the greater one
   * of two); empty without members.
   */
  public OptionalDouble medianAgeDays(Instant at) {
    return members.stream()
        .mapToDouble(m -> m.ageDays(at))
        .sorted()
        .skip(members.size() / 2)
        .findFirst();
  }

  /** The members whose element sets are more than so many days from an instant, in order. */
  public List<Member> membersOlderThanDays(double days, Instant at) {
    List<Member> old = new ArrayList<>();
    for (Member member : members) {
      if (member.ageDays(at) > days) {
        old.add(member);
      }
    }
    return List.copyOf(old);
  }
}
