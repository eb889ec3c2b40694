package dev.skytally.selection;

import dev.skytally.elements.ElementSet;
import dev.skytally.elements.ElementSetProblem;
import dev.skytally.elements.Snapshot;
import dev.skytally.outage.Outage;
import dev.skytally.outage.Outages;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.OldOrbits;
import dev.skytally.satellites.Satellite;
import dev.skytally.selection.Notice.Kind;
import dev.skytally.selection.SelectionException.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * The rules that reject orbits that cannot be trusted, and report facts that can change an answer.
 */
final class SelectionRules {
  private SelectionRules() {}

  /** Returns notices of facts that the registry does not cover on the day. */
  static List<Notice> assumption(ConstellationSelection wanted, Constellation selected) {
    if (selected.assumption().isPresent()) {
      return List.of(new Notice(Kind.COMPLETENESS_UNKNOWN, selected.assumption().get()));
    }
    return wanted
        .assumption()
        .map(assumption -> List.of(new Notice(Kind.REGISTRY_ASSUMED, assumption)))
        .orElse(List.of());
  }

  /** Rejects element sets that as a whole are far from the window. */
  static void requireNear(
      ElementChoice choice, String label, Instant epoch, Instant begin, Instant end, int mostDays)
      throws SelectionException {
    long days =
        Math.max(
            Duration.between(begin, epoch).abs().toDays(),
            Duration.between(epoch, end).abs().toDays());
    if (days > mostDays) {
      throw new SelectionException(
              choice.isChosen() ? Cause.CHOSEN_ELEMENTS_TOO_OLD : Cause.NEAREST_ELEMENTS_TOO_OLD,
              "%s element sets, snapshot %s, are up to %s days from the window, more than %s"
                  .formatted(
                      choice.isChosen() ? "the given" : "the nearest", label, days, mostDays))
          .withFarEpoch(epoch);
    }
  }

  /** Excludes the members whose own orbits are too far from the window; rejects if all are. */
  static Constellation withoutOld(Constellation constellation, int mostDays, Instant middle)
      throws SelectionException {
    List<Member> old = constellation.membersOlderThanDays(mostDays, middle);
    if (old.isEmpty()) {
      return constellation;
    }
    if (old.size() == constellation.members().size()) {
      throw new SelectionException(
          Cause.ALL_TOO_OLD,
          "no satellite is left: all %s are more than %s from the window"
              .formatted(
                  old.get(0).elements().isPresent() ? "element sets" : "orbits",
                  mostDays == 1 ? "1 day" : mostDays + " days"));
    }
    return constellation.withoutOlderThanDays(mostDays, middle);
  }

  /**
   * Returns notices of damaged element sets, except those of satellites that are missing because of
   * the damage.
   */
  static List<Notice> damaged(List<ElementSetProblem> damaged, Constellation constellation) {
    List<ElementSetProblem> problems = new ArrayList<>(damaged);
    for (Missing missing : constellation.missing()) {
      problems.removeIf(problem -> problem.reason().equals(missing.detail()));
    }
    return problems.stream()
        .map(problem -> new Notice(Kind.DAMAGED_ELEMENTS, problem.text()))
        .toList();
  }

  /**
   * Returns a notice of satellites with several different element sets of the same, decisive epoch.
   */
  static List<Notice> contradictions(Snapshot snapshot, Constellation constellation) {
    Map<Integer, Member> members = new HashMap<>();
    for (Member member : constellation.members()) {
      member.elements().ifPresent(elements -> members.put(elements.catalogNumber(), member));
    }
    List<Satellite> contradicted = new ArrayList<>();
    for (ElementSet elements : snapshot.elementSets()) {
      Member member = members.get(elements.catalogNumber());
      if (member != null && member.elements().orElseThrow().contradicts(elements)) {
        contradicted.add(member.satellite());
        members.remove(elements.catalogNumber());
      }
    }
    return contradicted.isEmpty()
        ? List.of()
        : List.of(
            new Notice(
                Kind.CONTRADICTORY_ELEMENTS,
                contradicted,
                "contradictory element sets of the same epoch; the last one of each satellite"
                    + " counts: "
                    + labels(contradicted)));
  }

  /** Returns a notice of orbits that make an answer uncertain. */
  static Notice oldOrbits(OldOrbits old) {
    return new Notice(
        Kind.OLD_ORBITS,
        old.members().stream().map(Member::satellite).toList(),
        "old orbits: "
            + old.text()
            + "; rises and sets can be minutes off, and the leader can be wrong: on average at 1 of 195"
            + " capitals after 24 days and at 9 after 4 months, and at up to 31 if all element sets are"
            + " old (docs/accuracy.md)");
  }

