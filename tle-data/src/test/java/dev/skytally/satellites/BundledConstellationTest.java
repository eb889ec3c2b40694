package dev.skytally.satellites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BundledConstellationTest {
  private static final List<GnssSystem> ALL_SYSTEMS = List.of(GnssSystem.values());

  @ParameterizedTest
  @CsvSource({
    "2020-11-25, OPERATIONAL, operational_2020-11-25.csv, 44, 30",
    "2020-10-26, TRANSMITTING, transmitting_2020-10-26.csv, 49, 31",
  })
  void theSelectionIsTheListPutTogetherElsewhere(
      LocalDate date, StatusFilter status, String list, int beiDou, int gps) throws IOException {
    Snapshot snapshot = BundledSnapshots.load(LocalDate.of(2020, 12, 1));
    Constellation constellation =
        ConstellationSelection.on(date).status(status).from(snapshot, noon(date));
    assertEquals(beiDou, constellation.members(GnssSystem.BDS).size());
    assertEquals(gps, constellation.members(GnssSystem.GPS).size());
    List<SatelliteList.Entry> listed = listed(list);
    assertEquals(Set.copyOf(listed), entries(constellation));

    Constellation byList = ConstellationSelection.on(date).only(listed).from(snapshot, noon(date));
    assertEquals(constellation.members(), byList.members());
  }

  @ParameterizedTest
  @MethodSource("dates")
  void everySatelliteIsInTheRegistryOrCarriesAnAugmentationPayload(LocalDate date) {
    List<String> unknown = new ArrayList<>();
    for (ElementSet elements : BundledSnapshots.load(date).elementSets()) {
      boolean known = SatelliteRegistry.bundled().find(elements.catalogNumber(), "").isPresent();
      assertEquals(
          !known, Classifier.augmentation(elements.name()).isPresent(), elements.toString());
      if (!known) {
        unknown.add(elements.name());
      }
    }
    assertEquals(date.equals(LocalDate.of(2026, 10, 6)) ? 13 : 0, unknown.size());
  }

  @ParameterizedTest
  @MethodSource("dates")
  void everyElementSetIsAMemberOrExcludedOnce(LocalDate date) {
    Snapshot snapshot = BundledSnapshots.load(date);
    for (StatusFilter status : StatusFilter.values()) {
      Constellation constellation =
          ConstellationSelection.on(date)
              .systems(ALL_SYSTEMS)
              .status(status)
              .from(snapshot, noon(date));
      Set<Integer> told = new HashSet<>();
      for (Constellation.Member member : constellation.members()) {
        assertTrue(told.add(member.satellite().catalogNumber()));
      }
      for (Exclusion exclusion : constellation.excluded()) {
        if (!exclusion.reason().startsWith("no element set in ")) {
          assertTrue(told.add(exclusion.catalogNumber()), exclusion.toString());
        }
      }
      assertEquals(
          snapshot.elementSets().stream()
              .map(ElementSet::catalogNumber)
              .collect(Collectors.toSet()),
          told);
    }
  }

  /** J04, since March 2022 in service, was not among the satellites of Stellarium's plugin. */
  @ParameterizedTest
  @MethodSource("dates")
  void allThatAreInServiceHaveElementSetsButOne(LocalDate date) {
    Snapshot snapshot = BundledSnapshots.load(date);
    ConstellationSelection everything = ConstellationSelection.on(date).systems(ALL_SYSTEMS);
    assertEquals(
        date.equals(LocalDate.of(2022, 6, 16)) ? List.of("J04") : List.of(),
        everything.from(snapshot, noon(date)).missing().stream()
            .map(missing -> missing.satellite().prn())
            .toList());
  }

  @ParameterizedTest
  @MethodSource("dates")
  void gpsAndBeiDouAreCompleteUntilAnyOneSatelliteIsTakenOut(LocalDate date) {
    Snapshot snapshot = BundledSnapshots.load(date);
    ConstellationSelection both = ConstellationSelection.on(date);
    Constellation constellation = both.from(snapshot, noon(date));
    assertTrue(constellation.completeness().isComplete());
    for (Constellation.Member member : constellation.members()) {
      List<ElementSet> others = new ArrayList<>(snapshot.elementSets());
      others.remove(member.elementSet());
      Constellation without =
          both.from(new Snapshot("cut.tle", "test", others, snapshot.problems()), noon(date));
      assertFalse(without.completeness().isComplete());
      Satellite satellite = member.satellite();
      assertEquals(
          List.of(
              "%s (%s), operational, does not count: no element set in cut.tle"
                  .formatted(satellite.prn(), satellite.catalogNumber())),
          Missing.sentences(without.missing()));
    }
  }

  /**
   * If the registry did not know them, name and orbit would tell the same. Two Galileo satellites
   * on their way to their orbits, in the snapshot of 2024, had no name yet.
   */
  @ParameterizedTest
  @MethodSource("dates")
  void theClassifierAgreesWithTheRegistry(LocalDate date) {
    List<String> unlike = new ArrayList<>();
    for (ElementSet elements : BundledSnapshots.load(date).elementSets()) {
      Optional<DatedSatellite> known =
          SatelliteRegistry.bundled().find(elements.catalogNumber(), "");
      if (known.isEmpty()) {
        continue;
      }
      Optional<GnssSystem> system =
          Classifier.systemByName(elements.name()).or(() -> Classifier.systemByOrbit(elements));
      if (!system.equals(Optional.of(known.get().system()))
          || !Classifier.orbitClass(elements).equals(Optional.of(known.get().orbitClass()))) {
        unlike.add(elements.name());
        assertTrue(Classifier.isNamelessCandidate(elements), elements.toString());
      }
    }
    assertEquals(
        date.equals(LocalDate.of(2024, 9, 22)) ? List.of("2024-167A", "2024-167B") : List.of(),
        unlike);
  }

  @Test
  void theConstellationsAgeIsThatOfItsElementSets() {
    LocalDate date = LocalDate.of(2020, 12, 1);
    Constellation constellation =
        ConstellationSelection.on(date).from(BundledSnapshots.load(date), noon(date));
    assertTrue(constellation.medianAgeDays(noon(date)).orElseThrow() < 2);
    assertEquals(
        constellation.members(), constellation.membersOlderThanDays(30, noon(date.plusDays(60))));
    assertEquals(List.of(), constellation.membersOlderThanDays(30, noon(date)));
  }

  static List<LocalDate> dates() {
    return BundledSnapshots.dates();
  }

  private static List<SatelliteList.Entry> listed(String name) throws IOException {
    return SatelliteList.read(
        TextFile.read(name, BundledConstellationTest.class.getResourceAsStream(name)));
  }

  private static Set<SatelliteList.Entry> entries(Constellation constellation) {
    return constellation.members().stream()
        .map(m -> new SatelliteList.Entry(m.satellite().system(), m.satellite().catalogNumber()))
        .collect(Collectors.toSet());
  }

  private static Instant noon(LocalDate date) {
    return date.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }
}
