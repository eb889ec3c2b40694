package dev.skytally.fetch;

import dev.skytally.archive.SnapshotArchive.Entry;
import java.nio.file.Path;
import java.time.Instant;

/** What came of asking a source. Whatever it is, the archive holds all that it held before. */
public sealed interface FetchOutcome {
  /** The source that was asked. */
  FetchSource source();

  /** The answer is good and was new: it is in the archive now. */
  record Stored(FetchSource source, Entry entry) implements FetchOutcome {}

  /** The source has nothing that the archive or the bundled snapshots lack; no failure. */
  record NothingNew(FetchSource source, String reason) implements FetchOutcome {}

  /** The source was not asked, as it was asked a short while ago; no failure. */
  record NotDue(FetchSource source, Instant until) implements FetchOutcome {}

  /**
   * The answer did not pass the checks.
   *
   * @param reason in one line, for people
   * @param isReadable whether it holds element sets, though not such as were expected
   * @param kept the file that the answer is kept in for people to look at
   */
  record Rejected(FetchSource source, String reason, boolean isReadable, Path kept)
      implements FetchOutcome {}

  /**
   * There was no answer, or none that could hold element sets.
   *
   * @param reason in one line, for people
   */
  record Failed(FetchSource source, String reason) implements FetchOutcome {}
}
