package dev.skytally.history;

import dev.skytally.StudyResult;
import dev.skytally.VisibilityStudy;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.selection.FilledGaps;
import dev.skytally.site.ElevationMask;
import dev.skytally.tally.SiteTally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One computation: the figures of each site on a snapshot's own day, which is the UTC day of its
 * median epoch, from 00:00 to 24:00.
 *
 * @param satellites every satellite of the setting's systems that the snapshot has, counted or not,
 *     and every other one that should count
 */
public record Run(
    SnapshotFacts snapshot,
    RunSetting setting,
    Instant start,
    List<SatelliteState> satellites,
    List<SiteTally> tallies) {
  static final Duration WINDOW = Duration.ofDays(1);

  public Run {
    satellites = List.copyOf(satellites);
    tallies = List.copyOf(tallies);
  }

  /**
   * Computes a run.
   *
   * @param threads the greatest number of threads
   * @throws NoSatelliteException if no satellite of a system counts
   */
  static Run compute(FilledElements elements, RunSetting setting, int threads)
      throws NoSatelliteException {
    SnapshotFacts facts = elements.facts();
    Instant start = facts.start();
    Constellation wanted = FilledElements.select(elements.snapshot(), facts, setting);
    for (GnssSystem system : setting.systems()) {
      if (wanted.members(system).isEmpty()) {
        throw new NoSatelliteException(facts.label(), system, setting.status());
      }
    }
    StudyResult result = study(wanted, start, setting, threads);
    Constellation everyone =
        ConstellationSelection.on(facts.day())
            .systems(setting.systems())
            .status(StatusFilter.ALL)
            .from(elements.snapshot(), start.plus(WINDOW.dividedBy(2)));
    return new Run(
        facts,
        setting,
        start,
        states(everyone, result.constellation(), elements.filled()),
        result.tallies());
  }

  static StudyResult study(
      Constellation constellation, Instant start, RunSetting setting, int threads) {
    return VisibilityStudy.of(constellation)
        .at(setting.sites())
        .over(start, WINDOW)
        .above(ElevationMask.ofDegrees(setting.maskDegrees()))
        .without(setting.outages())
        .threads(threads)
        .run();
  }

  private static List<SatelliteState> states(
      Constellation everyone, Constellation flown, Map<Integer, FilledGaps.Added> filled) {
    Set<Integer> counted =
        flown.members().stream()
            .map(member -> member.satellite().catalogNumber())
            .collect(Collectors.toSet());
    Map<Integer, Missing> missing = new LinkedHashMap<>();
    for (Missing one : flown.missing()) {
      missing.put(one.satellite().catalogNumber(), one);
    }
    List<SatelliteState> states = new ArrayList<>();
    for (Member member : everyone.members()) {
      int number = member.satellite().catalogNumber();
      states.add(
          SatelliteState.of(
              member.satellite(),
              counted.contains(number),
              Optional.ofNullable(missing.remove(number)).map(Run::lack),
              Optional.ofNullable(filled.get(number))
                  .map(by -> new SatelliteState.Fill(by.snapshot(), by.elements().epoch()))));
    }
    for (Missing one : missing.values()) {
      states.add(
          SatelliteState.of(one.satellite(), false, Optional.of(lack(one)), Optional.empty()));
    }
    return states;
  }

  private static SatelliteState.Lack lack(Missing missing) {
    return new SatelliteState.Lack(missing.reason(), missing.detail());
  }
}
