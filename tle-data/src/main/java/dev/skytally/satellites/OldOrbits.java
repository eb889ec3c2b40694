package dev.skytally.satellites;

import static java.util.stream.Collectors.joining;

import dev.skytally.satellites.Constellation.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;

/**
 * The satellites of a constellation whose orbits are so far from an instant that an answer is less
 * certain than from fresh orbits.
 *
 * <p>Beyond the limit, more than about one capital of 195 has another leader than with fresh
 * element sets. The limit is the same for all heights: satellites in medium orbit are moved less
 * often than those at geosynchronous height, but affect maxima more. docs/accuracy.md has the
 * measurements.
 *
 * <p>Immutable.
 *
 * @param members the satellites in the order of the constellation
 * @param at the middle of the window
 */
public record OldOrbits(List<Member> members, Instant at) {
  /** The greatest age of an orbit that is not old, days. */
  public static final int LIMIT_DAYS = 24;

  /** Checks the components, and copies those that can change. */
  public OldOrbits {
    members = List.copyOf(members);
  }

  static OldOrbits of(Constellation constellation, Instant at) {
    return new OldOrbits(constellation.membersOlderThanDays(LIMIT_DAYS, at), at);
  }

  /** {@return whether there are none} */
  public boolean isEmpty() {
    return members.isEmpty();
  }

  /**
   * {@return a description in English, for example {@code 14 BeiDou GEO/IGSO satellites by element
   * sets 130 days away}; empty without old orbits}
   */
  public String text() {
    Map<List<Object>, List<Member>> groups = new LinkedHashMap<>();
    for (Member member : members) {
      groups
          .computeIfAbsent(
              List.of(
                  member.satellite().system(),
                  isGeosynchronous(member),
                  member.elements().isPresent()),
              group -> new ArrayList<>())
          .add(member);
    }
    return groups.values().stream().map(this::text).collect(joining("; "));
  }

  private String text(List<Member> group) {
    LongSummaryStatistics days =
        group.stream().mapToLong(member -> Math.round(member.ageDays(at))).summaryStatistics();
    boolean isOne = group.size() == 1;
    Member first = group.get(0);
    String orbit = first.elements().isPresent() ? "element set" : "orbit";
    return "%s %s %s %s by %s %s%s days away"
        .formatted(
            group.size(),
            first.satellite().system().displayName(),
            isGeosynchronous(first) ? "GEO/IGSO" : "MEO",
            isOne ? "satellite" : "satellites",
            isOne ? "an " + orbit : orbit + "s",
            days.getMin() == days.getMax() ? "" : days.getMin() + " to ",
            days.getMax());
  }

  private static boolean isGeosynchronous(Member member) {
    return member.satellite().orbitClass() != OrbitClass.MEO;
  }
}
