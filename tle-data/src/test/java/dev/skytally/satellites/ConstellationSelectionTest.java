package dev.skytally.satellites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.ElementSetProblem;
import dev.skytally.elements.Orbit;
import dev.skytally.elements.Snapshot;
import dev.skytally.elements.TestElementSets;
import dev.skytally.satellites.Exclusion.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConstellationSelectionTest {
  private static final LocalDate DATE = LocalDate.of(2020, 11, 25);
  private static final Instant NOON = Instant.parse("2020-11-25T12:00:00Z");

  private static final ElementSet G13 = gps(24876, "NAVSTAR 43 (USA 132)");
  private static final ElementSet G11_RESERVE = gps(25933, "NAVSTAR 46 (USA 145)");
  private static final ElementSet GPS_TEST_WITHOUT_PRN = gps(34661, "NAVSTAR 63 (USA 203)");
  private static final ElementSet C19 = bds(43001, "BEIDOU-3 M1");
  private static final ElementSet C20 = bds(43002, "BEIDOU-3 M2");
  private static final ElementSet C58_TEST = bds(40748, "BD-18");
  private static final ElementSet LAUNCHED_IN_2023 = bds(58654, "BEIDOU-3 M27");
  private static final ElementSet GALILEO =
      elements(37846, "GALILEO-PFM", NOON, 1.7047, 57, 0.0002);
  private static final ElementSet STATION = elements(25544, "ISS (ZARYA)", NOON, 15.49, 51.6, 0);
  private static final ElementSet EGNOS =
      elements(39617, "ASTRA 5B (EGNOS/PRN 123)", NOON, 1.00273, 0.07, 0);
  private static final ElementSet UNKNOWN_BDS = bds(99_001, "BEIDOU-3 M99 (C49)");

  @Test
  void onlyOperationalSatellitesOfGpsAndBeiDouUnlessSaidOtherwise() {
    Constellation constellation =
        select(at(DATE), C20, G13, C58_TEST, C19, G11_RESERVE, GPS_TEST_WITHOUT_PRN);
    assertEquals(List.of(GnssSystem.GPS, GnssSystem.BDS), constellation.systems());
    assertEquals(List.of("G13", "C19", "C20"), labels(constellation));
    assertEquals(
        List.of(
            new Exclusion(
                25933, "NAVSTAR 46 (USA 145)", Kind.STATUS, "status is reserve on 2020-11-25"),
            new Exclusion(
                34661,
                "NAVSTAR 63 (USA 203)",
                Kind.STATUS,
                "status is test without a PRN on 2020-11-25"),
            new Exclusion(40748, "BD-18", Kind.STATUS, "status is test on 2020-11-25")),
        toldOf(constellation));
  }

  @Test
  void membersCarryTheNameOfTheirElementSetAndTheRegistrysPrn() {
    Constellation.Member member = select(at(DATE), C19).members().get(0);
    assertEquals("BEIDOU-3 M1", member.satellite().name());
    assertEquals("C19", member.satellite().prn());
    assertEquals(C19, member.elementSet());
  }

  @Test
  void transmittingAddsTestSatellitesThatHaveAPrn() {
    assertEquals(
        List.of("G13", "C19", "C58"),
        labels(
            select(
                at(DATE).status(StatusFilter.TRANSMITTING),
                G13,
                C19,
                C58_TEST,
                G11_RESERVE,
                GPS_TEST_WITHOUT_PRN)));
  }

  /**
   * By the registry's own lines, C38, C39, C40, C45, C46, C59 and G04 are being commissioned; so is
   * 44506 of GPS, without a PRN.
   */
  @Test
  void transmittingAddsCommissioningSatellitesThatHaveAPrn() {
    ConstellationSelection then = ConstellationSelection.on(LocalDate.of(2019, 11, 4));
    assertEquals(
        Set.of(43683, 44204, 44337, 44542, 44543, 44709, 43873),
        difference(then, StatusFilter.OPERATIONAL_OR_TEST, StatusFilter.TRANSMITTING));
    assertEquals(
        Set.of(40549, 40748, 40749, 40938, 44231),
        difference(then, StatusFilter.OPERATIONAL, StatusFilter.OPERATIONAL_OR_TEST));
    assertEquals(
        List.of(
            new Exclusion(
                44506,
                "NAVSTAR 78",
                Kind.STATUS,
                "status is commissioning without a PRN on 2019-11-04")),
        toldOf(select(then.status(StatusFilter.TRANSMITTING), gps(44506, "NAVSTAR 78"))));
  }

  private static Set<Integer> difference(
      ConstellationSelection then, StatusFilter fewer, StatusFilter more) {
    Set<Integer> numbers =
        then.status(more).expected().stream()
            .map(Satellite::catalogNumber)
            .collect(Collectors.toSet());
    then.status(fewer).expected().forEach(one -> numbers.remove(one.catalogNumber()));
    return numbers;
  }

  @Test
  void allTakesEveryLaunchedSatelliteOfTheSystemsKnownOrNot() {
    Constellation constellation =
        select(
            at(DATE).status(StatusFilter.ALL),
            G13,
            G11_RESERVE,
            GPS_TEST_WITHOUT_PRN,
            UNKNOWN_BDS,
            LAUNCHED_IN_2023);
    assertEquals(List.of("G11", "G13", "34661", "C49"), labels(constellation));
    Satellite unknown = constellation.members(GnssSystem.BDS).get(0).satellite();
    assertFalse(unknown.inRegistry());
    assertEquals(SatelliteStatus.UNKNOWN, unknown.status());
    assertEquals(OrbitClass.MEO, unknown.orbitClass());
    assertEquals(
        List.of(
            new Exclusion(58654, "BEIDOU-3 M27", Kind.STATUS, "not yet launched on 2020-11-25")),
        toldOf(constellation));
  }

  @Test
  void aSatelliteThatTheRegistryDoesNotKnowIsLeftOutWithItsClassification() {
    Constellation constellation = select(at(DATE), C19, UNKNOWN_BDS, bds(99_002, ""));
    assertEquals(
        List.of(
            new Exclusion(
                99_001,
                "BEIDOU-3 M99 (C49)",
                Kind.STATUS,
                "not in the registry; classified as BDS MEO by its name and orbit; include it by"
                    + " its catalogue number"),
            new Exclusion(
                99_002,
                "",
                Kind.STATUS,
                "not in the registry; classified as BDS MEO by its orbit; include it by its"
                    + " catalogue number")),
        toldOf(constellation));
  }

  @Test
  void aPrnInANameGivesWayToTheRegistry() {
    Constellation constellation =
        select(at(DATE).status(StatusFilter.ALL), bds(99_001, "BEIDOU-3 M99 (C19)"));
    assertEquals(List.of("99001"), labels(constellation));
  }

  @Test
  void ofTwoUnknownSatellitesWithOnePrnTheSecondHasNone() {
    Constellation constellation =
        select(
            at(DATE).status(StatusFilter.ALL),
            bds(99_002, "BEIDOU-3 M98 (C49)"),
            bds(99_001, "BEIDOU-3 M99 (C49)"));
    assertEquals(List.of("C49", "99002"), labels(constellation));
  }

  @Test
  void satellitesAreIncludedByPrnOrCatalogueNumberWhateverTheirStatus() {
    assertEquals(
        List.of("G11", "C49", "C58"),
        labels(
            select(
                at(DATE).including(List.of("c58", "G11", " 99001 ")),
                C58_TEST,
                G11_RESERVE,
                UNKNOWN_BDS)));
  }

  @Test
  void satellitesAreExcludedByPrnOrCatalogueNumber() {
    Constellation constellation =
        select(at(DATE).excluding(List.of("C19", "24876", "E11")), G13, C19, C20, GALILEO);
    assertEquals(List.of("C20"), labels(constellation));
    assertTrue(
        constellation
            .excluded()
            .contains(new Exclusion(43001, "BEIDOU-3 M1", Kind.AS_ASKED, "excluded as asked")));
  }

  @Test
  void whatIsIncludedOrExcludedAddsUp() {
    ConstellationSelection both =
        at(DATE).excluding(List.of("C19")).excluding(List.of("C20")).including(List.of("G13"));
    assertEquals(both.excluded, at(DATE).excluding(List.of("C19", "C20")).excluded);
    assertEquals(Set.of("G13", "G14"), both.including(List.of("G14")).included);
  }

  @Test
  void aNameThatMatchesNothingIsRefusedWithTheReason() {
    assertRefused(
        "C20 is satellite 43002 on 2020-11-25, which is not in the snapshot test",
        at(DATE).including(List.of("C20")));
    assertRefused(
        "no satellite holds the PRN C49 on 2020-11-25", at(DATE).excluding(List.of("C49")));
    assertRefused(
        "43002, a satellite of BDS, is not in the snapshot test",
        at(DATE).including(List.of("43002")));
    assertRefused("99999 is not in the snapshot test", at(DATE).excluding(List.of("99999")));
    assertRefused(
        "19 is not in the snapshot test; did you mean C19?", at(DATE).including(List.of("19")));
    assertRefused(
        "25544 is not known as a satellite of the six navigation systems",
        at(DATE).including(List.of("25544")));
    assertRefused(
        "E11 is a satellite of GAL, which is not among the systems asked for (GPS, BDS)",
        at(DATE).including(List.of("E11")));
    assertRefused(
        "43001 is both included and excluded",
        at(DATE).including(List.of("C19")).excluding(List.of("43001")));
  }

  @Test
  void whatIsNeitherPrnNorCatalogueNumberIsRefusedAtOnce() {
    for (String wrong : List.of("", "C", "X19", "C123", "C1A", "12345678901", "-5", "BDS")) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> at(DATE).including(List.of(wrong)))
              .getMessage();
      assertEquals(
          "\"" + wrong + "\" is neither a PRN such as C19 nor a catalogue number such as 45807",
          message);
    }
  }

  @Test
  void systemsNotAskedForAreToldInOneLineEach() {
    Constellation constellation =
        select(at(DATE).systems(List.of(GnssSystem.GAL)), G13, C19, C20, GALILEO, UNKNOWN_BDS);
    assertEquals(List.of("E11"), labels(constellation));
    assertEquals(
        List.of(
            new Exclusion(
                0, "", Kind.SYSTEM_NOT_ASKED, "1 satellite of GPS: the system was not asked for"),
            new Exclusion(
                0, "", Kind.SYSTEM_NOT_ASKED, "3 satellites of BDS: the system was not asked for")),
        toldOf(constellation));
  }

  @Test
  void systemsKeepTheOrderAskedFor() {
    Constellation constellation =
        select(at(DATE).systems(List.of(GnssSystem.BDS, GnssSystem.GPS)), G13, C19);
    assertEquals(List.of("C19", "G13"), labels(constellation));
  }

  @Test
  void aWholeCatalogueIsToldInOneLineButAugmentationPayloadsByName() {
    List<ElementSet> catalogue = new ArrayList<>(List.of(C19, EGNOS, STATION));
    for (int i = 0; i < 29_999; i++) {
      catalogue.add(elements(100_001 + i, "STARLINK-" + i, NOON, 15.06, 53, 0.0001));
    }
    Constellation constellation = select(at(DATE), catalogue.toArray(ElementSet[]::new));
    assertEquals(
        List.of(
            new Exclusion(
                39617,
                "ASTRA 5B (EGNOS/PRN 123)",
                Kind.OTHER_OBJECT,
                "carries a payload of EGNOS, is no satellite of the six navigation systems"),
            new Exclusion(
                0,
                "",
                Kind.OTHER_OBJECT,
                "30,000 objects are not satellites of the six navigation systems")),
        toldOf(constellation));
  }

  @Test
  void orbitsWithoutANameAreExcludedByTheirPrnAndThoseOfSbasAsSuch() {
    LocalDate day = LocalDate.of(2019, 11, 29);
    Orbit orbit = BundledSnapshots.load(LocalDate.of(2020, 12, 1)).elementSets().get(0);
    List<Exclusion> excluded =
        ConstellationSelection.on(day).from("file", Map.of("C40", orbit, "S24", orbit)).excluded();
    assertTrue(
        excluded.stream()
            .anyMatch(of -> of.name().equals("C40") && of.reason().startsWith("status is ")),
        excluded.toString());
    Exclusion sbas =
        excluded.stream().filter(of -> of.name().equals("S24")).findFirst().orElseThrow();
    assertEquals("an augmentation satellite (SBAS), and SBAS is not counted", sbas.reason());
    assertTrue(sbas.isOther());
  }

  @Test
  void aNavigationNameInAStrangeOrbitIsToldByItself() {
    Constellation constellation =
        select(at(DATE), C19, elements(99_003, "IRNSS-1H", NOON, 3.85, 19, 0.64));
    assertEquals(
        List.of(
            new Exclusion(
                99_003,
                "IRNSS-1H",
                Kind.UNIDENTIFIED,
                "named like a satellite of NAVIC, but 3.85 revolutions a day with eccentricity"
                    + " 0.640 is no orbit of a navigation satellite")),
        toldOf(constellation));
  }

  @Test
  void aNamelessSatelliteInAnOrbitOfNavigationSatellitesIsToldByItself() {
    Constellation constellation =
        select(at(DATE), C19, elements(100_270, "OBJECT A", NOON, 1.0027, 40, 0.075));
    assertEquals(
        List.of(
            new Exclusion(
                100_270,
                "OBJECT A",
                Kind.UNIDENTIFIED,
                "has an orbit of navigation satellites (IGSO), but neither the registry nor its name"
                    + " gives a system; to count it, name its system in a list of satellites")),
        toldOf(constellation));
  }

  @Test
  void theElementSetNearestInTimeIsTakenAndTheOthersAreCounted() {
    ElementSet before = bds(43001, "BEFORE", NOON.minus(Duration.ofDays(3)));
    ElementSet near = bds(43001, "NEAR", NOON.plus(Duration.ofDays(1)));
    ElementSet asNear = bds(43001, "AS NEAR", NOON.minus(Duration.ofDays(1)));
    for (Snapshot snapshot :
        List.of(snapshot(before, near, asNear), snapshot(asNear, near, before))) {
      Constellation constellation = at(DATE).from(snapshot, NOON);
      assertEquals("NEAR", constellation.members().get(0).satellite().name());
      assertEquals(
          List.of(
              new Exclusion(
                  0,
                  "",
                  Kind.SUPERSEDED,
                  "2 element sets: others of the same objects are nearer in time")),
          toldOf(constellation));
    }
  }

  @Test
  void anUnknownNumberWithAKnownDesignatorIsThatSatellite() {
    ElementSet analyst = designated(799_000, "2017-069A");
    Constellation constellation = select(at(DATE), analyst);
    assertEquals(List.of("C19"), labels(constellation));
    assertEquals(799_000, constellation.members().get(0).satellite().catalogNumber());

    Constellation both = select(at(DATE), analyst, C19, designated(799_001, "2017-069A"));
    assertEquals(43001, both.members().get(0).satellite().catalogNumber());
    assertEquals(1, both.members().size());
    assertEquals(
        "its international designator is that of 43001, which is also in the snapshot",
        toldOf(both).get(0).reason());
    assertEquals(2, toldOf(both).size());
  }

  @Test
  void problemsOfTheSnapshotComeFirst() {
    Snapshot snapshot =
        new Snapshot(
            "test",
            "made up",
            List.of(C19, G11_RESERVE),
            List.of(new ElementSetProblem(43002, "BEIDOU-3 M2", "a.tle, line 5: broken")));
    assertEquals(
        List.of(43002, 25933),
        toldOf(at(DATE).from(snapshot, NOON)).stream().map(Exclusion::catalogNumber).toList());
  }

  @Test
  void aListSelectsExactlyItsSatellitesWhateverTheirStatus() {
    Constellation constellation =
        select(
            at(DATE)
                .only(
                    List.of(
                        new SatelliteList.Entry(GnssSystem.BDS, 40748),
                        new SatelliteList.Entry(GnssSystem.BDS, 58654),
                        new SatelliteList.Entry(GnssSystem.GAL, 37846))),
            G13,
            C19,
            C58_TEST,
            LAUNCHED_IN_2023,
            GALILEO);
    assertEquals(List.of(GnssSystem.BDS, GnssSystem.GAL), constellation.systems());
    assertEquals(List.of("C58", "58654", "E11"), labels(constellation));
    assertEquals(
        List.of(
            new Exclusion(
                43001, "BEIDOU-3 M1", Kind.AS_ASKED, "not in the list of satellites asked for"),
            new Exclusion(
                0, "", Kind.SYSTEM_NOT_ASKED, "1 satellite of GPS: the system was not asked for")),
        toldOf(constellation));
  }

  @Test
  void aListMayTellTheSystemOfAnUnknownGeosynchronousSatellite() {
    Constellation constellation =
        select(
            at(DATE).only(List.of(new SatelliteList.Entry(GnssSystem.QZS, 100_270))),
            elements(100_270, "", NOON, 1.0027, 40, 0.075));
    Satellite satellite = constellation.members().get(0).satellite();
    assertEquals(GnssSystem.QZS, satellite.system());
    assertEquals(OrbitClass.IGSO, satellite.orbitClass());
  }

  @Test
  void aListThatCannotBeFollowedIsRefusedNamingEverySatellite() {
    assertRefused(
        "the list of satellites is wrong: BDS 25544 (not a navigation satellite by its"
            + " orbit), BDS 43002 (not in the snapshot test), GPS 43001 (is of BDS)",
        at(DATE)
            .only(
                List.of(
                    new SatelliteList.Entry(GnssSystem.BDS, 43002),
                    new SatelliteList.Entry(GnssSystem.BDS, 25544),
                    new SatelliteList.Entry(GnssSystem.GPS, 43001))));
    assertRefused(
        "the list of satellites is wrong: GAL 37846 (its system was not asked for)",
        at(DATE)
            .systems(List.of(GnssSystem.BDS))
            .only(List.of(new SatelliteList.Entry(GnssSystem.GAL, 37846))));
    assertThrows(IllegalArgumentException.class, () -> at(DATE).only(List.of()));
    assertThrows(IllegalArgumentException.class, () -> at(DATE).systems(List.of()));
  }

  @Test
  void whatTheRegistryDoesNotCoverIsAssumedAndTold() {
    assertTrue(at(LocalDate.of(2018, 1, 1)).assumption().isEmpty());
    assertTrue(at(LocalDate.of(2026, 10, 6)).assumption().isEmpty());
    assertTrue(
        at(LocalDate.of(2017, 12, 31))
            .assumption()
            .orElseThrow()
            .startsWith("the registry of satellites begins on 2018-01-01; for 2017-12-31 it"));
    assertEquals(
        "the registry of satellites ends on 2026-10-06; PRN and status are assumed to be the same"
            + " on 2026-10-07",
        at(LocalDate.of(2026, 10, 7)).assumption().orElseThrow());
  }

  @Test
  void aListNeedsNoAssumption() {
    LocalDate after = LocalDate.of(2026, 10, 7);
    assertTrue(select(at(after), C19).assumption().isPresent());
    assertTrue(
        select(at(after).only(List.of(new SatelliteList.Entry(GnssSystem.BDS, 43001))), C19)
            .assumption()
            .isEmpty());
  }

  @Test
  void beforeTheRegistryBeginsAStatusItDoesNotTellIsNoReasonToClaimALaunch() {
    LocalDate early = LocalDate.of(2012, 1, 1);
    assertEquals(
        "the registry begins on 2018-01-01 and does not know its status on 2012-01-01",
        select(at(early), C58_TEST).excluded().get(0).reason());
    assertEquals(List.of("40748"), labels(select(at(early).status(StatusFilter.ALL), C58_TEST)));
  }

  @Test
  void agesAreMediansOfTheMembers() {
    Constellation constellation =
        select(
            at(DATE),
            bds(43001, "", NOON.minus(Duration.ofDays(40))),
            bds(43002, "", NOON.plus(Duration.ofDays(2))),
            bds(43107, "", NOON.minus(Duration.ofHours(12))));
    assertEquals(Optional.of(NOON.minus(Duration.ofHours(12))), constellation.medianEpoch());
    assertEquals(2.0, constellation.medianAgeDays(NOON).orElseThrow());
    assertEquals(
        List.of(43001),
        constellation.membersOlderThanDays(30, NOON).stream()
            .map(m -> m.satellite().catalogNumber())
            .toList());
    assertTrue(select(at(DATE), STATION).medianAgeDays(NOON).isEmpty());
    assertTrue(select(at(DATE), STATION).medianEpoch().isEmpty());
  }

  @Test
  void whoIsInServiceButNotInTheSnapshotIsToldByName() {
    Constellation constellation = select(at(DATE), G13, C19, C58_TEST);
    // Both lists put together elsewhere: 30 GPS and 44 BeiDou satellites were operational.
    assertEquals(
        29 + 43,
        constellation.excluded().stream().filter(ConstellationSelectionTest::isMissing).count());
    Missing c20 = missing(constellation, 43002);
    assertEquals("C20 (43002), operational, does not count: no element set in test", c20.text());
    assertEquals(Missing.Reason.NOT_IN_SOURCE, c20.reason());
    assertTrue(constellation.excluded().contains(Exclusion.of(c20)));
    ConstellationSelection gpsAlone = at(DATE).systems(List.of(GnssSystem.GPS));
    assertEquals(
        29,
        select(gpsAlone, G13).excluded().stream()
            .filter(ConstellationSelectionTest::isMissing)
            .count());
  }

  @Test
  void aDamagedElementSetGivesWayToASoundOneOfTheSameDesignator() {
    ElementSetProblem broken = new ElementSetProblem(43001, "BEIDOU-3 M1", "line 5: broken");
    Snapshot snapshot =
        new Snapshot("test", "made up", List.of(designated(799_000, "2017-069A")), List.of(broken));
    assertEquals(List.of("C19"), labels(at(DATE).from(snapshot, NOON)));
  }

  @Test
  void aDamagedElementSetIsToldOnceAndAListSaysItselfWhoCounts() {
    ElementSetProblem broken = new ElementSetProblem(43002, "BEIDOU-3 M2", "line 5: broken");
    Snapshot snapshot = new Snapshot("test", "made up", List.of(C19), List.of(broken));
    assertEquals(
        List.of("line 5: broken"),
        at(DATE).from(snapshot, NOON).excluded().stream()
            .filter(exclusion -> exclusion.catalogNumber() == 43002)
            .map(Exclusion::reason)
            .toList());
    ConstellationSelection listed =
        at(DATE).only(List.of(new SatelliteList.Entry(GnssSystem.BDS, 43001)));
    assertEquals(
        List.of(),
        listed.from(snapshot, NOON).excluded().stream()
            .filter(ConstellationSelectionTest::isMissing)
            .toList());
    assertTrue(listed.from(snapshot, NOON).completeness().isComplete());
  }

  @Test
  void aSatelliteIsMissingWhereItsElementSetIsDamagedOrTooOld() {
    ElementSetProblem broken = new ElementSetProblem(43002, "BEIDOU-3 M2", "line 5: broken");
    ElementSetProblem brokenReserve = new ElementSetProblem(25933, "NAVSTAR 46", "line 8: broken");
    ElementSet old = gps(24876, "", NOON.minus(Duration.ofDays(200)));
    Snapshot snapshot =
        new Snapshot("test", "made up", List.of(old, C19), List.of(broken, brokenReserve));
    Constellation constellation = at(DATE).from(snapshot, NOON).withoutOlderThanDays(180, NOON);
    assertEquals(List.of("C19"), labels(constellation));
    assertEquals(Missing.Reason.DAMAGED, missing(constellation, 43002).reason());
    assertEquals("line 5: broken", missing(constellation, 43002).detail());
    assertEquals(
        "G13 (24876), operational, does not count: its element set is of 2020-05-09, 200.0 days from"
            + " the window's middle, more than 180",
        missing(constellation, 24876).text());
    assertTrue(
        constellation.missing().stream().noneMatch(m -> m.satellite().catalogNumber() == 25933));
    assertEquals(30 + 43, constellation.missing().size());
  }

  @Test
  void whoShouldCountIsWhatTheStatusAsksFor() {
    // The registry's own lines: C58 is in test and G11 in reserve, both with a PRN; 34661 is in
    // test
    // without one.
    for (StatusFilter status : StatusFilter.values()) {
      Set<Integer> missing =
          select(at(DATE).status(status), G13).missing().stream()
              .map(one -> one.satellite().catalogNumber())
              .collect(Collectors.toSet());
      assertTrue(missing.contains(43001));
      assertEquals(status != StatusFilter.OPERATIONAL, missing.contains(40748));
      assertEquals(status == StatusFilter.ALL, missing.contains(25933));
      assertEquals(status == StatusFilter.ALL, missing.contains(34661));
      assertFalse(missing.contains(58654), "launched in 2023");
      assertFalse(missing.contains(20302), "retired in 2001");
    }
  }

  @Test
  void whoIsExcludedByHandIsNotMissingBeItInTheSnapshotOrNot() {
    Constellation constellation = select(at(DATE).excluding(List.of("C20", "C19")), C19, G13);
    assertEquals(29 + 42, constellation.missing().size());
    assertRefused(
        "C58 is satellite 40748 on 2020-11-25, which is not in the snapshot test",
        at(DATE).excluding(List.of("C58")));
  }

  @Test
  void satellitesMissingForOneReasonMakeOneSentence() {
    ConstellationSelection qzss = at(DATE).systems(List.of(GnssSystem.QZS, GnssSystem.GPS));
    List<String> sentences =
        Missing.sentences(
            select(qzss, elements(37158, "QZS-1", NOON, 1.0027, 41, 0.075), G13).missing());
    assertEquals(2, sentences.size());
    assertEquals(
        "J02 (42738), J07 (42917), J03 (42965), operational, do not count: no element set in test",
        sentences.get(0));
  }

  private static boolean isMissing(Exclusion exclusion) {
    return exclusion.reason().equals("no element set in test");
  }

  private static Missing missing(Constellation constellation, int catalogNumber) {
    return constellation.missing().stream()
        .filter(missing -> missing.satellite().catalogNumber() == catalogNumber)
        .findFirst()
        .orElseThrow();
  }

  /** What is excluded but for those that the few element sets of a test lack. */
  private static List<Exclusion> toldOf(Constellation constellation) {
    return constellation.excluded().stream().filter(exclusion -> !isMissing(exclusion)).toList();
  }

  private static ConstellationSelection at(LocalDate date) {
    return ConstellationSelection.on(date);
  }

  private static Constellation select(ConstellationSelection selection, ElementSet... sets) {
    return selection.from(snapshot(sets), NOON);
  }

  private static Snapshot snapshot(ElementSet... sets) {
    return new Snapshot("test", "made up", List.of(sets), List.of());
  }

  private static void assertRefused(String message, ConstellationSelection selection) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class, () -> select(selection, G13, C19, GALILEO, STATION))
            .getMessage());
  }

  private static List<String> labels(Constellation constellation) {
    return constellation.members().stream().map(m -> m.satellite().label()).toList();
  }

  private static ElementSet gps(int catalogNumber, String name) {
    return gps(catalogNumber, name, NOON);
  }

  private static ElementSet gps(int catalogNumber, String name, Instant epoch) {
    return elements(catalogNumber, name, epoch, 2.0056, 55, 0.01);
  }

  private static ElementSet bds(int catalogNumber, String name) {
    return bds(catalogNumber, name, NOON);
  }

  private static ElementSet bds(int catalogNumber, String name, Instant epoch) {
    return elements(catalogNumber, name, epoch, 1.8623, 55, 0.001);
  }

  private static ElementSet designated(int catalogNumber, String designator) {
    return TestElementSets.of(catalogNumber, designator, "", NOON, 1.8623, 55, 0.001);
  }

  private static ElementSet elements(
      int catalogNumber,
      String name,
      Instant epoch,
      double meanMotion,
      double inclinationDegrees,
      double eccentricity) {
    return TestElementSets.of(
        catalogNumber, "", name, epoch, meanMotion, inclinationDegrees, eccentricity);
  }
}
