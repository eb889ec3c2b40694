package dev.skytally.report.elements;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Words;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A plan which snapshots of an archive to keep, for which reason, and which to remove. */
public final class PrunePlan {
  private static final int REASON_WIDTH = 40;
  private static final double BYTES_A_MEGABYTE = 1e6;

  private final SnapshotArchive archive;
  private final Set<Entry> removed;
  private final TextTable table =
      new TextTable().words("", REASON_WIDTH).numbers("snapshots").numbers("MB");

  /** Creates a plan that keeps nothing yet. */
  public PrunePlan(SnapshotArchive archive, List<Entry> all) {
    this.archive = archive;
    removed = new LinkedHashSet<>(all);
  }

  /** Keeps some snapshots; only the first reason for each is counted. */
  public void keep(Collection<Entry> entries, String reason) throws IOException {
    Set<Entry> newlyKept = new LinkedHashSet<>(removed);
    newlyKept.retainAll(entries);
    removed.removeAll(newlyKept);
    row("kept by " + reason, newlyKept);
  }

  private void row(String name, Collection<Entry> entries) throws IOException {
    long bytes = 0;
    for (Entry entry : entries) {
      bytes += archive.sizeBytes(entry);
    }
    table.row(name, Integer.toString(entries.size()), Decimals.fixed(bytes / BYTES_A_MEGABYTE, 2));
  }

  /** Returns the snapshots to remove. */
  public Set<Entry> removed() {
    return Collections.unmodifiableSet(removed);
  }

  /**
   * Returns a table of the reasons, numbers and sizes. Call it before anything is removed.
   *
   * @param isDone whether the caller removes the snapshots, or only shows the plan
   */
  public String table(boolean isDone) throws IOException {
    row(isDone ? "removed" : "would be removed", removed);
    StringBuilder text = new StringBuilder();
    table.appendTo(text);
    if (!isDone && !removed.isEmpty()) {
      text.append('\n');
      Words.append(text, "Nothing is removed yet; add --yes to remove them.", 0);
    }
    return text.toString();
  }
}
