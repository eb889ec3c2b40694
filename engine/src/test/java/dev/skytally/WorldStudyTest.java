package dev.skytally;

import static dev.skytally.WorldDay.ALL_SYSTEMS;
import static dev.skytally.WorldDay.DAY;
import static dev.skytally.WorldDay.START;
import static dev.skytally.WorldDay.TWO_SYSTEMS;
import static dev.skytally.WorldDay.constellation;
import static dev.skytally.WorldDay.study;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.skytally.elements.ElementSet;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.input.TextFile;
import dev.skytally.orbit.OrbitFile;
import dev.skytally.orbit.OrbitSamples;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a world study tallies and rejects, and its satellites. */
class WorldStudyTest {
  private static final Set<GridFigure> ALL_FIGURES = EnumSet.allOf(GridFigure.class);

  /** Alone it may be counted in another way: of two systems by leads, and not by counts. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6})
  void aFigureIsTheSameAloneAndWithAllElse(int systems) {
    assertSameAloneAndWithAllElse(systems, 5, 60);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6})
  @Tag("exhaustive")
  void aFigureWithoutAMaskIsTheSameAloneAndWithAllElse(int systems) {
    assertSameAloneAndWithAllElse(systems, 0);
  }

  private static void assertSameAloneAndWithAllElse(int systems, double... masksDegrees) {
    Constellation constellation = constellation(Arrays.copyOf(GnssSystem.values(), systems));
    for (double maskDegrees : masksDegrees) {
      WorldStudy study =
          study(constellation, WorldGrid.nodes(5), maskDegrees)
              .tallying(ALL_FIGURES)
              .instants(7, 300);
      GridTally withAll = study.run().tally();
      for (GridFigure figure : GridFigure.values()) {
        Set<GridFigure> alone = EnumSet.of(figure);
        assertSame(withAll, study.tallying(alone).run().tally(), alone);
      }
    }
  }

  @Test
  void withoutSatellitesNothingIsInViewAndAllIsLevel() {
    Constellation nothing =
        new Constellation(List.of(GnssSystem.GPS, GnssSystem.BDS), List.of(), List.of());
    WorldStudy study = study(nothing, WorldGrid.cells(5), 5);
    for (Set<GridFigure> figures :
        List.of(Set.<GridFigure>of(), Set.of(GridFigure.LEADER), ALL_FIGURES)) {
      GridTally tally = study.tallying(figures).run().tally();
      assertEquals(1440, tally.instants(35));
      assertEquals(0, tally.mean(GnssSystem.BDS, 35, 71));
      if (figures.contains(GridFigure.LEADER)) {
        assertEquals(Optional.empty(), tally.leader(35, 71));
      }
      if (figures.contains(GridFigure.RANGE)) {
        assertEquals(0, tally.min(GnssSystem.BDS, 35, 71));
        assertEquals(0, tally.max(GnssSystem.BDS, 35, 71));
      }
    }
  }

  @Test
  void whereNoSatelliteFliesTheStudyIsOfNone() {
    Constellation falling = ReferenceData.anySystem(ReferenceData.decayedSatellite());
    WorldResult result =
        study(falling, WorldGrid.cells(5), 5)
            .over(Instant.parse("2020-11-30T00:00:00Z"), Duration.ofDays(4))
            .every(Duration.ofHours(1))
            .run();
    assertEquals(List.of(), result.constellation().members());
    assertEquals(0, result.tally().mean(GnssSystem.GPS, 20, 20));
  }

  @Test
  void aFigureThatWasNotTalliedIsNamed() {
    WorldStudy study = smallStudy().rows(0, 1).instants(0, 1);
    GridTally means = study.tallying(Set.of()).run().tally();
    assertIsMissing("LEADER", () -> means.leader(0, 0));
    assertIsMissing("LEADER", () -> means.shareAheadOfAll(GnssSystem.GPS, 0, 0));
    assertIsMissing("PAIRS", () -> means.shareAhead(GnssSystem.GPS, GnssSystem.BDS, 0, 0));
    assertIsMissing("RANGE", () -> means.max(GnssSystem.GPS, 0, 0));
    assertIsMissing("RANGE", () -> means.min(GnssSystem.GPS, 0, 0));
    assertIsMissing("AVAILABLE", () -> means.shareAtLeastFour(GnssSystem.GPS, 0, 0));
  }

  private static void assertIsMissing(String figure, Executable question) {
    assertEquals(
        figure + " was not tallied, only the mean: add it in WorldStudy.tallying",
        assertThrows(IllegalStateException.class, question).getMessage());
  }

  @Test
  void nobodyIsAheadOfItselfAndWhoIsAloneIsAheadOfAll() {
    GridTally six = smallStudy().rows(0, 1).run().tally();
    assertEquals(0, six.shareAhead(GnssSystem.GPS, GnssSystem.GPS, 0, 0));
    GridTally one = study(constellation(GnssSystem.GPS), WorldGrid.cells(5), 5).run().tally();
    assertEquals(1, one.shareAheadOfAll(GnssSystem.GPS, 0, 0));
    assertEquals(Optional.of(GnssSystem.GPS), one.leader(0, 0));
  }

  /** Whatever the mean is of. */
  @Test
  void aTallyOfMoreInstantsThanItsSumsHoldIsRefused() {
    GridTally tally = smallStudy().rows(0, 1).instants(0, 2).tallying(Set.of()).run().tally();
    double mean = tally.mean(GnssSystem.GPS, 0, 0);
    while (2 * tally.instants(0) <= WorldStudy.MOST_INSTANTS) {
      tally = tally.plus(tally);
      assertEquals(mean, tally.mean(GnssSystem.GPS, 0, 0));
    }
    GridTally most = tally;
    assertEquals(
        "33554432 instants are more than the 16909320 that a tally takes",
        assertThrows(IllegalArgumentException.class, () -> most.plus(most)).getMessage());
  }

