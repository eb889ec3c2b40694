package dev.skytally.visibility;

import dev.skytally.satellites.Satellite;
import dev.skytally.site.GroundSite;
import java.util.Optional;

/**
 * A satellite in view of a site, from rise to set.
 *
 * <p>Immutable.
 *
 * @param site the site
 * @param satellite the satellite
 * @param rise the upward crossing of the mask; empty if the satellite is in view when the window
 *     begins
 * @param culmination the greatest elevation of the pass within the window
 * @param set the downward crossing of the mask; empty if it is in view when the window ends
 */
public record Pass(
    GroundSite site,
    Satellite satellite,
    Optional<PassEvent> rise,
    PassEvent culmination,
    Optional<PassEvent> set) {}
