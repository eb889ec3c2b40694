package dev.skytally.history;

import dev.skytally.elements.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Which element sets a run was computed from.
 *
 * @param sha256 of their text in UTF-8, unpacked, in lower-case hexadecimal digits; of all texts
 *     together where element sets of other snapshots fill gaps
 * @param medianEpoch of the snapshot, or of the newest of several
 * @param label what to call them
 * @param origin where they came from, for people
 */
public record SnapshotFacts(String sha256, String label, String origin, Instant medianEpoch) {
  /** The UTC day of the median epoch: the one that the element sets tell most of. */
  LocalDate day() {
    return LocalDate.ofInstant(medianEpoch, ZoneOffset.UTC);
  }

  /** The start of {@link #day}. */
  Instant start() {
    return day().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  SnapshotFacts withSha256(String newSha256) {
    return new SnapshotFacts(newSha256, label, origin, medianEpoch);
  }

  static SnapshotFacts of(Snapshot snapshot, String sha256) {
    return new SnapshotFacts(sha256, snapshot.label(), snapshot.origin(), snapshot.medianEpoch());
  }
}
