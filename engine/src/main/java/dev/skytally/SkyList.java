package dev.skytally;

import dev.skytally.satellites.Constellation;
import dev.skytally.visibility.Sky;
import java.util.List;

/**
 * The skies that a {@link VisibilityStudy} finds.
 *
 * <p>Immutable.
 *
 * @param constellation the satellites that were propagated; the others are listed under {@link
 *     Constellation#excluded()} with the reason
 * @param skies in the order of the sites, then by time
 */
public record SkyList(Constellation constellation, List<Sky> skies) {
  /** Checks the components, and copies those that can change. */
  public SkyList {
    skies = List.copyOf(skies);
  }
}
