package dev.skytally.fetch;

import dev.skytally.archive.SnapshotArchive.Entry;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The outcome of a request to a source. In every case, archive and folder keep their previous
 * content.
 *
 * <p>Immutable.
 */
public sealed interface FetchOutcome {
  /** {@return the source} */
  FetchSource source();

  /**
   * The answer is good and new, and is now in the archive.
   *
   * @param source the source
   * @param entry the stored snapshot
   */
  record Stored(FetchSource source, Entry entry) implements FetchOutcome {}

  /**
   * The answer has notices of outages, and is now in the folder of notices.
   *
   * @param source the source
   * @param file the file
   * @param outages the number of outages in it
   */
  record StoredNotices(FetchSource source, Path file, int outages) implements FetchOutcome {}

  /**
   * The source has no element sets that the archive and the bundled snapshots lack, or no notices
   * that the folder lacks; not a failure.
   *
   * @param source the source
   * @param reason the reason, for people
   */
  record NothingNew(FetchSource source, String reason) implements FetchOutcome {}

  /**
   * The source was not asked, because it was asked recently; not a failure.
   *
   * @param source the source
   * @param until the instant from which it may be asked again
   */
  record NotDue(FetchSource source, Instant until) implements FetchOutcome {}

  /**
   * The answer did not pass the checks.
   *
   * @param source the source
   * @param reason in one line, for people
   * @param isReadable whether it contains element sets, but not the expected ones
   * @param kept the file in which the answer is kept for inspection
   */
  record Rejected(FetchSource source, String reason, boolean isReadable, Path kept)
      implements FetchOutcome {}

  /**
   * There was no answer, or one that cannot contain element sets.
   *
   * @param source the source
   * @param reason in one line, for people
   */
  record Failed(FetchSource source, String reason) implements FetchOutcome {}
}
