package dev.skytally.archive;

import dev.skytally.archive.SnapshotArchive.Entry;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.WeekFields;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A rule that thins out an archive: it keeps the newest snapshot of each day, week, month or year
 * in UTC, or all snapshots.
 *
 * <p>Immutable.
 *
 * @param every the period; the rule keeps one snapshot from each
 * @param age how far back from the newest snapshot the rule reaches; empty if without limit
 */
public record KeepRule(Every every, Optional<Period> age) {
  /** A period; a rule keeps one snapshot from each. Weeks are those of ISO 8601. */
  public enum Every {
    /** Keeps every snapshot. */
    ALL,
    /** Keeps one snapshot of each day. */
    DAILY,
    /** Keeps one snapshot of each week. */
    WEEKLY,
    /** Keeps one snapshot of each month. */
    MONTHLY,
    /** Keeps one snapshot of each year. */
    YEARLY
  }

  /**
   * {@return the snapshots that this rule keeps} A damaged snapshot does not replace the others of
   * its period.
   *
   * @param archive the archive of the entries
   * @param entries all snapshots of the archive, oldest first
   * @throws IOException if a file cannot be read
   */
  public Set<Entry> keep(SnapshotArchive archive, List<Entry> entries) throws IOException {
    Set<Entry> kept = new HashSet<>();
    String last = "";
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      String period = period(entry);
      if (isWithinAge(entry, entries.get(entries.size() - 1))
          && (every == Every.ALL || (!period.equals(last) && archive.isSound(entry)))) {
        kept.add(entry);
        last = period;
      }
    }
    return kept;
  }

  private boolean isWithinAge(Entry entry, Entry newest) {
    return age.isEmpty()
        || !entry
            .medianEpoch()
            .isBefore(newest.medianEpoch().atZone(ZoneOffset.UTC).minus(age.get()).toInstant());
  }

  private String period(Entry entry) {
    LocalDate day = LocalDate.ofInstant(entry.medianEpoch(), ZoneOffset.UTC);
    return switch (every) {
      case ALL -> entry.file();
      case DAILY -> day.toString();
      case WEEKLY ->
          day.get(WeekFields.ISO.weekBasedYear())
              + "-"
              + day.get(WeekFields.ISO.weekOfWeekBasedYear());
      case MONTHLY -> day.getYear() + "-" + day.getMonthValue();
      case YEARLY -> Integer.toString(day.getYear());
    };
  }

  /** Returns the rule as a user writes it, for example {@code weekly:2y}. */
  @Override
  public String toString() {
    String name = every.name().toLowerCase(Locale.ROOT);
    return age.map(length -> name + ":" + length.toString().substring(1).toLowerCase(Locale.ROOT))
        .orElse(name);
  }
}