  /**
   * Returns notices of systems whose element sets are older than another's, which makes the
   * comparison unfair.
   */
  static List<Notice> systemsBehind(Constellation constellation, Instant middle) {
    Map<GnssSystem, Double> agesDays = constellation.medianAgesDays(middle);
    List<Notice> notices = new ArrayList<>();
    if (agesDays.isEmpty()) {
      return notices;
    }
    Map.Entry<GnssSystem, Double> nearest =
        Collections.min(agesDays.entrySet(), (a, b) -> Double.compare(a.getValue(), b.getValue()));
    for (Map.Entry<GnssSystem, Double> entry : agesDays.entrySet()) {
      GnssSystem system = entry.getKey();
      double ageDays = entry.getValue();
      if (Constellation.isBehind(ageDays, nearest.getValue())) {
        notices.add(
            new Notice(
                Kind.SYSTEM_BEHIND,
                constellation.members(system).stream().map(Member::satellite).toList(),
                "the element sets of %s are %s days further from the window than those of %s"
                        .formatted(
                            system.displayName(),
                            (long) (ageDays - nearest.getValue()),
                            nearest.getKey().displayName())
                    + "; positions are less sure"));
      }
    }
    return notices;
  }

  /** Returns notices of the satellites that are missing from an answer. */
  static List<Notice> missing(Constellation flown) {
    List<Notice> notices = new ArrayList<>();
    List<Missing> missing = new ArrayList<>(flown.missing());
    for (GnssSystem system : flown.systems()) {
      if (flown.members(system).isEmpty()) {
        List<Missing> ofSystem =
            missing.stream().filter(one -> one.satellite().system() == system).toList();
        missing.removeAll(ofSystem);
        String sentences = String.join("; ", Missing.sentences(ofSystem));
        notices.add(
            new Notice(
                Kind.MISSING,
                satellites(ofSystem),
                "no satellite of %s is counted, so it cannot lead%s"
                    .formatted(system.displayName(), sentences.isEmpty() ? "" : ": " + sentences)));
      }
    }
    notices.addAll(missing(missing));
    return notices;
  }

  /** Returns notices of missing satellites, one sentence each. */
  static List<Notice> missing(List<Missing> missing) {
    List<Notice> notices = new ArrayList<>();
    Missing.bySentence(missing)
        .forEach(
            (sentence, group) ->
                notices.add(new Notice(Kind.MISSING, satellites(group), sentence)));
    return notices;
  }

  private static List<Satellite> satellites(List<Missing> missing) {
    return missing.stream().map(Missing::satellite).toList();
  }

  static String labels(List<Satellite> satellites) {
    return satellites.stream().map(Satellite::label).collect(Collectors.joining(", "));
  }

  /** Returns notices of what is unknown about outages. */
  static List<Notice> outages(Selection selection) {
    Outages outages = selection.outages();
    List<GnssSystem> systems = selection.systems();
    List<Satellite> satellites = new ArrayList<>();
    for (Member member : selection.constellation().members()) {
      satellites.add(member.satellite());
    }
    List<Notice> notices = new ArrayList<>();
    for (String problem : outages.problems()) {
      notices.add(new Notice(Kind.DAMAGED_NOTICE, problem));
    }
    for (GnssSystem system : systems) {
      for (Outage outage :
          outages.ofNobody(system, satellites, selection.start(), selection.end())) {
        notices.add(
            new Notice(
                Kind.DAMAGED_NOTICE,
                "%s: no satellite has the PRN %s on %s"
                    .formatted(
                        outages.source(),
                        outage.prn(),
                        LocalDate.ofInstant(outage.from(), ZoneOffset.UTC))));
      }
    }
    notices.addAll(unknownOutages(selection));
    return notices;
  }

  /** Returns notices of the systems whose outages are not known in the whole window. */
  private static List<Notice> unknownOutages(Selection selection) {
    List<GnssSystem> unknown = selection.withUnknownOutages();
    Map<String, List<GnssSystem>> systems = new LinkedHashMap<>();
    for (GnssSystem system : unknown) {
      String why = whyUnknown(selection, system);
      systems.putIfAbsent(why, new ArrayList<>());
      systems.get(why).add(system);
    }
    String end =
        unknown.size() < selection.systems().size() ? ", so the comparison is one-sided" : "";
    List<Notice> notices = new ArrayList<>();
    for (Map.Entry<String, List<GnssSystem>> one : systems.entrySet()) {
      String names = GnssSystem.displayNames(one.getValue());
      notices.add(
          new Notice(
              Kind.OUTAGES_UNKNOWN,
              "outages of " + names + " in this window " + one.getKey() + end));
    }
    return notices;
  }

  private static String whyUnknown(Selection selection, GnssSystem system) {
    String because = ", because no notice of " + selection.outages().source() + " covers ";
    String known = knownPart(selection, system);
    if (!known.isEmpty()) {
      return "are known only " + known + because + "the rest";
    }
    boolean isListed = selection.systemsOutOfService().contains(system);
    return (isListed ? "may not all be known" : "are unknown") + because + "the window";
  }

  private static String knownPart(Selection selection, GnssSystem system) {
    StringJoiner known = new StringJoiner(" and ");
    for (Outages.Coverage part :
        selection.outages().coverage(system, selection.start(), selection.end())) {
      known.add(
          part.from().equals(selection.start())
              ? "until " + part.to()
              : part.to().equals(selection.end())
                  ? "from %s on".formatted(part.from())
                  : "from %s to %s".formatted(part.from(), part.to()));
    }
    return known.toString();
  }
}
