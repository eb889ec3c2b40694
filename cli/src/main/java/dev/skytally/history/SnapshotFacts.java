package dev.skytally.history;

import java.time.Instant;

/**
 * Which element sets a run was computed from.
 *
 * @param sha256 of their text in UTF-8, unpacked, in lower-case hexadecimal digits
 * @param label what to call them
 * @param origin where they came from, for people
 */
public record SnapshotFacts(String sha256, String label, String origin, Instant medianEpoch) {}
