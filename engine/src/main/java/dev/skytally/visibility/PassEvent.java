package dev.skytally.visibility;

import dev.skytally.site.LookAngles;
import java.time.Instant;

/** A moment of a pass: when, and where in the sky. */
public record PassEvent(Instant utc, LookAngles lookAngles) {}
