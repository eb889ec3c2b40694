package dev.skytally.visibility;

import dev.skytally.site.LookAngles;
import java.time.Instant;

/** A moment of a pass, with the direction of the satellite. */
public record PassEvent(Instant utc, LookAngles lookAngles) {}
