package dev.skytally.history;

import dev.skytally.elements.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The identity of the element sets of a run.
 *
 * @param sha256 SHA-256 of their unpacked text in UTF-8, in lower-case hexadecimal digits; of all
 *     texts together if element sets of other snapshots fill gaps
 * @param medianEpoch the median epoch of the snapshot, or of the newest of several
 * @param label their name, for people
 * @param origin where they came from, for people
 */
public record SnapshotFacts(String sha256, String label, String origin, Instant medianEpoch) {
  /** Returns the UTC day of the median epoch, for which the element sets are most accurate. */
  LocalDate day() {
    return LocalDate.ofInstant(medianEpoch, ZoneOffset.UTC);
  }

  /** Returns the start of {@link #day}. */
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
