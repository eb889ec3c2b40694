package dev.skytally.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.SatelliteStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventFinderTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private static SatelliteState satellite(
      int number, String prn, SatelliteStatus status, boolean counted) {
    return new SatelliteState(number, "2011-036A", GnssSystem.GPS, "GPS-IIF", prn, status, counted);
  }

  private static SatelliteState operational(int number, String prn) {
    return satellite(number, prn, SatelliteStatus.OPERATIONAL, true);
  }

  private static SatelliteState reserve(int number, String prn) {
    return satellite(number, prn, SatelliteStatus.RESERVE, false);
  }

  /** The events of runs a day apart, each told by its satellites, in words. */
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
            "2 LEFT G01 (1, GPS-IIF): no longer counted (reserve, was operational)",
            "3 ENTERED G02 (1, GPS-IIF): counted now (operational, was reserve as G01)"),
        events(
            List.of(operational(1, "G01")),
            List.of(reserve(1, "G01")),
            List.of(operational(1, "G02"))));
  }

  @Test
  void missingElementSetIsNoRetirementAndItsReturnNoLaunch() {
    SatelliteState other = operational(2, "G02");
    assertEquals(
        List.of(
            "2 LOST G01 (1, GPS-IIF): not counted (no element set to fly by)",
            "4 FOUND G01 (1, GPS-IIF): counted again (an element set again)"),
        events(
            List.of(operational(1, "G01"), other),
            List.of(other),
            List.of(other),
            List.of(operational(1, "G01"), other)));
  }

  @Test
  void elementSetThatCannotBeFlownIsMissingToo() {
    SatelliteState grounded = satellite(1, "G01", SatelliteStatus.OPERATIONAL, false);
    assertEquals(
        List.of(
            "2 LOST G01 (1, GPS-IIF): not counted (no element set to fly by)",
            "3 FOUND G01 (1, GPS-IIF): counted again (an element set again)"),
        events(List.of(operational(1, "G01")), List.of(grounded), List.of(operational(1, "G01"))));
  }

  @Test
  void retirementWhileTheElementSetIsMissingIsToldWhenItIsKnown() {
    SatelliteState other = operational(2, "G02");
    assertEquals(
        List.of(
            "2 LOST G01 (1, GPS-IIF): not counted (no element set to fly by)",
            "3 LEFT G01 (1, GPS-IIF): no longer counted (reserve, was operational)"),
        events(
            List.of(operational(1, "G01"), other),
            List.of(other),
            List.of(reserve(1, "G01"), other)));
  }

  @Test
  void anotherPrnOfACountedSatelliteIsTold() {
    assertEquals(
        List.of("2 RENUMBERED G09 (1, GPS-IIF): was G01 before"),
        events(List.of(operational(1, "G01")), List.of(operational(1, "G09"))));
    assertEquals(List.of(), events(List.of(reserve(1, "G01")), List.of(reserve(1, ""))));
  }

  @Test
  void newSatelliteIsToldWithItsLaunchWhetherItCountsOrNot() {
    SatelliteState old = operational(1, "G01");
    assertEquals(
        List.of(
            "2 APPEARED 3 (3, GPS-IIF): new in the element sets, launched in 2011"
                + " (not counted, reserve)",
            "2 APPEARED G02 (2, GPS-IIF): new in the element sets, launched in 2011 (counted)"),
        events(List.of(old), List.of(old, operational(2, "G02"), reserve(3, ""))));
  }
}