  private static WorldStudy smallStudy() {
    return study(ALL_SYSTEMS, WorldGrid.cells(5), 10)
        .every(Duration.ofSeconds(400))
        .tallying(ALL_FIGURES);
  }

  @Test
  void threadsMakeNoDifference() {
    GridTally one = smallStudy().threads(1).run().tally();
    assertSame(one, smallStudy().threads(2).run().tally());
    assertSame(one, smallStudy().threads(7).run().tally());
  }

  private static void assertSame(GridTally expected, GridTally actual) {
    assertSame(expected, actual, ALL_FIGURES);
  }

  private static void assertSame(GridTally expected, GridTally actual, Set<GridFigure> figures) {
    assertEquals(expected.firstRow(), actual.firstRow());
    assertEquals(expected.endRow(), actual.endRow());
    int columns = expected.grid().columns();
    List<GnssSystem> systems = expected.systems();
    for (int row = expected.firstRow(); row < expected.endRow(); row++) {
      assertEquals(expected.instants(row), actual.instants(row));
      if (figures.contains(GridFigure.DILUTION)) {
        assertEquals(expected.dilutionTogether(row), actual.dilutionTogether(row));
        assertEquals(expected.dilution(systems.get(0), row), actual.dilution(systems.get(0), row));
      }
      for (int column = 0; column < columns; column++) {
        for (GnssSystem system : systems) {
          assertEquals(expected.mean(system, row, column), actual.mean(system, row, column));
          for (GridFigure figure : figures) {
            assertArrayEquals(
                values(figure, expected, system, row, column),
                values(figure, actual, system, row, column));
          }
        }
      }
    }
  }

  private static double[] values(
      GridFigure figure, GridTally tally, GnssSystem system, int row, int column) {
    return switch (figure) {
      case LEADER ->
          new double[] {
            tally.shareAheadOfAll(system, row, column),
            tally.leader(row, column).map(tally.systems()::indexOf).orElse(-1)
          };
      case PAIRS ->
          tally.systems().stream()
              .mapToDouble(other -> tally.shareAhead(system, other, row, column))
              .toArray();
      case RANGE -> new double[] {tally.min(system, row, column), tally.max(system, row, column)};
      case AVAILABLE -> new double[] {tally.shareAtLeastFour(system, row, column)};
      case DILUTION -> new double[0];
    };
  }

