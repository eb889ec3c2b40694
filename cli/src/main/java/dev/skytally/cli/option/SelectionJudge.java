package dev.skytally.cli.option;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.ElementSetProblem;
import dev.skytally.elements.Snapshot;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Judges what was selected: refuses what cannot be trusted, leaves out what is too old, and warns
 * of what the result may hang on.
 */
final class SelectionJudge {
  private static final int PROBLEMS_NAMED = 3;

  private final int mostDays;
  private final OutputOptions output;
  private final Console console;

  /**
   * A judge of one selection.
   *
   * @param mostDays orbits further than so many days from the window's middle do not count
   */
  SelectionJudge(int mostDays, OutputOptions output, Console console) {
    this.mostDays = mostDays;
    this.output = output;
    this.console = console;
  }

  /** Warns, quiet or not, if it is unknown whether the answer is complete. */
  void warnOfAssumption(ConstellationSelection wanted, Constellation selected) {
    if (selected.assumption().isPresent()) {
      console.warn(selected.assumption().get());
    } else if (wanted.assumption().isPresent()) {
      output.warn(console, wanted.assumption().get());
    }
  }

  /**
   * Refuses element sets that are far from the window as a whole.
   *
   * @param epoch the median of theirs
   * @param areGiven whether the user chose them
   */
  void judgeAge(Snapshot snapshot, Instant epoch, Instant begin, Instant end, boolean areGiven)
      throws JobFailedException {
    long days =
        Math.max(
            Duration.between(begin, epoch).abs().toDays(),
            Duration.between(epoch, end).abs().toDays());
    String line =
        (areGiven ? "the given" : "the nearest")
            + (" element sets, snapshot " + snapshot.label())
            + (", are up to " + days + " days from the window");
    if (days > mostDays) {
      throw new JobFailedException(
          areGiven
              ? "%s, more than %s: give nearer ones, or raise --max-age".formatted(line, mostDays)
              : "%s, more than %s: bundled are those of %s; give nearer ones with --elements FILE, import"
                      .formatted(line, mostDays, ElementsOption.bundledDates())
                  + " them (skytally archive import), or raise --max-age");
    }
  }

  /** Leaves out the members whose own orbits are too far from the window; refuses if all are. */
  Constellation withoutOld(Constellation constellation, Instant middle) throws JobFailedException {
    List<Constellation.Member> old = constellation.membersOlderThanDays(mostDays, middle);
    if (old.isEmpty()) {
      return constellation;
    }
    String what = old.get(0).elements().isPresent() ? "element sets" : "orbits";
    String age = "more than " + Words.count(mostDays, "day", "days") + " from the window";
    if (old.size() == constellation.members().size()) {
      throw new JobFailedException(
          "no satellite is left to look at: all %s are %s; give nearer ones, or raise --max-age"
              .formatted(what, age));
    }
    return constellation.withoutOlderThanDays(mostDays, middle);
  }

  private static String labels(List<Constellation.Member> members) {
    return members.stream().map(m -> m.satellite().label()).collect(Collectors.joining(", "));
  }

  /** Of an archive's, quiet or not: the answer comes from others than it should. */
  void warnOfDamagedFiles(List<String> files) {
    for (String file : files.subList(0, Math.min(PROBLEMS_NAMED, files.size()))) {
      console.warn("left out: " + file);
    }
    if (files.size() > PROBLEMS_NAMED) {
      console.warn(
          "left out: %s of the archive (all: skytally archive verify)"
              .formatted(Words.count(files.size() - PROBLEMS_NAMED, "more file", "more files")));
    }
  }

  /** Warns of damaged element sets, but for those of satellites that are missing for that. */
  void warnOfDamaged(List<ElementSetProblem> damaged, Constellation constellation) {
    List<ElementSetProblem> problems = new ArrayList<>(damaged);
    for (Missing missing : constellation.missing()) {
      problems.removeIf(problem -> problem.reason().equals(missing.detail()));
    }
    if (!problems.isEmpty() && output.isQuiet()) {
      console.warn(
          problems.size() == 1
              ? "1 element set was damaged and left out"
              : problems.size() + " element sets were damaged and left out");
    }
    for (ElementSetProblem problem :
        problems.subList(0, Math.min(PROBLEMS_NAMED, problems.size()))) {
      output.warn(console, "left out: " + problem.text());
    }
    if (problems.size() > PROBLEMS_NAMED) {
      output.warn(
          console,
          "left out: %s more element sets with problems (all: skytally elements --elements FILE)"
              .formatted(problems.size() - PROBLEMS_NAMED));
    }
  }

  /** Warns of satellites with several different element sets of the same, decisive epoch. */
  void warnOfContradictions(Snapshot snapshot, Constellation constellation) {
    Map<Integer, Constellation.Member> members = new HashMap<>();
    for (Constellation.Member member : constellation.members()) {
      member.elements().ifPresent(elements -> members.put(elements.catalogNumber(), member));
    }
    List<Constellation.Member> contradicted = new ArrayList<>();
    for (ElementSet elements : snapshot.elementSets()) {
      Constellation.Member member = members.get(elements.catalogNumber());
      if (member != null && member.elements().orElseThrow().contradicts(elements)) {
        contradicted.add(member);
        members.remove(elements.catalogNumber());
      }
    }
    if (!contradicted.isEmpty()) {
      output.warn(
          console,
          "contradictory element sets of the same epoch, of each satellite the last one counts: "
              + labels(contradicted));
    }
  }

  /** Warns where one system's element sets stayed behind another's: the systems are unequal. */
  void warnOfSystemsBehind(Constellation constellation, Instant middle) {
    Map<GnssSystem, Double> agesDays = constellation.medianAgesDays(middle);
    GnssSystem nearest = null;
    for (GnssSystem system : agesDays.keySet()) {
      if (nearest == null || agesDays.get(system) < agesDays.get(nearest)) {
        nearest = system;
      }
    }
    for (GnssSystem system : agesDays.keySet()) {
      double ageDays = agesDays.get(system);
      if (Constellation.isBehind(ageDays, agesDays.get(nearest))) {
        output.warn(
            console,
            "the element sets of %s are %s days further from the window than those of %s"
                    .formatted(
                        system.displayName(),
                        (long) (ageDays - agesDays.get(nearest)),
                        nearest.displayName())
                + "; positions are less sure");
      }
    }
  }
}
