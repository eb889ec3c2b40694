package dev.skytally.report.setting;

import static java.util.stream.Collectors.joining;

import dev.skytally.report.text.Words;
import dev.skytally.selection.FilledGaps.Added;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The missing satellites that count in addition, for people. */
public final class AddedText {
  private static final int MOST_NAMED = 3;

  private AddedText() {}

  /**
   * Describes added satellites, for example {@code with G22, elements of 2024-02-08, 96 days away,
   * from snapshot 2024-02-08.tle}.
   *
   * @param number the words for many satellites: all, or their number
   */
  public static String of(List<Added> added, String number) {
    SortedSet<LocalDate> days = new TreeSet<>();
    SortedSet<Long> ages = new TreeSet<>();
    SortedSet<String> snapshots = new TreeSet<>();
    for (Added one : added) {
      days.add(LocalDate.ofInstant(one.elements().epoch(), ZoneOffset.UTC));
      ages.add(one.ageDays());
      snapshots.add(one.snapshot());
    }
    String names =
        added.size() > MOST_NAMED
            ? number + " of them"
            : added.stream().map(one -> one.satellite().label()).collect(joining(", "));
    String dates = days.first() + (days.size() == 1 ? "" : " to " + days.last());
    String away =
        ages.last() == 0
            ? ""
            : ", %s%s away,"
                .formatted(
                    ages.size() == 1 ? "" : ages.first() + " to ",
                    Words.count(ages.last().intValue(), "day", "days"));
    String sources =
        snapshots.size() > MOST_NAMED
            ? snapshots.size() + " snapshots"
            : (snapshots.size() == 1 ? "snapshot " : "snapshots ") + String.join(", ", snapshots);
    return "with " + names + ", elements of " + dates + away + " from " + sources;
  }
}
