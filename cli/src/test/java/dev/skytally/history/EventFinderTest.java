package dev.skytally.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.SatelliteStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventFinderTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private static SatelliteState satellite(
      int number, String prn, SatelliteStatus status, boolean counted) {
    return new SatelliteState(
        number,
        "2011-036A",
        GnssSystem.GPS,
        "GPS-IIF",
        prn,
        status,
        counted,
        Optional.empty(),
        Optional.empty());
  }

  /** In service, but there is nothing to fly it by. */
  private static SatelliteState missing(int number, String prn, Missing.Reason reason) {
    return new SatelliteState(
        number,
        "2000-040A",
        GnssSystem.GPS,
        "GPS-IIF",
        prn,
        SatelliteStatus.OPERATIONAL,
        false,
        Optional.of(new SatelliteState.Lack(reason, "test")),
        Optional.empty());
  }

  private static SatelliteState missing(int number, String prn) {
    return missing(number, prn, Missing.Reason.NOT_IN_SOURCE);
  }

  private static SatelliteState operational(int number, String prn) {
    return satellite(number, prn, SatelliteStatus.OPERATIONAL, true);
  }

  private static SatelliteState reserve(int number, String prn) {
    return satellite(number, prn, SatelliteStatus.RESERVE, false);
  }

  /** Returns in words the events of daily runs, each given by its satellites. */
  @SafeVarargs
  private static List<String> events(List<SatelliteState>... days) {
    List<StoredRun> runs = new ArrayList<>();
    for (List<SatelliteState> satellites : days) {
      LocalDate day = FIRST.plusDays(runs.size());
      Instant start = day.atStartOfDay().toInstant(ZoneOffset.UTC);
      SnapshotFacts snapshot = new SnapshotFacts("" + day, "" + day, "test", start);
      runs.add(new StoredRun(runs.size(), snapshot, start, "1.0", start, satellites, Map.of()));
    }
    return EventFinder.find(runs).stream()
        .map(event -> event.day().getDayOfMonth() + " " + event.kind() + " " + event.text())
        .toList();
  }

  @Test
  void firstRunHasNoEvents() {
    assertEquals(List.of(), events(List.of(operational(1, "G01"))));
  }

  @Test
  void statusExplainsWhoComesAndGoes() {
    assertEquals(
        List.of(
            "2 LEFT G01 (1, GPS-IIF): out of service (reserve, was operational)",
            "3 ENTERED G02 (1, GPS-IIF): in service (was reserve, was G01)"),
        events(
            List.of(operational(1, "G01")),
            List.of(reserve(1, "G01")),
            List.of(operational(1, "G02"))));
  }

  @Test
  void missingElementSetIsNoRetirementAndItsReturnNoLaunch() {
    SatelliteState other = operational(2, "G02");
    for (Missing.Reason reason : Missing.Reason.values()) {
      assertEquals(
          List.of(
              "2 LOST G01 (1, GPS-IIF): missing from the element sets",
              "4 FOUND G01 (1, GPS-IIF): back in the element sets"),
          events(
              List.of(operational(1, "G01"), other),
              List.of(missing(1, "G01", reason), other),
              List.of(missing(1, "G01", reason), other),
              List.of(operational(1, "G01"), other)));
    }
  }

  private static SatelliteState counted(int number, SatelliteStatus status) {
    return satellite(number, "G0" + number, status, true);
  }

  @Test
  void satelliteThatIsGoneIsMissingWhereTheRegistryDoesNotSayThatItShouldCount() {
    SatelliteState other = operational(2, "G02");
    for (SatelliteStatus status : List.of(SatelliteStatus.UNKNOWN, SatelliteStatus.RETIRED)) {
      assertEquals(
          List.of(
              "2 LOST G01 (1, GPS-IIF): missing from the element sets",
              "4 FOUND G01 (1, GPS-IIF): back in the element sets"),
          events(
              List.of(counted(1, status), other),
              List.of(other),
              List.of(other),
              List.of(counted(1, status), other)));
    }
  }

  @Test
  void satelliteThatCountsForTheFirstTimeOrByAnotherStatusOrPrnIsNotBack() {
    SatelliteState other = operational(2, "G02");
    SatelliteState test = counted(1, SatelliteStatus.TEST);
    assertEquals(
        List.of("2 APPEARED G01 (1, GPS-IIF): in the element sets, launched in 2011 (counted)"),
        events(List.of(other), List.of(test, other)));
    assertEquals(
        List.of(
            "2 LEFT G01 (1, GPS-IIF): no longer counted",
            "3 ENTERED G01 (1, GPS-IIF): counted now (commissioning, was test)"),
        events(
            List.of(test, other),
            List.of(other),
            List.of(counted(1, SatelliteStatus.COMMISSIONING), other)));
    assertEquals(
        "3 ENTERED G07 (1, GPS-IIF): counted now (with a PRN now, was G01)",
        events(
                List.of(test, other),
                List.of(other),
                List.of(satellite(1, "G07", SatelliteStatus.TEST, true), other))
            .get(1));
  }

  @Test
  void missingSatelliteThatComesBackWithAnotherStatusEntersService() {
    SatelliteState other = operational(2, "G02");
    SatelliteState lacking =
        new SatelliteState(
            1,
            "2011-036A",
            GnssSystem.GPS,
            "GPS-IIF",
            "G01",
            SatelliteStatus.TEST,
            false,
            Optional.of(new SatelliteState.Lack(Missing.Reason.NOT_IN_SOURCE, "test")),
            Optional.empty());
    assertEquals(
        List.of("2 ENTERED G01 (1, GPS-IIF): in service (was test)"),
        events(List.of(lacking, other), List.of(operational(1, "G01"), other)));
  }

  @Test
  void satelliteThatWasOnlyMissingIsNewOnceItIsInTheElementSets() {
    SatelliteState other = operational(2, "G02");
    assertEquals(
        List.of(
            "2 LEFT G01 (1, GPS-IIF): out of service, was missing before",
            "3 APPEARED G01 (1, GPS-IIF): in the element sets, launched in 2011 (not counted,"
                + " reserve)"),
        events(
            List.of(missing(1, "G01"), other), List.of(other), List.of(reserve(1, "G01"), other)));
  }

  @Test
  void missingSatelliteWhoseElementSetIsDamagedNowIsNotNew() {
    SatelliteState other = operational(2, "G02");
    assertEquals(
        List.of(),
        events(
            List.of(missing(1, "G01"), other),
            List.of(missing(1, "G01", Missing.Reason.DAMAGED), other)));
  }

  @Test
  void eventsOfADayAreInTheOrderOfTheirPrns() {
    assertEquals(
        List.of("2 LEFT G01", "2 LEFT G02", "2 LEFT G03"),
        events(
                List.of(operational(9, "G01"), operational(1, "G02"), operational(5, "G03")),
                List.of(reserve(5, "G03"), reserve(9, "G01")))
            .stream()
            .map(event -> event.substring(0, event.indexOf(" (")))
            .toList());
  }

  @Test
  void satelliteThatIsGoneAndNotMissingIsOutOfService() {
    SatelliteState other = operational(2, "G02");
    assertEquals(
        List.of(
            "2 LEFT G01 (1, GPS-IIF): out of service",
            "3 ENTERED G01 (1, GPS-IIF): in service again"),
        events(
            List.of(operational(1, "G01"), other),
            List.of(other),
            List.of(operational(1, "G01"), other)));
  }

  @Test
  void retirementWhileTheElementSetIsMissingIsTold() {
    SatelliteState other = operational(2, "G02");
    for (List<SatelliteState> after : List.of(List.of(reserve(1, "G01"), other), List.of(other))) {
      List<String> events =
          events(List.of(operational(1, "G01"), other), List.of(missing(1, "G01"), other), after);
      assertEquals("2 LOST G01 (1, GPS-IIF): missing from the element sets", events.get(0));
      assertTrue(events.get(1).startsWith("3 LEFT G01 (1, GPS-IIF): out of service, was missing"));
      assertEquals(2, events.size());
    }
  }

  @Test
  void satelliteThatEntersServiceWithoutElementSetsIsInServiceThenBack() {
    SatelliteState other = operational(2, "G02");
    assertEquals(
        List.of(
            "2 ENTERED G01 (1, GPS-IIF): in service, but missing from the element sets (was reserve)",
            "3 FOUND G01 (1, GPS-IIF): back in the element sets"),
        events(
            List.of(reserve(1, "G01"), other),
            List.of(missing(1, "G01"), other),
            List.of(operational(1, "G01"), other)));
  }

  @Test
  void satelliteLaunchedIn2000IsNotNewWhenItEntersServiceOrComesBack() {
    SatelliteState other = operational(2, "G02");
    SatelliteState old =
        new SatelliteState(
            1,
            "2000-040A",
            GnssSystem.GPS,
            "GPS-IIR-A",
            "G22",
            SatelliteStatus.OPERATIONAL,
            true,
            Optional.empty(),
            Optional.empty());
    assertEquals(
        List.of("2 ENTERED G22 (1, GPS-IIR-A): in service"),
        events(List.of(other), List.of(old, other)));
    assertEquals(
        List.of("2 FOUND G22 (1, GPS-IIR-A): back in the element sets"),
        events(List.of(missing(1, "G22"), other), List.of(old, other)));
  }

  @Test
  void anotherPrnOfACountedSatelliteIsTold() {
    assertEquals(
        List.of("2 RENUMBERED G09 (1, GPS-IIF): was G01 before"),
        events(List.of(operational(1, "G01")), List.of(operational(1, "G09"))));
    assertEquals(List.of(), events(List.of(reserve(1, "G01")), List.of(reserve(1, ""))));
  }

  @Test
  void onlyWhatWasLaunchedLatelyIsNew() {
    SatelliteState old = operational(1, "G01");
    assertEquals(
        List.of(
            "2 APPEARED 3 (3, GPS-IIF): in the element sets, launched in 2011 (not counted, reserve)",
            "2 APPEARED 4 (4, GPS-IIIF): new in the element sets, launched in 2023"
                + " (not counted, commissioning)"),
        events(List.of(old), List.of(old, reserve(3, ""), launchedIn("2023", 4))));
    assertEquals(
        List.of(
            "2 APPEARED 4 (4, GPS-IIIF): in the element sets, launched in 2022"
                + " (not counted, commissioning)"),
        events(List.of(old), List.of(old, launchedIn("2022", 4))));
  }

  private static SatelliteState launchedIn(String year, int number) {
    return new SatelliteState(
        number,
        year + "-207A",
        GnssSystem.GPS,
        "GPS-IIIF",
        "",
        SatelliteStatus.COMMISSIONING,
        false,
        Optional.empty(),
        Optional.empty());
  }
}
