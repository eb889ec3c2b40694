package dev.skytally.internal.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.ReferenceData;
import dev.skytally.dop.PlainDilution;
import dev.skytally.elements.ElementSet;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.ephemeris.TimeGrid;
import dev.skytally.internal.visibility.UsableTimes;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.PositionSource;
import dev.skytally.orbit.PropagationException;
import dev.skytally.reference.PlainView;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.LookAngles;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dilution along a row is that of the full normal matrix, from the same positions. */
class RowDilutionContractTest {
  private static final long SPAN = ReferenceData.SNAPSHOT.toEpochDay() * 2;

  /** What the kernel promises below a PDOP of 16, as which it computes in doubles. */
  private static final double RELATIVE_TOLERANCE = 1e-4;

  private static final double PART = 1.0 / 4096;
  private static final double GOOD_PDOP = 3;

  private static final List<List<Integer>> OWN_CLOCKS = List.of(List.of(0), List.of(1), List.of(2));

  /**
   * A question.
   *
   * @param satellites the number of each system
   * @param clocks the systems of each clock
   */
  private record Question(
      WorldGrid row,
      double maskDegrees,
      int instants,
      long stepSeconds,
      double revolutionsPerDay,
      List<Integer> satellites,
      List<List<Integer>> clocks) {
    @Override
    public String toString() {
      return "%s columns of %s degrees, mask %s, %s instants, satellites %s, clocks %s"
          .formatted(
              row.columns(), row.resolutionDegrees(), maskDegrees, instants, satellites, clocks);
    }
  }

  static Stream<Question> questions() {
    return Stream.of(
        // Blocks of 30, 17, 8 and 2 columns; the grid has only a part of those at its ends.
        new Question(
            WorldGrid.cells(0.25).window(200, 1, 1430, 25),
            10,
            40,
            1000,
            2.0056,
            List.of(24, 30, 4),
            List.of(List.of(0, 2), List.of(1))),
        new Question(
            WorldGrid.cells(0.45).window(40, 1, 790, 30),
            5,
            300,
            143,
            2.0056,
            List.of(14, 12, 3),
            OWN_CLOCKS),
        new Question(
            WorldGrid.nodes(1).window(0, 1, 300, 20),
            5,
            33,
            1200,
            2.0056,
            List.of(24, 0, 20),
            List.of(List.of(0, 1, 2))),
        // Instants of just one lap, and more edges than fit at first.
        new Question(
            WorldGrid.cells(0.25).window(500, 1, 1438, 3),
            5,
            256,
            160,
            2.0056,
            List.of(90, 90),
            List.of(List.of(0), List.of(1))),
        new Question(
            WorldGrid.nodes(1).window(95, 1, 0, 36),
            30,
            40,
            1000,
            2.0056,
            List.of(30, 30),
            List.of(List.of(0), List.of(1))),
        new Question(
            WorldGrid.cells(4).window(10, 1, 85, 9),
            -5,
            20,
            2000,
            1.7,
            List.of(24),
            List.of(List.of(0))),
        // Satellites near the Earth.
        new Question(
            WorldGrid.cells(0.45).window(150, 1, 20, 34),
            5,
            20,
            2000,
            10,
            List.of(70, 50),
            List.of(List.of(0, 1))));
  }

  private static List<ElementSet> satellites(Question question, int system) {
    List<ElementSet> orbits = new ArrayList<>();
    int count = question.satellites.get(system);
    for (int k = 0; k < count; k++) {
      orbits.add(
          ReferenceData.elementSet(
              "",
              90_000 + 200 * system + k,
              question.revolutionsPerDay,
              0.01,
              55 + 4 * system,
              (40 + 100 * system + k % 6 * 60) % 360,
              270,
              (50 * system + k * 77.7) % 360));
    }
    return orbits;
  }

  private static EphemerisBlock block(List<ElementSet> orbits) throws PropagationException {
    EphemerisBlock block =
        new EphemerisBlock(TimeGrid.of(orbits), EarthOrientation.mean(), SPAN, orbits.size());
    for (int j = 0; j < orbits.size(); j++) {
      block.propagate(j, PositionSource.of(orbits.get(j)));
    }
    return block;
  }

  private static Tracks tracks(
      WorldGrid grid, EphemerisBlock block, long first, long stepMicros, int instants) {
    Tracks tracks = new Tracks(grid, block, first, stepMicros, instants, UsableTimes.ALWAYS, true);
    for (int j = 0; j < block.satellites(); j++) {
      tracks.sample(j);
    }
    return tracks;
  }

