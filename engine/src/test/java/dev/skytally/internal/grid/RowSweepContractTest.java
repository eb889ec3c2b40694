package dev.skytally.internal.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.ReferenceData;
import dev.skytally.elements.ElementSet;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.internal.answer.AnswerInput;
import dev.skytally.internal.answer.AnswerOutput;
import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.ephemeris.TimeGrid;
import dev.skytally.internal.visibility.UsableTimes;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.PositionSource;
import dev.skytally.orbit.PropagationException;
import dev.skytally.reference.CountBounds;
import dev.skytally.reference.EarthFixedPositions;
import dev.skytally.reference.PlainCounts;
import dev.skytally.reference.PlainView;
import dev.skytally.reference.SampledSatellites;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The row sweep adds up what the plain way counts, from the same positions. */
class RowSweepContractTest {
  private static final long SPAN = ReferenceData.SNAPSHOT.toEpochDay() * 2;

  /** 129 of these are most of half a day. */
  private static final long STEP_MICROS = 299_999_993;

  /** The stretch of columns is within 3e-8 radians, two millionths of a degree. */
  private static final double NEAR_THE_MASK_DEGREES = 3e-6;

  private static final WorldGrid OVER_THE_ANTIMERIDIAN =
      WorldGrid.nodes(5).within(170, -90, -170, 90);

  private static final WorldGrid ONE_COLUMN = WorldGrid.cells(4).within(176, -90, 180, 90);

  private static final DilutionSetting SETTING = new DilutionSetting(List.of(), 6);

  private static final Set<GridFigure> ALL = EnumSet.complementOf(EnumSet.of(GridFigure.DILUTION));
  private static final Set<GridFigure> LEADER = EnumSet.of(GridFigure.LEADER);
  private static final Set<GridFigure> PAIRS = EnumSet.of(GridFigure.PAIRS);
  private static final Set<GridFigure> MEAN = EnumSet.noneOf(GridFigure.class);

  /**
   * A question.
   *
   * @param satellites the number of each system
   */
  private record Question(
      WorldGrid grid,
      double maskDegrees,
      int instants,
      Set<GridFigure> figures,
      List<Integer> satellites) {
    @Override
    public String toString() {
      return "%s rows, %s columns, mask %s, %s instants, %s, satellites %s"
          .formatted(grid.rows(), grid.columns(), maskDegrees, instants, figures, satellites);
    }
  }

  static Stream<Question> questions() {
    return Stream.of(
        new Question(OVER_THE_ANTIMERIDIAN, 5, 129, ALL, List.of(0)),
        new Question(OVER_THE_ANTIMERIDIAN, 5, 129, ALL, List.of(0, 0)),
        new Question(OVER_THE_ANTIMERIDIAN, 5, 129, LEADER, List.of(1, 0)),
        new Question(OVER_THE_ANTIMERIDIAN, -5, 129, ALL, List.of(1)),
        new Question(OVER_THE_ANTIMERIDIAN, 0, 129, ALL, List.of(127, 127)),
        new Question(OVER_THE_ANTIMERIDIAN, 5, 129, LEADER, List.of(127, 127)),
        new Question(OVER_THE_ANTIMERIDIAN, 5, 3, ALL, List.of(127, 127)),
        new Question(OVER_THE_ANTIMERIDIAN, 30, 127, LEADER, List.of(0, 127)),
        new Question(OVER_THE_ANTIMERIDIAN, 5, 129, ALL, List.of(127, 1, 0)),
        new Question(OVER_THE_ANTIMERIDIAN, 5, 40, LEADER, List.of(20, 20, 20)),
        new Question(OVER_THE_ANTIMERIDIAN, 5, 40, PAIRS, List.of(20, 20, 20)),
        new Question(ONE_COLUMN, 0, 1, ALL, List.of(5, 7, 3)),
        new Question(ONE_COLUMN, 60, 128, ALL, List.of(31, 33)),
        new Question(ONE_COLUMN, 89, 129, ALL, List.of(60, 60, 7)),
        new Question(ONE_COLUMN, -5, 129, MEAN, List.of(127)),
        new Question(WorldGrid.nodes(5), 5, 3, ALL, List.of(24, 30, 24, 24, 4, 7)),
        new Question(WorldGrid.cells(5).atHeight(9_000), -5, 3, LEADER, List.of(24, 30)),
        new Question(WorldGrid.nodes(5), 60, 5, LEADER, List.of(24, 30)));
  }

