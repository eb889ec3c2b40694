package dev.skytally.history;

import dev.skytally.StudyResult;
import dev.skytally.VisibilityStudy;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.site.ElevationMask;
import dev.skytally.tally.SiteTally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One computation: who is in view from each site on a snapshot's own day, which is the UTC day of
 * its median epoch, from 00:00 to 24:00.
 *
 * @param satellites every satellite of the setting's systems that the snapshot holds, counted or
 *     not
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
   * @param threads at most so many
   * @throws NoSatelliteException if no satellite of a system counts: there is nothing to compare
   */
  public static Run compute(Snapshot snapshot, SnapshotFacts facts, RunSetting setting, int threads)
      throws NoSatelliteException {
    LocalDate day = facts.day();
    Instant start = day.atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC);
    Instant noon = start.plus(WINDOW.dividedBy(2));
    ConstellationSelection onDay = ConstellationSelection.on(day).systems(setting.systems());
    Constellation wanted = onDay.status(setting.status()).from(snapshot, noon);
    Constellation everyone = onDay.status(StatusFilter.ALL).from(snapshot, noon);
    List<Member> members = new ArrayList<>(wanted.members());
    members.removeAll(wanted.membersOlderThanDays(ElementSet.OLDEST_DAYS, noon));
    for (GnssSystem system : setting.systems()) {
      if (members.stream().noneMatch(member -> member.satellite().system() == system)) {
        throw new NoSatelliteException(facts.label(), system, setting.status());
      }
    }
    StudyResult result =
        VisibilityStudy.of(new Constellation(setting.systems(), members, List.of()))
            .at(setting.sites())
            .over(start, WINDOW)
            .above(ElevationMask.ofDegrees(setting.maskDegrees()))
            .threads(threads)
            .run();
    return new Run(
        facts, setting, start, states(everyone, result.constellation()), result.tallies());
  }

  private static List<SatelliteState> states(Constellation everyone, Constellation flown) {
    Set<Integer> counted =
        flown.members().stream()
            .map(member -> member.satellite().catalogNumber())
            .collect(Collectors.toSet());
    List<SatelliteState> states = new ArrayList<>();
    for (Member member : everyone.members()) {
      Satellite satellite = member.satellite();
      states.add(
          new SatelliteState(
              satellite.catalogNumber(),
              satellite.internationalDesignator(),
              satellite.system(),
              satellite.block(),
              satellite.prn(),
              satellite.status(),
              counted.contains(satellite.catalogNumber())));
    }
    return states;
  }
}