  @ParameterizedTest
  @MethodSource("questions")
  void dilutionIsThatOfTheFullNormalMatrix(Question question) throws PropagationException {
    WorldGrid grid = question.row;
    int systems = question.satellites.size();
    List<GnssSystem> names = List.of(GnssSystem.values()).subList(0, systems);
    List<ElementSet> orbits = new ArrayList<>();
    List<Integer> systemOfSatellite = new ArrayList<>();
    for (int system = 0; system < systems; system++) {
      for (ElementSet orbit : satellites(question, system)) {
        orbits.add(orbit);
        systemOfSatellite.add(system);
      }
    }
    EphemerisBlock block = block(orbits);
    int[] ofSatellite = systemOfSatellite.stream().mapToInt(system -> system).toArray();
    List<List<GnssSystem>> clocks =
        question.clocks.stream().map(clock -> clock.stream().map(names::get).toList()).toList();
    RowDilution kernel =
        new RowDilution(grid, Math.toRadians(question.maskDegrees), ofSatellite, names, clocks);
    GridSums all =
        new GridSums(
            grid,
            names,
            EnumSet.of(GridFigure.DILUTION),
            new DilutionSetting(clocks, GOOD_PDOP),
            0,
            1);
    GridSums sum = all.ofRows(0, 1);
    long first = block.startMicros(0) + 7;
    long stepMicros = question.stepSeconds * 1_000_000;
    List<PlainView> views =
        IntStream.range(0, grid.columns())
            .mapToObj(
                column ->
                    new PlainView(
                        grid.site(0, column), ElevationMask.ofDegrees(question.maskDegrees)))
            .toList();
    int compared = 0;
    for (int k = 0; k < question.instants; k++) {
      long instant = first + k * stepMicros;
      GridSums one = all.ofRows(0, 1);
      kernel.sweep(0, tracks(grid, block, instant, stepMicros, 1), one);
      double[][] states = new double[orbits.size()][6];
      for (int j = 0; j < states.length; j++) {
        block.stateAt(instant, j, states[j]);
      }
      for (int set = 0; set < RowDilution.sets(systems); set++) {
        List<List<Integer>> ofSet = set < systems ? List.of(List.of(set)) : question.clocks;
        List<Actual> actual = one.dilution(set, 0, Actual::of);
        for (int column = 0; column < grid.columns(); column++) {
          double[] expected = dilution(views.get(column), states, ofSatellite, ofSet);
          assertSame(
              expected,
              actual.get(column),
              "instant %s, set %s, column %s".formatted(k, set, column));
          compared += expected[1] < 16 ? 1 : 0;
        }
      }
      sum.add(one);
    }
    assertTrue(compared > question.instants * grid.columns() / 2, compared + " compared");
    kernel.sweep(0, tracks(grid, block, first, stepMicros, question.instants), all);
    assertSameDilution(sum, all, "instants together have the numbers of each alone");
    GridSums parts = all.ofRows(0, 1);
    int firstPart = question.instants * 9 / 10;
    kernel.sweep(0, tracks(grid, block, first, stepMicros, firstPart), parts);
    long next = first + firstPart * stepMicros;
    int rest = question.instants - firstPart;
    kernel.sweep(0, tracks(grid, block, next, stepMicros, rest), parts);
    assertSameDilution(sum, parts, "parts add up");
  }

  private static void assertSameDilution(GridSums expected, GridSums actual, String what) {
    for (int set = 0; set < RowDilution.sets(expected.systems().size()); set++) {
      assertArrayEquals(expected.dilution(set, 0), actual.dilution(set, 0), what);
    }
  }

  /** Tracks of the most instants have the numbers of their parts. */
  @Test
  void theMostInstantsAreSweptTogether() throws PropagationException {
    WorldGrid grid = WorldGrid.cells(2.5).window(20, 1, 60, 3);
    List<ElementSet> orbits = new ArrayList<>();
    for (int k = 0; k < 12; k++) {
      orbits.add(
          ReferenceData.elementSet("", 90_000 + k, 2.0056, 0.01, 55, 60 * k % 360, 270, 30 * k));
    }
    EphemerisBlock block = block(orbits);
    List<GnssSystem> one = List.of(GnssSystem.GPS);
    RowDilution kernel =
        new RowDilution(grid, Math.toRadians(5), new int[orbits.size()], one, List.of(one));
    GridSums all =
        new GridSums(
            grid,
            one,
            EnumSet.of(GridFigure.DILUTION),
            new DilutionSetting(List.of(one), GOOD_PDOP),
            0,
            1);
    GridSums sum = all.ofRows(0, 1);
    long first = block.startMicros(0);
    long step = 10_000_000;
    kernel.sweep(0, tracks(grid, block, first, step, RowDilution.MOST_INSTANTS), all);
    for (int from = 0; from < RowDilution.MOST_INSTANTS; from += 512) {
      kernel.sweep(0, tracks(grid, block, first + from * step, step, 512), sum);
    }
    assertSameDilution(sum, all, "all together");
  }

  private record Actual(int positions, int good, double pdop, double hdop, double vdop) {
    static Actual of(DilutionCells cells, int cell) {
      return new Actual(
          cells.positions(cell),
          cells.good(cell),
          cells.mean(cell, 0).orElse(Double.POSITIVE_INFINITY),
          cells.mean(cell, 1).orElse(Double.POSITIVE_INFINITY),
          cells.mean(cell, 2).orElse(Double.POSITIVE_INFINITY));
    }
  }

  /** The dilution from the satellites that are in view. */
  private static double[] dilution(
      PlainView view, double[][] states, int[] systemOfSatellite, List<List<Integer>> clocks) {
    List<List<LookAngles>> byClock = new ArrayList<>();
    for (List<Integer> clock : clocks) {
      List<LookAngles> ofClock = new ArrayList<>();
      for (int j = 0; j < states.length; j++) {
        double[] state = states[j];
        if (clock.contains(systemOfSatellite[j])
            && view.aboveMaskDegrees(state[0], state[1], state[2]) >= 0) {
          ofClock.add(view.lookAngles(state, 0));
        }
      }
      byClock.add(ofClock);
    }
    return PlainDilution.all(byClock);
  }

  private static void assertSame(double[] expected, Actual actual, String where) {
    boolean isPosition = expected[1] < Double.POSITIVE_INFINITY;
    assertEquals(isPosition ? 1 : 0, actual.positions, where);
    if (isPosition) {
      assertNear(expected[1], actual.pdop, where);
      assertNear(expected[2], actual.hdop, where);
      assertNear(expected[3], actual.vdop, where);
      assertEquals(actual.pdop <= GOOD_PDOP ? 1 : 0, actual.good, where);
    }
  }

  private static void assertNear(double expected, double actual, String where) {
    assertEquals(expected, actual, 0.5 * PART + RELATIVE_TOLERANCE * expected, where);
  }
}
