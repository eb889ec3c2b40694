package dev.skytally.satellites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.ElementSet;
import dev.skytally.elements.TestElementSets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierTest {
  /** Names as published by Space-Track, CelesTrak and Stellarium. */
  @ParameterizedTest
  @CsvSource({
    "GPS BIIF-8  (PRN 03), GPS, G03",
    "NAVSTAR 43 (USA 132), GPS, ",
    "GPS BIII-10 (PRN 13), GPS, G13",
    "BEIDOU-3 M1 (C19), BDS, C19",
    "BEIDOU 3M10, BDS, ",
    "BD-17, BDS, ",
    "BD 1 03, BDS, ",
    "COMPASS G2, BDS, ",
    "CHINASAT 31 (BEIDOU 1B), BDS, ",
    "GSAT0210 (GALILEO 13), GAL, ",
    "GSAT0210 (PRN E01), GAL, E01",
    "GALILEO 10 (206), GAL, ",
    "COSMOS 2456 (GLONASS), GLO, ",
    "COSMOS 2569 [GLONASS-K2], GLO, ",
    "QZS-2 (MICHIBIKI-2), QZS, ",
    "QZS-2 (QZSS/PRN 194), QZS, J02",
    "QZS-4 (PRN 195/185), QZS, J03",
    "QZS-1 (QZSS/PRN 183), QZS, ",
    "IRNSS-1B, NAVIC, ",
    "IRNSS-1B (I02), NAVIC, I02",
    "NVS-01 (IRNSS-1J), NAVIC, ",
    "GPS IIR-9 (PRN 10), GPS, G10",
    "GPS X (PRN 99), GPS, G99",
    "GPS X) (PRN 21), GPS, G21",
  })
  void aNameTellsItsSystemAndPrn(String name, GnssSystem system, String prn) {
    assertEquals(Optional.of(system), Classifier.systemByName(name));
    assertEquals(prn == null ? "" : prn, Classifier.prn(system, name));
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "GSAT-8 (GAGAN/PRN 127)",
    "GSAT-30",
    "SES-15 (WAAS/PRN 133)",
    "COSMOS 2251 DEB",
    "BEIDOU G2 DEB",
    "NAVSTAR 1 R/B",
    "STARLINK-1008",
    "ISS (ZARYA)",
  })
  void otherNamesTellNoSystem(String name) {
    assertEquals(Optional.empty(), Classifier.systemByName(name));
  }

  @ParameterizedTest
  @CsvSource({
    "GPS, GPS X (PRN 00)",
    "GPS, GPS X (PRN 1O)",
    "GPS, GPS X (PRN 1234)",
    "GPS, GPS X (PRN )",
    "GPS, GPS X (PRN 12",
    "BDS, BEIDOU X (C)",
    "BDS, BEIDOU X ()",
    "BDS, BEIDOU X (E12)",
    "GLO, COSMOS 2456 (730)",
  })
  void aDamagedOrForeignPrnIsNone(GnssSystem system, String name) {
    assertEquals("", Classifier.prn(system, name));
  }

  @ParameterizedTest
  @CsvSource({
    "ASTRA 5B (EGNOS/PRN 123), EGNOS",
    "EUTELSAT 5 WEST B (EGN*), EGNOS",
    "EUTELSAT 117 WEST B (W*), WAAS",
    "INMARSAT 4-F2 (SOUTHPA*), SOUTHPAN",
    "LUCH 5A (SDCM/PRN 140), SDCM",
    "GSAT-8 (GAGAN/PRN 127), GAGAN",
    "EUTELSAT 8 (*), ",
    "ISS (ZARYA), ",
    "GPS BIIF-8 (PRN 03), ",
  })
  void anAugmentationPayloadIsToldByTheBrackets(String name, String augmentation) {
    assertEquals(Optional.ofNullable(augmentation), Classifier.augmentation(name));
  }

  /** Mean motion and inclination of 43001, 24876, 37846, 36111 and 40128 on 1 December 2020. */
  @ParameterizedTest
  @CsvSource({
    "1.86231, 55.2, 0.0006, BDS",
    "2.00561, 55.4, 0.0059, GPS",
    "1.70475, 57.0, 0.0004, GAL",
    "2.13104, 65.5, 0.0010, GLO",
    "1.85519, 49.8, 0.1620, ",
    "1.00270, 55.0, 0.0030, ",
    "1.92303, 62.4, 0.0207, ",
    "15.4900, 51.6, 0.0002, ",
  })
  void anOrbitAloneTellsTheSystemOnlyWhereTheGroundTrackRepeats(
      double meanMotion, double inclinationDegrees, double eccentricity, GnssSystem system) {
    assertEquals(
        Optional.ofNullable(system),
        Classifier.systemByOrbit(elements("", meanMotion, inclinationDegrees, eccentricity)));
    assertEquals(
        Optional.empty(),
        Classifier.systemByOrbit(
            elements("FREGAT R/B", meanMotion, inclinationDegrees, eccentricity)));
  }

  @ParameterizedTest
  @CsvSource({
    "1.86231, 55.2, 0.0006, MEO",
    "1.85519, 49.8, 0.1620, MEO",
    "1.00270, 1.7, 0.0003, GEO",
    "1.00270, 40.7, 0.0750, IGSO",
    "1.00270, 29.0, 0.0020, IGSO",
    "2.27000, 24.0, 0.7300, ",
    "15.4900, 51.6, 0.0002, ",
    "1.30000, 10.0, 0.0100, ",
  })
  void theOrbitClassFollowsPeriodInclinationAndEccentricity(
      double meanMotion, double inclinationDegrees, double eccentricity, OrbitClass orbitClass) {
    assertEquals(
        Optional.ofNullable(orbitClass),
        Classifier.orbitClass(elements("", meanMotion, inclinationDegrees, eccentricity)));
  }

  /** As catalogues call new objects; a name is a fact against it, whatever the orbit. */
  @ParameterizedTest
  @CsvSource({
    "'', true",
    "OBJECT A, true",
    "TBA - TO BE ASSIGNED, true",
    "0BJECT, true",
    "2023-207A, true",
    "9TH OBJECT, true",
    "STARLINK-1008, false",
    "/2023-207A, false",
    ":2023-207A, false",
  })
  void anObjectWithoutANameMayBeANavigationSatellite(String name, boolean isCandidate) {
    assertEquals(
        isCandidate, Classifier.isNamelessCandidate(elements(name, 1.86231, 55.2, 0.0006)));
    assertFalse(Classifier.isNamelessCandidate(elements(name, 15.49, 51.6, 0.0002)));
    assertFalse(Classifier.isNamelessCandidate(elements(name, 1.0027, 1.7, 0.0003)));
  }

  @Test
  void limitsOfTheOrbitClassesBelongToOneSide() {
    assertEquals(Optional.empty(), Classifier.orbitClass(elements("", 1.6, 55, 0)));
    assertEquals(Optional.empty(), Classifier.orbitClass(elements("", 2.3, 55, 0)));
    assertEquals(Optional.of(OrbitClass.MEO), Classifier.orbitClass(elements("", 2, 55, 0.2)));
    assertEquals(Optional.empty(), Classifier.orbitClass(elements("", 2, 55, 0.201)));
    assertEquals(Optional.of(OrbitClass.IGSO), Classifier.orbitClass(elements("", 1.0027, 16, 0)));
    assertFalse(Classifier.isNamelessCandidate(elements("", 1.0027, 16, 0)));
    assertTrue(Classifier.isNamelessCandidate(elements("", 1.0027, 16.1, 0)));
    assertEquals(
        Optional.of(GnssSystem.GPS), Classifier.systemByOrbit(elements("", 2.0056, 55.4, 0.03)));
    assertEquals(Optional.empty(), Classifier.systemByOrbit(elements("", 2.0056, 55.4, 0.031)));
  }

  /** GPS: two revolutions in a sidereal day. */
  @ParameterizedTest
  @CsvSource({
    "2.0054, 50, true",
    "2.0054, 60, true",
    "2.0054, 49.99, false",
    "2.0054, 60.01, false",
    "1.9956, 55, true",
    "2.0153, 55, true",
    "1.9954, 55, false",
    "2.0156, 55, false",
  })
  void aGroundTrackIsHeldWithinAHundredthOfARevolutionADay(
      double meanMotion, double inclinationDegrees, boolean isHeld) {
    GroundTrack track = new GroundTrack(2, 1, 50, 60);
    assertEquals(isHeld, track.isOf(elements("", meanMotion, inclinationDegrees, 0)));
  }

  @Test
  void aSlashOutsideBracketsIsNoAugmentation() {
    assertEquals(Optional.empty(), Classifier.augmentation("WAAS/EGNOS"));
  }

  private static ElementSet elements(
      String name, double meanMotion, double inclinationDegrees, double eccentricity) {
    return TestElementSets.of(
        99_001, "", name, Instant.EPOCH, meanMotion, inclinationDegrees, eccentricity);
  }
}
