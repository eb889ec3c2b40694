package dev.skytally;

import dev.skytally.satellites.Constellation;
import dev.skytally.visibility.Sky;
import java.util.List;

/**
 * The skies that a {@link VisibilityStudy} finds.
 *
 * @param constellation the satellites that were propagated; the others are listed under {@link
 *     Constellation#excluded()} with the reason
 * @param skies in the order of the sites, then by time
 */
public record SkyList(Constellation constellation, List<Sky> skies) {
  public SkyList {
    skies = List.copyOf(skies);
  }
}