  /**
   * Satellites at all inclinations. The longer the list the closer they follow each other, so that
   * all 127 are in view together.
   */
  private static List<ElementSet> satellites(int system, int count) {
    List<ElementSet> orbits = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      double apartDegrees = count > 100 ? 0.1 : 360.0 / count;
      orbits.add(
          ReferenceData.elementSet(
              "",
              90_000 + 200 * system + k,
              2.0056,
              0.01,
              count > 100 ? 55 : 180.0 * k / count,
              (40 + 100 * system) % 360,
              270,
              (50 * system + k * apartDegrees) % 360));
    }
    return orbits;
  }

  @ParameterizedTest
  @MethodSource("questions")
  void figuresAreThoseOfThePlainCount(Question question) throws PropagationException, IOException {
    List<ElementSet> orbits = new ArrayList<>();
    List<Integer> systemOfSatellite = new ArrayList<>();
    int systems = question.satellites.size();
    for (int system = 0; system < systems; system++) {
      for (ElementSet orbit : satellites(system, question.satellites.get(system))) {
        orbits.add(orbit);
        systemOfSatellite.add(system);
      }
    }
    int[] ofSatellite = systemOfSatellite.stream().mapToInt(system -> system).toArray();
    EphemerisBlock block =
        new EphemerisBlock(TimeGrid.of(orbits), EarthOrientation.mean(), SPAN, orbits.size());
    long first = block.startMicros(0) + 7;
    UsableTimes usable = everyFourthOutOfService(orbits.size(), first, question.instants);
    Tracks tracks =
        new Tracks(question.grid, block, first, STEP_MICROS, question.instants, usable, false);
    List<double[]> positions = new ArrayList<>();
    for (int j = 0; j < orbits.size(); j++) {
      block.propagate(j, PositionSource.of(orbits.get(j)));
      tracks.sample(j);
      positions.add(positions(block, j, first, question.instants, usable));
    }
    SampledSatellites satellites =
        new SampledSatellites(positions, ofSatellite, systems, question.instants);
    RowSweep sweep =
        new RowSweep(question.grid, Math.toRadians(question.maskDegrees), ofSatellite, systems);
    List<GnssSystem> names = List.of(GnssSystem.values()).subList(0, systems);
    GridSums sums =
        new GridSums(question.grid, names, question.figures, SETTING, 0, question.grid.rows());
    for (int row = 0; row < question.grid.rows(); row++) {
      sweep.sweep(row, tracks, sums);
      assertEquals(question.instants, sums.instants(row));
      for (int column = 0; column < question.grid.columns(); column++) {
        PlainView view =
            new PlainView(
                question.grid.site(row, column), ElevationMask.ofDegrees(question.maskDegrees));
        new Cell(sums, row, column, satellites.inView(view, NEAR_THE_MASK_DEGREES)).check();
      }
    }
  }

  /** Every fourth satellite is out of service from a quarter to half of the instants. */
  private static UsableTimes everyFourthOutOfService(int satellites, long first, int instants)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    AnswerOutput out = new AnswerOutput(bytes, "times");
    out.number(satellites);
    long[] outage = {first + instants / 4 * STEP_MICROS, first + (instants + 1) / 2 * STEP_MICROS};
    for (int j = 0; j < satellites; j++) {
      out.numbers(j % 4 == 1 ? outage : new long[0]);
    }
    out.finish();
    return AnswerInput.read(
        new ByteArrayInputStream(bytes.toByteArray()), "times", UsableTimes::read);
  }

  /** The positions of a satellite; the Earth's centre, where nobody sees it, out of service. */
  private static double[] positions(
      EphemerisBlock block, int satellite, long first, int instants, UsableTimes usable) {
    double[] positions = new double[instants * EarthFixedPositions.SIZE];
    double[] state = new double[6];
    for (int k = 0; k < instants; k++) {
      long utcMicros = first + k * STEP_MICROS;
      if (usable.isOut(satellite, utcMicros)) {
        continue;
      }
      block.stateAt(utcMicros, satellite, state);
      System.arraycopy(state, 0, positions, k * EarthFixedPositions.SIZE, EarthFixedPositions.SIZE);
    }
    return positions;
  }

  /** A cell's sums, and the plain counts below and above which they may not be. */
  private record Cell(GridSums sums, int row, int column, CountBounds bounds) {
    void check() {
      PlainCounts surely = bounds.surely();
      PlainCounts perhaps = bounds.perhaps();
      int systems = sums.systems().size();
      double instants = sums.instants(row);
      for (int i = 0; i < systems; i++) {
        require(
            "sum",
            surely.mean(i) * instants,
            sums.countSums(i, row)[column],
            perhaps.mean(i) * instants);
        if (sums.figures().contains(GridFigure.RANGE)) {
          require("max", surely.max(i), sums.greatestCounts(i, row)[column], perhaps.max(i));
          require("min", surely.min(i), sums.leastCounts(i, row)[column], perhaps.min(i));
        }
        if (sums.figures().contains(GridFigure.AVAILABLE)) {
          require(
              "with four",
              surely.shareAtLeastFour(i) * instants,
              sums.enoughInstants(i, row)[column],
              perhaps.shareAtLeastFour(i) * instants);
        }
        if (sums.hasAheadOfAll()) {
          require(
              "ahead of all",
              surely.shareAheadOfAll(i, perhaps) * instants,
              sums.aheadOfAllInstants(i, row)[column],
              perhaps.shareAheadOfAll(i, surely) * instants);
        }
        for (int other = 0; other < systems; other++) {
          if (other != i && sums.hasPairs()) {
            require(
                "ahead",
                surely.shareAhead(i, other, perhaps) * instants,
                sums.aheadInstants(i, other, row)[column],
                perhaps.shareAhead(i, other, surely) * instants);
          }
        }
      }
    }

    private void require(String figure, double least, int actual, double most) {
      assertTrue(
          actual >= Math.round(least) && actual <= Math.round(most),
          () ->
              "row %s, column %s, %s: %s is not %s to %s"
                  .formatted(row, column, figure, actual, least, most));
    }
  }
}
