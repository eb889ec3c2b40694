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
    assertEquals(456, all().stream().mapToInt(s -> s.periods().size()).sum());
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
    LocalDate date = LocalDate.of(2020, 11, 25);
    assertEquals(43001, REGISTRY.find(99_999, "2017-069A", date).orElseThrow().catalogNumber());
    assertEquals(43002, REGISTRY.find(43002, "2017-069A", date).orElseThrow().catalogNumber());
    assertTrue(REGISTRY.find(99_999, "", date).isEmpty());
    assertTrue(REGISTRY.find(25544, "1998-067A", date).isEmpty());
  }

  @Test
  void aSatelliteIsNotFoundBeforeItsLaunch() {
    assertTrue(REGISTRY.find(46826, "2020-078A", LocalDate.of(2020, 11, 4)).isEmpty());
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
            true),
        find(44204, "2020-11-25"));
  }

  private static Collection<DatedSatellite> all() {
    return REGISTRY.all();
  }

  private static Stream<LocalDate> days() {
    return SatelliteRegistry.FIRST_DAY.datesUntil(SatelliteRegistry.LAST_DAY.plusDays(1));
  }

  private static Satellite find(int catalogNumber, String date) {
    return REGISTRY.find(catalogNumber, "", LocalDate.parse(date)).orElseThrow();
  }

  private static int byPrn(String prn, String date) {
    return REGISTRY.findByPrn(prn, LocalDate.parse(date)).orElseThrow().catalogNumber();
  }

  private static long operational(GnssSystem system, String date) {
    List<Satellite> satellites = REGISTRY.satellites(system, LocalDate.parse(date));
    return satellites.stream().filter(s -> s.status() == SatelliteStatus.OPERATIONAL).count();
  }
}
