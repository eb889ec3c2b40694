package dev.skytally.report.history;

import static java.util.stream.Collectors.joining;

import dev.skytally.history.RunSetting;
import dev.skytally.history.SatelliteState;
import dev.skytally.history.StoredRun;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Describes the days of a history that lack satellites, and the satellites that were filled. */
public final class IncompleteDays {
  private IncompleteDays() {}

  /**
   * Returns {@code 37 of 276 days are incomplete: G22 (26407) is missing on 37 days from 2023-08-22
   * to 2024-04-30}; empty if all are complete.
   */
  static Optional<String> sentence(List<StoredRun> runs) {
    Map<String, List<LocalDate>> days = new LinkedHashMap<>();
    int incomplete = 0;
    for (StoredRun run : runs) {
      incomplete += run.isIncomplete() ? 1 : 0;
      for (Missing missing : run.missing()) {
        days.computeIfAbsent(missing.who(), who -> new ArrayList<>()).add(run.day());
      }
    }
    if (incomplete == 0) {
      return Optional.empty();
    }
    return Optional.of(
        "%s of %s %s incomplete: %s"
            .formatted(
                incomplete,
                Words.count(runs.size(), "day", "days"),
                incomplete == 1 ? "is" : "are",
                days.entrySet().stream()
                    .map(of -> of.getKey() + " is missing on " + span(of.getValue()))
                    .collect(joining("; "))));
  }

  /**
   * Returns {@code completeness unknown on 3 days from 2026-10-07 to 2026-10-09, which the registry
   * of satellites does not cover}; empty if the completeness of all days is known.
   */
  static Optional<String> unknown(List<StoredRun> runs) {
    List<LocalDate> days =
        runs.stream()
            .filter(run -> run.completeness().assumption().isPresent())
            .map(StoredRun::day)
            .toList();
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "completeness unknown on %s, which the registry of satellites does not cover"
                .formatted(span(days)));
  }

  /**
   * Returns {@code outages unknown, because the bundled list does not cover them: of BeiDou on 4 of
   * 4 days}; empty if all are known or do not count.
   */
  public static Optional<String> outagesUnknown(RunSetting setting, List<StoredRun> runs) {
    List<String> unknown = new ArrayList<>();
    for (GnssSystem system : setting.systems()) {
      long days =
          runs.stream().filter(run -> setting.withUnknownOutages(run).contains(system)).count();
      if (days > 0) {
        unknown.add(
            "of %s on %s of %s"
                .formatted(system.displayName(), days, Words.count(runs.size(), "day", "days")));
      }
    }
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "outages unknown, because %s does not cover them: %s; a comparison with such a system is one-sided"
                .formatted(setting.outages().source(), String.join(", ", unknown)));
  }

  /** Returns the warnings to print, even if quiet. */
  public static List<String> warnings(RunSetting setting, List<StoredRun> runs) {
    List<String> warnings = new ArrayList<>();
    sentence(runs)
        .ifPresent(
            sentence ->
                warnings.add(
                    sentence
                        + "; a missing satellite can change who leads, so means and ranges exclude"
                        + " incomplete days unless you give --incomplete"));
    unknown(runs).ifPresent(warnings::add);
    outagesUnknown(setting, runs).ifPresent(warnings::add);
    return warnings;
  }

  /**
   * Lists the incomplete days, then the days whose completeness is unknown. Successive days that
   * lack the same satellites share a line.
   */
  static void append(StringBuilder text, List<StoredRun> runs) {
    appendIncomplete(text, runs);
    unknown(runs)
        .ifPresent(
            sentence -> {
              text.append('\n');
              Words.append(text, Words.sentence(Words.capitalized(sentence)), 0);
            });
  }

  private static void appendIncomplete(StringBuilder text, List<StoredRun> runs) {
    if (runs.stream().noneMatch(StoredRun::isIncomplete)) {
      return;
    }
    text.append("\nIncomplete, without satellites that should count:\n");
    List<LocalDate> days = new ArrayList<>();
    String names = "";
    for (StoredRun run : runs) {
      String now = Missing.names(run.missing());
      if (!now.equals(names)) {
        appendStretch(text, days, names);
        days.clear();
        names = now;
      }
      days.add(run.day());
    }
    appendStretch(text, days, names);
  }

  private static void appendStretch(StringBuilder text, List<LocalDate> days, String names) {
    if (!names.isEmpty()) {
      Words.append(text, "  " + span(days) + ": " + names, 4);
    }
  }

  /** Lists the satellites that use element sets of other snapshots. */
  static void appendFilled(StringBuilder text, List<StoredRun> runs) {
    Map<String, List<LocalDate>> days = new LinkedHashMap<>();
    Map<String, SortedSet<LocalDate>> epochs = new LinkedHashMap<>();
    for (StoredRun run : runs) {
      for (SatelliteState filled : run.filled()) {
        days.computeIfAbsent(filled.who(), who -> new ArrayList<>()).add(run.day());
        epochs.computeIfAbsent(filled.who(), who -> new TreeSet<>()).add(epochDay(filled));
      }
    }
    if (days.isEmpty()) {
      return;
    }
    text.append("\nFilled from other snapshots:\n");
    days.forEach(
        (who, all) ->
            Words.append(
                text,
                "  %s on %s, by elements of %s".formatted(who, span(all), span(epochs.get(who))),
                4));
  }

  private static String span(SortedSet<LocalDate> epochs) {
    return epochs.first() + (epochs.size() == 1 ? "" : " to " + epochs.last());
  }

  private static LocalDate epochDay(SatelliteState filled) {
    return LocalDate.ofInstant(filled.fill().orElseThrow().epoch(), ZoneOffset.UTC);
  }

  /** Returns {@code 37 days from 2023-08-22 to 2024-04-30} or {@code 2023-08-22}. */
  private static String span(List<LocalDate> days) {
    return days.size() == 1
        ? days.get(0).toString()
        : "%s days from %s to %s".formatted(days.size(), days.get(0), days.get(days.size() - 1));
  }
}
