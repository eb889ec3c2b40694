package dev.skytally.satellites;

import dev.skytally.elements.ElementSet;
import java.util.List;
import java.util.Set;

/**
 * The satellites of a study, each with the element set that it flies by, and everything that was
 * left out with its reason.
 *
 * @param systems the systems asked for, in their order
 * @param members sorted by system (in the order of {@code systems}), then PRN, then catalogue
 *     number
 * @param excluded what the snapshot holds and this constellation leaves out
 */
public record Constellation(
    List<GnssSystem> systems, List<Member> members, List<Exclusion> excluded) {

  /** A satellite and the element set that it flies by. */
  public record Member(Satellite satellite, ElementSet elementSet) {}

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
    return members.stream().filter(m -> m.satellite().system() == system).toList();
  }
}
