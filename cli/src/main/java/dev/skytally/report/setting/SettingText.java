package dev.skytally.report.setting;

import dev.skytally.outage.Outage;
import dev.skytally.outage.Outages;
import dev.skytally.outage.Outages.Coverage;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Fact;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Completeness;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.OldOrbits;
import dev.skytally.selection.OrbitSource;
import dev.skytally.selection.Selection;
import dev.skytally.selection.Selection.OutOfService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes the definition behind the figures in a few lines. */
public final class SettingText {
  private static final int LABEL_WIDTH = 10;
  private static final int MOST_REASONS = 3;
  static final int MOST_OUTAGES = 8;
  private static final String UNCERTAIN = "Uncertain";
  private static final String HOW_TO_TRY = "; --exclude shows what depends on it";

  private SettingText() {}

  /** Returns the parts of the definition. */
  public static List<Fact> facts(Setting setting) {
    Selection selection = setting.selection();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "Window",
            setting.times().window(selection.start(), selection.end())
                + (selection.isWhatIsCovered() ? ", which the orbits cover" : "")));
    facts.add(new Fact("In view", setting.masks().text() + "; " + mode(setting)));
    facts.addAll(satellites(setting, age(selection, selection.middle(), "window's middle")));
    return facts;
  }

  /** Returns the parts of the definition for a moment. */
  public static List<Fact> factsWithoutWindow(Setting setting) {
    Selection selection = setting.selection();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("In view", setting.masks().text()));
    facts.addAll(satellites(setting, age(selection, selection.start(), "moment")));
    return facts;
  }

  private static List<Fact> satellites(Setting setting, String age) {
    Selection selection = setting.selection();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Counted", counted(selection) + "; " + membership(setting)));
    outages(setting.selection(), setting.times())
        .ifPresent(text -> facts.add(new Fact("Outages", text)));
    facts.addAll(missing(setting));
    facts.addAll(uncertain(selection));
    facts.add(
        new Fact(
            selection.source().known().isPresent() ? "Orbits" : "Elements",
            orbits(selection, setting.times(), age)));
    List<Exclusion> exclusions = exclusions(selection);
    if (!exclusions.isEmpty()) {
      facts.add(new Fact("Excluded", excluded(exclusions)));
    }
    return facts;
  }

  /** Returns which satellites were asked for, and the rule about outages if there is one. */
  public static String membership(Setting setting) {
    Outages outages = setting.selection().outages();
    return setting.membership()
        + (outages.isNone()
            ? ""
            : ", while usable according to notices (" + outages.source() + ")");
  }

  /** Describes the outages in a window, and what is unknown of them, if notices are used. */
  public static Optional<String> outages(Selection selection, Times times) {
    if (selection.outages().isNone()) {
      return Optional.empty();
    }
    List<OutOfService> all = selection.outOfService();
    List<String> parts = new ArrayList<>();
    for (OutOfService one : all.subList(0, Math.min(MOST_OUTAGES, all.size()))) {
      parts.add(one.satellite().label() + " " + outOfService(one.outage(), selection, times));
    }
    if (all.size() > MOST_OUTAGES) {
      parts.add(all.size() - MOST_OUTAGES + " more");
    }
    List<GnssSystem> uncovered = selection.withUnknownOutages();
    boolean isOneSided = uncovered.size() < selection.systems().size();
    if (all.isEmpty() && isOneSided) {
      List<GnssSystem> known = new ArrayList<>(selection.systems());
      known.removeAll(uncovered);
      parts.add(
          "none"
              + (uncovered.isEmpty() ? "" : " of " + GnssSystem.displayNames(known))
              + " in this window");
    }
    Map<List<Coverage>, List<GnssSystem>> partlyCovered = partlyCovered(selection);
    for (Map.Entry<List<Coverage>, List<GnssSystem>> one : partlyCovered.entrySet()) {
      StringJoiner covered = new StringJoiner(" and ");
      for (Coverage part : one.getKey()) {
        covered.add(covered(part, selection, times));
      }
      parts.add("known of %s only %s".formatted(GnssSystem.displayNames(one.getValue()), covered));
    }
    List<GnssSystem> unknown = new ArrayList<>(uncovered);
    for (List<GnssSystem> covered : partlyCovered.values()) {
      unknown.removeAll(covered);
    }
    List<GnssSystem> partlyKnown = partlyKnown(selection, unknown);
    if (!partlyKnown.isEmpty()) {
      parts.add(
          "%s may have others, because the notices do not cover this window"
              .formatted(GnssSystem.displayNames(partlyKnown)));
    }
    unknown.removeAll(partlyKnown);
    if (!unknown.isEmpty()) {
      parts.add(
          isOneSided
              ? "unknown of "
                  + GnssSystem.displayNames(unknown)
                  + ", which the notices do not cover, so the comparison is one-sided"
              : "unknown%s: the notices do not cover this window"
                  .formatted(
                      unknown.equals(uncovered) ? "" : " of " + GnssSystem.displayNames(unknown)));
    }
    return Optional.of(String.join("; ", parts));
  }

  /** Returns the systems whose outages are known in some parts of the window only, by these. */
  static Map<List<Coverage>, List<GnssSystem>> partlyCovered(Selection selection) {
    Map<List<Coverage>, List<GnssSystem>> systems = new LinkedHashMap<>();
    for (GnssSystem system : selection.withUnknownOutages()) {
      List<Coverage> covered =
          selection.outages().coverage(system, selection.start(), selection.end());
      if (!covered.isEmpty()) {
        systems.computeIfAbsent(covered, any -> new ArrayList<>()).add(system);
      }
    }
    return systems;
  }

  private static String covered(Coverage part, Selection selection, Times times) {
    if (part.from().equals(selection.start())) {
      return "until " + times.moment(part.to());
    }
    return part.to().equals(selection.end())
        ? "from %s on".formatted(times.moment(part.from()))
        : "from %s to %s".formatted(times.moment(part.from()), times.moment(part.to()));
  }

  /** Returns the systems that have outages although the notices do not cover them. */
  static List<GnssSystem> partlyKnown(Selection selection, List<GnssSystem> uncovered) {
    List<GnssSystem> partlyKnown = new ArrayList<>(uncovered);
    partlyKnown.retainAll(selection.systemsOutOfService());
    return partlyKnown;
  }

  /**
   * Describes an outage, for example {@code out of service 03:10-09:52, NANU 2022041}; with dates
   * unless it is on one date within a window of a day or less.
   */
  public static String outOfService(Outage outage, Selection window, Times times) {
    return "%s %s, %s"
        .formatted(
            outage.isForecast() ? "expected out of service" : "out of service",
            when(outage, window, times),
            outage.source());
  }

  private static String when(Outage outage, Selection window, Times times) {
    Instant from = outage.from();
    if (outage.to().isEmpty()) {
      return "from " + times.moment(from) + " on";
    }
    Instant to = outage.to().get();
    if (isWholeDay(from, to, window, times)) {
      return "all day";
    }
    return isOnOneDate(from, to, window, times)
        ? times.timeOfDay(from) + "-" + times.timeOfDay(to)
        : times.moment(from) + " to " + times.moment(to);
  }

  /** Returns whether an outage is exactly a window of a day. */
  static boolean isWholeDay(Instant from, Instant to, Selection window, Times times) {
    return from.equals(window.start()) && to.equals(window.end()) && times.isDay(from, to);
  }

  /** Returns whether an outage is on one date within a window of a day or less. */
  static boolean isOnOneDate(Instant from, Instant to, Selection window, Times times) {
    return !from.isBefore(window.start())
        && !to.isAfter(window.end())
        && window.duration().compareTo(Duration.ofDays(1)) <= 0
        && times.date(from).equals(times.date(to));
  }

  public static void append(StringBuilder text, Setting setting) {
    append(text, facts(setting), setting);
  }

  public static void appendWithoutWindow(StringBuilder text, Setting setting) {
    append(text, factsWithoutWindow(setting), setting);
  }

  private static void append(StringBuilder text, List<Fact> facts, Setting setting) {
    for (Fact fact : facts) {
      line(text, fact.label(), fact.value() + (fact.label().equals(UNCERTAIN) ? HOW_TO_TRY : ""));
    }
    if (!exclusions(setting.selection()).isEmpty()) {
      line(text, "", "details: skytally elements " + setting.flags());
    }
  }

  /** Returns the missing satellites and their effect, if it is known, or that none is missing. */
  private static List<Fact> missing(Setting setting) {
    Completeness completeness = setting.selection().constellation().completeness();
    if (completeness.isComplete()) {
      return List.of(new Fact("Complete", "no satellite that should count is missing"));
    }
    List<Missing> missing = completeness.missing();
    if (missing.isEmpty()) {
      return List.of();
    }
    String text = String.join("; ", Missing.sentences(missing));
    return List.of(
        new Fact("Missing", text + setting.effect().map(of -> "; " + of.text()).orElse("")));
  }

  /** Appends the marks of an answer, unless it is complete and uses fresh orbits. */
  public static void appendMarks(StringBuilder text, Selection selection) {
    appendIncomplete(text, selection.constellation().completeness());
    appendOldOrbits(text, selection.oldOrbits());
  }

  /** Returns the same marks in one line; empty if there are none. */
  public static String marks(Selection selection) {
    return (incomplete(selection.constellation().completeness())
            + ' '
            + oldOrbits(selection.oldOrbits()))
        .strip();
  }

  public static void appendOldOrbits(StringBuilder text, OldOrbits old) {
    if (!old.isEmpty()) {
      Words.append(text, oldOrbits(old), 0);
    }
  }

  private static String oldOrbits(OldOrbits old) {
    return old.isEmpty() ? "" : "OLD ORBITS: " + old.text() + ".";
  }

  /** Appends the mark of an answer that lacks satellites or may lack them. */
  public static void appendIncomplete(StringBuilder text, Completeness completeness) {
    marks(completeness).forEach(mark -> Words.append(text, mark, 0));
  }

  /**
   * Returns the mark of an answer, for example {@code INCOMPLETE: without G22 (26407).} or {@code
   * COMPLETENESS UNKNOWN: the registry of satellites ends on ...}; empty if it is complete.
   */
  public static String incomplete(Completeness completeness) {
    return String.join(" ", marks(completeness));
  }

  private static List<String> marks(Completeness completeness) {
    List<String> marks = new ArrayList<>();
    if (!completeness.missing().isEmpty()) {
      marks.add("INCOMPLETE: without " + Missing.names(completeness.missing()) + ".");
    }
    completeness.assumption().ifPresent(line -> marks.add("COMPLETENESS UNKNOWN: " + line + "."));
    return marks;
  }

  /**
   * Returns the mark after a title, for example {@code " (incomplete, old orbits)"}; empty if the
   * answer is complete and uses fresh orbits.
   */
  public static String titleMark(Selection selection) {
    List<String> marks = new ArrayList<>();
    Completeness completeness = selection.constellation().completeness();
    if (!completeness.isComplete()) {
      marks.add(completeness.isUnknown() ? "completeness unknown" : "incomplete");
    }
    if (!selection.oldOrbits().isEmpty()) {
      marks.add("old orbits");
    }
    return marks.isEmpty() ? "" : " (" + String.join(", ", marks) + ")";
  }

  /**
   * Returns a cell of CSV: the missing satellites, and a question mark if more may be missing;
   * empty if none is missing.
   */
  public static String labels(Completeness completeness) {
    return Stream.concat(
            completeness.missing().stream().map(one -> one.satellite().label()),
            completeness.assumption().stream().map(line -> "?"))
        .collect(Collectors.joining(" "));
  }

  /** Appends the satellites that count although their status is uncertain, if there are any. */
  public static void appendUncertain(StringBuilder text, Selection selection) {
    for (Fact fact : uncertain(selection)) {
      line(text, fact.label(), fact.value() + HOW_TO_TRY);
    }
  }

  private static List<Fact> uncertain(Selection selection) {
    List<String> uncertain = selection.uncertain();
    if (uncertain.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Fact(
            UNCERTAIN,
            "status of %s, by second-hand or contradictory evidence"
                .formatted(String.join(",", uncertain))));
  }

  public static void line(StringBuilder text, String label, String value) {
    Words.append(text, label + " ".repeat(LABEL_WIDTH - label.length()) + value, LABEL_WIDTH);
  }

  private static String mode(Setting setting) {
    return setting.step().isEmpty()
        ? "exact, without a time step"
        : "sampled every " + Decimals.plain(setting.stepSeconds(), 6) + " s";
  }

  /** Returns the numbers of satellites: {@code 30 GPS, 44 BeiDou}. */
  public static String counted(Selection selection) {
    StringBuilder text = new StringBuilder();
    for (GnssSystem system : selection.systems()) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(selection.constellation().members(system).size())
          .append(' ')
          .append(system.displayName());
    }
    return text.toString();
  }

  private static String orbits(Selection selection, Times times, String age) {
    OrbitSource source = selection.source();
    return source
        .known()
        .map(
            known ->
                source.label()
                    + (", " + source.origin())
                    + ", known "
                    + times.window(known.from(), known.to())
                    + (selection.medianAgeDays() < 1 ? "" : ", " + age))
        .orElseGet(
            () ->
                "snapshot "
                    + source.label()
                    + ", median epoch "
                    + times.minutes(selection.medianEpoch().orElseThrow())
                    + ' '
                    + times.offset(selection.medianEpoch().orElseThrow())
                    + ", "
                    + age
                    + damaged(source.damaged()));
  }

  private static String age(Selection selection, Instant at, String what) {
    double days = selection.constellation().medianAgeDays(at).orElseThrow();
    return "median age " + Decimals.fixed(days, 1) + " days at the " + what;
  }

  private static String damaged(int elementSets) {
    return elementSets == 0
        ? ""
        : "; excluded " + Words.count(elementSets, "damaged set", "damaged sets");
  }

  /** Returns the exclusions of single navigation satellites that need not count. */
  static List<Exclusion> exclusions(Selection selection) {
    return selection.constellation().excluded().stream()
        .filter(exclusion -> !exclusion.isOther() && !exclusion.isOfMany())
        .filter(exclusion -> exclusion.missing().isEmpty())
        .toList();
  }

  /** Describes the exclusions by their most frequent reasons. */
  private static String excluded(List<Exclusion> exclusions) {
    Map<String, Integer> countByReason = new LinkedHashMap<>();
    for (Exclusion exclusion : exclusions) {
      countByReason.merge(exclusion.reason(), 1, Integer::sum);
    }
    List<Map.Entry<String, Integer>> reasons = new ArrayList<>(countByReason.entrySet());
    reasons.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    StringBuilder text = new StringBuilder();
    int described = 0;
    for (Map.Entry<String, Integer> reason :
        reasons.subList(0, Math.min(MOST_REASONS, reasons.size()))) {
      text.append(
          described == 0
              ? Words.count(reason.getValue(), "satellite", "satellites")
              : reason.getValue().toString());
      text.append(" (").append(reason.getKey()).append("); ");
      described += reason.getValue();
    }
    if (described < exclusions.size()) {
      text.append(exclusions.size() - described).append(" more; ");
    }
    text.setLength(text.length() - "; ".length());
    return text.toString();
  }
}
