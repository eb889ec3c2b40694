package dev.skytally.satellites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SatelliteRegistryTest {
  private static final SatelliteRegistry REGISTRY = SatelliteRegistry.bundled();

  @Test
  void exactlyOnePeriodOfEachLaunchedSatelliteHoldsOnEveryDay() {
    for (DatedSatellite satellite : all()) {
      long launched =
          satellite.periods().stream()
              .mapToLong(DatedSatellite.Period::fromEpochDay)
              .min()
              .orElseThrow();
      days()
          .forEach(
              day ->
                  assertEquals(
                      day.toEpochDay() < launched ? 0 : 1,
                      satellite.periods().stream().filter(p -> p.holds(day.toEpochDay())).count(),
                      satellite.catalogNumber() + " on " + day));
    }
  }

  @Test
  void noPrnIsHeldTwiceOnAnyDay() {
    days()
        .forEach(
            day -> {
              Map<String, Integer> holders = new HashMap<>();
              for (DatedSatellite satellite : all()) {
                String prn = satellite.at(day).prn();
                Integer other = prn.isEmpty() ? null : holders.put(prn, satellite.catalogNumber());
                assertEquals(null, other, prn + " on " + day);
              }
            });
  }

  @Test
  void holdsTwoHundredAndTwentySevenSatellitesWithDistinctKeys() {
    assertEquals(227, all().size());
    Set<String> designators = new HashSet<>();
    for (DatedSatellite satellite : all()) {
      assertTrue(designators.add(satellite.internationalDesignator()));
      assertTrue(
          satellite.internationalDesignator().matches("\\d{4}-\\d{3}[A-Z]"),
          satellite.internationalDesignator());
    }
    assertEquals(457, all().stream().mapToInt(s -> s.periods().size()).sum());
  }

  @Test
  void everyPrnBeginsWithTheLetterOfItsSystem() {
    for (DatedSatellite satellite : all()) {
      for (DatedSatellite.Period period : satellite.periods()) {
        assertTrue(
            period.prn().isEmpty()
                || period.prn().matches(satellite.system().rinexLetter() + "\\d\\d"),
            satellite.catalogNumber() + " " + period.prn());
        assertFalse(period.status() == SatelliteStatus.UNKNOWN);
      }
    }
  }

  /** Notice Advisory to Navstar Users: SVN 46 left PRN 11's service on 10 November 2020. */
  @Test
  void gpsHadThirtyOperationalSatellitesInLateNovember2020AndThirtyOneBeforeAndAfter() {
    assertEquals(31, operational(GnssSystem.GPS, "2020-11-09"));
    assertEquals(30, operational(GnssSystem.GPS, "2020-11-10"));
    assertEquals(30, operational(GnssSystem.GPS, "2020-12-01"));
    assertEquals(31, operational(GnssSystem.GPS, "2020-12-02"));
  }

  @Test
  void aPeriodBeginsOnItsFirstDayAndIsOverOnItsLast() {
    assertEquals("C61", find(45807, "2026-04-17").prn());
    assertEquals(SatelliteStatus.TEST, find(45807, "2026-04-17").status());
    assertEquals("C03", find(45807, "2026-04-18").prn());
    assertEquals(SatelliteStatus.OPERATIONAL, find(45807, "2026-04-18").status());
  }

  @Test
  void theInternationalDesignatorIsTheSecondKey() {
    assertEquals(43001, REGISTRY.find(99_999, "2017-069A").orElseThrow().catalogNumber());
    assertEquals(43002, REGISTRY.find(43002, "2017-069A").orElseThrow().catalogNumber());
    assertTrue(REGISTRY.find(99_999, "").isEmpty());
    assertTrue(REGISTRY.find(25544, "1998-067A").isEmpty());
  }

  @Test
  void nothingIsToldOfASatelliteBeforeItsLaunch() {
    assertEquals(SatelliteStatus.UNKNOWN, find(46826, "2020-11-04").status());
    assertEquals(SatelliteStatus.COMMISSIONING, find(46826, "2020-11-05").status());
  }

  @Test
  void prn19OfBeiDouMovedBetweenSatellites() {
    assertEquals(43001, byPrn("C19", "2018-03-01"));
    assertEquals(40749, byPrn("C19", "2018-08-01"));
    assertEquals(43001, byPrn("C19", "2020-11-25"));
    assertTrue(REGISTRY.findByPrn("C99", LocalDate.of(2020, 11, 25)).isEmpty());
    assertTrue(REGISTRY.findByPrn("", LocalDate.of(2020, 11, 25)).isEmpty());
  }

  @Test
  void aSatelliteIsToldWithItsBlockGenerationAndOrbit() {
    assertEquals(
        new Satellite(
            44204,
            "2019-023A",
            "",
            GnssSystem.BDS,
            "C38",
            "BDS-3I",
            "BDS-3",
            OrbitClass.IGSO,
            SatelliteStatus.OPERATIONAL,
            false,
            true),
        find(44204, "2020-11-25"));
  }

  /** The open questions in the resource's README.md. */
  @Test
  void statusesOnSecondHandOrContradictoryEvidenceAreMarked() {
    assertEquals(List.of("C01", "C03", "C11", "C12", "C13", "C14", "G13"), uncertain("2026-10-06"));
    assertEquals(List.of("C61"), uncertain("2020-11-25"));
  }

  private static List<String> uncertain(String date) {
    return all().stream()
        .map(s -> s.at(LocalDate.parse(date)))
        .filter(Satellite::statusIsUncertain)
        .map(Satellite::prn)
        .sorted()
        .toList();
  }

  private static Collection<DatedSatellite> all() {
    return REGISTRY.all();
  }

  private static Stream<LocalDate> days() {
    return SatelliteRegistry.FIRST_DAY.datesUntil(SatelliteRegistry.LAST_DAY.plusDays(1));
  }

  private static Satellite find(int catalogNumber, String date) {
    return REGISTRY.find(catalogNumber, "").orElseThrow().at(LocalDate.parse(date));
  }

  private static int byPrn(String prn, String date) {
    return REGISTRY.findByPrn(prn, LocalDate.parse(date)).orElseThrow().catalogNumber();
  }

  private static long operational(GnssSystem system, String date) {
    return all().stream()
        .filter(s -> s.system() == system)
        .filter(s -> s.at(LocalDate.parse(date)).status() == SatelliteStatus.OPERATIONAL)
        .count();
  }
}