  @Test
  void aSatelliteThatDoesNotFlyIsLeftOutOfTheWholeStudy() {
    List<Member> members = new ArrayList<>(TWO_SYSTEMS.members());
    Member decaying = ReferenceData.anySystem(ReferenceData.decayedSatellite()).members().get(0);
    members.add(decaying);
    Constellation constellation = new Constellation(TWO_SYSTEMS.systems(), members, List.of());
    WorldStudy study =
        study(constellation, WorldGrid.cells(5), 5)
            .tallying(ALL_FIGURES)
            .over(Instant.parse("2020-11-30T00:00:00Z"), Duration.ofDays(4))
            .every(Duration.ofHours(1));
    WorldResult result = study.run();
    assertEquals(TWO_SYSTEMS.members(), result.constellation().members());
    assertEquals(99999, result.constellation().excluded().get(0).catalogNumber());
    WorldStudy without =
        study(TWO_SYSTEMS, WorldGrid.cells(5), 5)
            .tallying(ALL_FIGURES)
            .over(Instant.parse("2020-11-30T00:00:00Z"), Duration.ofDays(4))
            .every(Duration.ofHours(1));
    assertSame(without.run().tally(), result.tally());
  }

  /** By drag it comes down on 8 December. */
  private static Constellation withOneThatFalls() {
    List<Member> members = new ArrayList<>(TWO_SYSTEMS.members().subList(0, 5));
    ElementSet falling = ReferenceData.fallingSatellite(99901, 16.0, 0.003, 0);
    members.addAll(ReferenceData.anySystem(falling).members());
    return new Constellation(TWO_SYSTEMS.systems(), members, List.of());
  }

  @Test
  void aSatelliteThatFallsAfterTheWindowCountsHoweverLongTheStep() {
    WorldResult result =
        study(withOneThatFalls(), WorldGrid.cells(5), 5)
            .over(Instant.parse("2020-12-01T00:00:00Z"), DAY)
            .every(Duration.ofDays(14))
            .run();
    assertEquals(6, result.constellation().members().size());
  }

  @Test
  void positionsOfADayDoForAnyStepWithinTheDay() throws Exception {
    Map<String, ElementSet> byPrn =
        TWO_SYSTEMS.members().subList(0, 5).stream()
            .collect(toMap(member -> member.satellite().prn(), Member::elementSet));
    String day = OrbitSamples.sp3(byPrn, START, DAY, OrbitSamples::position);
    Constellation known =
        OrbitFile.read(TextFile.of("day.sp3", day), START, START)
            .select(ConstellationSelection.on(LocalDate.of(2020, 11, 25)));
    for (Duration step : List.of(Duration.ofHours(7), Duration.ofMinutes(61))) {
      WorldResult result = study(known, WorldGrid.cells(5), 5).every(step).run();
      assertEquals(5, result.constellation().members().size());
      assertEquals((1440 + step.toMinutes() - 1) / step.toMinutes(), result.tally().instants(0));
    }
  }

  @Test
  void whatCannotBeAskedIsRefused() {
    assertThrows(IllegalStateException.class, () -> WorldStudy.of(TWO_SYSTEMS).run());
    assertThrows(
        IllegalArgumentException.class,
        () -> smallStudy().over(START, Duration.ofDays(300)).every(Duration.ofMillis(1)).run());
    assertThrows(IllegalArgumentException.class, () -> smallStudy().instants(500, 501).run());
    assertThrows(
        IllegalArgumentException.class, () -> smallStudy().every(Duration.ofNanos(1_000_500)));
    assertThrows(
        IllegalArgumentException.class, () -> smallStudy().every(Duration.ofDays(1_000_000)));
    assertThrows(
        IllegalArgumentException.class,
        () -> smallStudy().over(Instant.parse("1950-01-01T00:00:00Z"), Duration.ofDays(1)));
    assertThrows(
        IllegalArgumentException.class, () -> smallStudy().over(START, Duration.ofDays(1_000_000)));
    assertThrows(IllegalArgumentException.class, () -> smallStudy().rows(0, 37));
    assertThrows(
        IllegalArgumentException.class,
        () -> smallStudy().above(ElevationMask.horizonOfDegrees(Map.of(0.0, 5.0, 90.0, 20.0))));
  }
}
