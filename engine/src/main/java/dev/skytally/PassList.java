package dev.skytally;

import dev.skytally.satellites.Constellation;
import dev.skytally.visibility.Pass;
import java.util.List;

/**
 * The passes that a {@link VisibilityStudy} finds.
 *
 * <p>Immutable.
 *
 * @param constellation the satellites that were propagated; the others are listed under {@link
 *     Constellation#excluded()} with the reason
 * @param passes in the order of the sites, then by rise, then by satellite
 */
public record PassList(Constellation constellation, List<Pass> passes) {
  /** Checks the components, and copies those that can change. */
  public PassList {
    passes = List.copyOf(passes);
  }
}
