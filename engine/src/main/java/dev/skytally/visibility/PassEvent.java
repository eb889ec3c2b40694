package dev.skytally.visibility;

import dev.skytally.site.LookAngles;
import java.time.Instant;

/**
 * A moment of a pass, with the direction of the satellite.
 *
 * <p>Immutable.
 *
 * @param utc the instant
 * @param lookAngles the look angles
 */
public record PassEvent(Instant utc, LookAngles lookAngles) {}
